#pragma once

#include <optional>
#include <string>

#include <indexer/formats/reader.hpp>

namespace morgue::indexer {

/// Of a container that stands in a container, the label of a member names both: "a.zip!b.html".
inline constexpr char label_mark = '!';

/// What is told of a member beside its bytes.
struct MemberFacts {
    std::string path;     ///< in which a date may stand; empty for that of the file
    std::string charset;  ///< that the server declared; may be empty
    std::string url;
    std::string fetched;  ///< when a crawler got it, ISO 8601
};

/// One of the files that a file holds.
struct Member {
    std::string label;      ///< as in Location::member; whatever it says, it is only a label
    std::string name = {};  ///< a file's name, by which its format is told
    std::string bytes = {};
    MemberFacts facts = {};
    std::optional<Unread> unread = std::nullopt;  ///< why its bytes could not be had
};

}  // namespace morgue::indexer
