#pragma once

#include <string>

#include <indexer/readers/xml_document.hpp>

namespace morgue::indexer {

// What a division of a METS map is, by its type. Profiles have lists of their own; these are the
// types of docWorks, Europeana, Veridian and Kitodo.

/// What a stretch of text is to its article.
enum class TextRole { body, headline, byline };

/// Lower case; "np:page" is a page.
std::string type_of(const XmlElement& division);
bool is_page(const XmlElement& division);
bool is_section(const XmlElement& division);
/// An article, an advertisement or the like; or a section that holds none.
bool is_article(const XmlElement& division);
/// That of a headline or byline; that of what is around any other.
TextRole role_of(const XmlElement& division, TextRole around);
/// As a person may read it; empty where it has no word.
std::string label_of(const XmlElement& division);

}  // namespace morgue::indexer
