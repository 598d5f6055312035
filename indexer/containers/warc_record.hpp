#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace morgue::indexer {

/// The header of a record in a WARC or ARC file.
struct WarcHeader {
    std::string kind;  ///< WARC-Type, such as "response"; in ARC files "response" always
    std::uint64_t length = 0;
    std::string url;
    std::string date;  ///< ISO 8601; may be empty
    std::string type;  ///< of the record's block, such as "application/http"
    std::string id;
    std::string refers_to;  ///< id of the record that a revisit repeats; may be empty
    std::string digest;     ///< of what the server sent, without the header
};

/// The beginning of a WARC header, "WARC/1.0" or the like.
bool begins_warc(std::string_view text) noexcept;
/// Where the next one begins; npos where there is none.
std::size_t find_warc(std::string_view text) noexcept;

/// Nothing where it lacks what every record has.
std::optional<WarcHeader> warc_header(std::string_view text);

/// Reads the one line that is the header in an ARC file: address, IP, time, type and length, and
/// in version 2 more between the last two.
std::optional<WarcHeader> arc_header(std::string_view line);

}  // namespace morgue::indexer
