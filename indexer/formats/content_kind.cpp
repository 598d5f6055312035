#include <algorithm>

#include <indexer/formats/content_kind.hpp>
#include <indexer/formats/lines.hpp>
#include <indexer/formats/words.hpp>

namespace morgue::indexer {

namespace {

constexpr std::size_t looked_at = 512;  // bytes

struct Beginning {
    std::string_view text;  ///< in lower case
    ContentKind kind;
};

/// The first that fits counts.
constexpr Beginning beginnings[] = {
    {"<!doctype lewis", ContentKind::sgml},
    {"<reuters", ContentKind::sgml},
    {"<doc>", ContentKind::sgml},
    {"<!doctype html", ContentKind::html},
    {"<html", ContentKind::html},
    {"<head", ContentKind::html},
    {"<body", ContentKind::html},
    {"<", ContentKind::xml},
    {"{", ContentKind::json},
    {"[{", ContentKind::json},
    {"---\n", ContentKind::markdown},
    {"---\r\n", ContentKind::markdown},
};

}  // namespace

ContentKind kind_of_content(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    bytes.remove_prefix(std::min(bytes.find_first_not_of(ascii_space), bytes.size()));
    const std::string beginning = lower_ascii(bytes.substr(0, looked_at));
    for (const auto& [text, kind] : beginnings)
        if (beginning.starts_with(text)) return kind;
    return ContentKind::text;
}

}  // namespace morgue::indexer
