#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace morgue::schema {

/// What one published state of an index consists of. Its text is the stub, the file XAPIANDB: the
/// only file of an index that is ever replaced, and one that any Xapian program opens.
struct Generation {
    std::uint64_t number = 0;
    std::vector<std::string> shards;  ///< folder names below shards/, oldest first

    std::string dead_file() const { return "dead." + std::to_string(number); }

    friend bool operator==(const Generation&, const Generation&) = default;
};

inline constexpr const char* stub_name = "XAPIANDB";
inline constexpr const char* shards_name = "shards";
inline constexpr const char* lock_name = "LOCK";
inline constexpr const char* files_name = "FILES";

/// `<n>-<8 hexadecimal digits>`: nothing that could lead elsewhere.
bool is_shard_name(std::string_view name);

std::string encode(const Generation& generation);

/// Strict: shards inside the index's own folder and nothing else. A stub of stock Xapian may name
/// hosts, absolute paths and programs to run. Throws Error: index_refused, index_corrupt,
/// index_too_new. `path` is named in it.
Generation decode_generation(std::string_view stub, const std::string& path);

/// The stub's bytes in this index. Throws Error: index_not_found, io_error.
std::string read_stub(const std::string& dir);

}  // namespace morgue::schema
