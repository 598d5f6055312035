#pragma once

#include <cstdint>
#include <string_view>

namespace morgue::indexer {

enum class Compression { none, gzip, zstd, xz, bzip2 };

/// What holds several files in one.
enum class Holder : unsigned char { none, zip, tar, warc, arc, mbox };

/// What the name of a file says of how articles are packed into it.
struct Packing {
    Compression compression = Compression::none;
    Holder holder = Holder::none;
    std::string_view inner;  ///< the name of what is compressed
};

Packing packing_of(std::string_view name);

/// Whether files so named hold others.
bool holds_others(std::string_view name);

/// Whether files so named are compressed, or hold others.
bool is_packed(std::string_view name);

/// Whether files so named are read: as a format, compressed or not, or as what holds others.
bool is_read(std::string_view name);

/// What the format of files so named is called; empty where nothing reads them. Where several
/// have the name, the first.
std::string_view format_named(std::string_view name);

}  // namespace morgue::indexer
