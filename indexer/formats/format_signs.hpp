#pragma once

#include <string_view>

namespace morgue::indexer {

/// Whether bytes begin as an object or a list in JSON does.
bool is_json(std::string_view bytes);
/// Whether a document in JSON is a JSON Feed, or news in ninjs, by the names at its beginning.
bool is_json_feed(std::string_view bytes);
bool is_ninjs(std::string_view bytes);

/// Whether a document in XML is of a format by its root. RSS is 0.9 to 2.0, or a channel of its
/// forerunner CDF; Atom 0.3 and 1.0.
bool is_nitf(std::string_view bytes);
bool is_newsml_g2(std::string_view bytes);
bool is_newsml(std::string_view bytes);
bool is_rss(std::string_view bytes);
bool is_atom(std::string_view bytes);
bool is_alto(std::string_view bytes);
bool is_mets(std::string_view bytes);

/// The address of what WordPress adds to RSS, without its version.
inline constexpr std::string_view wordpress_space = "http://wordpress.org/export/";
/// Whether a document in XML is an export of it.
bool is_wordpress(std::string_view bytes);

}  // namespace morgue::indexer
