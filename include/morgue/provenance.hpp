#pragma once

#include <string_view>

#include <morgue/export.hpp>

namespace morgue {

/// Where a metadatum came from. The numbers reach the disk: add at the end only.
enum class Provenance : unsigned char {
    given = 0,           ///< handed over by the embedding program or on the command line
    front_matter = 1,    ///< YAML between --- lines
    head = 2,            ///< the first lines of a text: headline, "By …", "PARIS (AP) -"
    json_ld = 3,         ///< schema.org data in an HTML page
    meta = 4,            ///< an HTML page's <meta>, <title> or <html lang>
    path = 5,            ///< the file's path
    mtime = 6,           ///< the file's modification time: an inferred date
    first_sentence = 7,  ///< a title made from the text, since the article has none
    record = 8,          ///< an element or field that the file's format has for it
    element = 9,         ///< an element of an HTML page: <time>, microdata
    url = 10,            ///< the article's address
    crawl = 11,          ///< when a crawler fetched the page: an inferred date
    detected = 12,       ///< told from the text itself: a language, a charset
    bom = 13,            ///< a byte order mark
    repaired = 14,       ///< a charset: UTF-8 that had been encoded twice, decoded twice
};

/// The name printed for a provenance, such as "front-matter".
MORGUE_EXPORT std::string_view to_string(Provenance from) noexcept;

}  // namespace morgue
