#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace morgue::schema {

/// The layout on disk. History:
///   1  shards written once, a dead list, the stub as the only file replaced
///   2  synonyms: the words of each stem (0.1)
inline constexpr unsigned format_version = 2;
/// How text becomes terms. Indexes of another analysis must be built anew. History:
///   1  docs/INDEX-FORMAT.md (0.1)
inline constexpr unsigned analysis_version = 1;

/// What every shard says of itself, in Xapian's metadata under `description_key`.
struct ShardDescription {
    unsigned format = format_version;
    unsigned analysis = analysis_version;
    std::vector<std::string> languages;  ///< codes whose stems occur, sorted
};

inline constexpr std::string_view description_key = "morgue";

/// Lines of `name=value`; the fields and slots are written out for other programs to read.
std::string encode(const ShardDescription& description);
/// Throws Error: index_too_new, index_corrupt. `path` is named in it.
ShardDescription decode_description(std::string_view text, const std::string& path);

}  // namespace morgue::schema
