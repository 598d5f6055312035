#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include <indexer/formats/reader.hpp>

namespace morgue::indexer {

/// A file, or what stands for one, that articles are to be made of.
struct ReadRequest {
    std::string_view name;       ///< tells the format, and how the file is compressed
    FileFacts facts;             ///< without the meaning of fields
    std::string_view field_map;  ///< their meaning, as FieldMap::joined() gives it
    std::size_t most_bytes;      ///< to which it may grow when decompressed
    std::string_view bytes;
    std::vector<Companion> companions = {};  ///< the files that were asked for
};

/// What came of it. The format's name is the table's; empty where no reader was found.
struct Reading {
    std::string_view format;
    ReadResult result;
};

/// Whether files so named may be plain.
bool may_be_plain(std::string_view name);
/// Whether nothing but simple code of our own will see the bytes.
bool is_plain(const ReadRequest& request);
/// Reads what is plain, in this process.
Reading read_plain(const ReadRequest& request);

}  // namespace morgue::indexer
