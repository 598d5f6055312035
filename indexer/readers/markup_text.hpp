#pragma once

#include <string>
#include <string_view>

#include <indexer/readers/xml_document.hpp>

namespace morgue::indexer {

/// What a piece of HTML shows, blocks on lines of their own: all of it, for it is no page. As
/// written where it has no markup, and where that is nested beyond use.
std::string html_text(std::string_view html);

/// What a text shows that is stored with its markup or without; only this tells.
std::string stored_text(std::string_view stored);

/// What an element holds as text, where the elements within are those of HTML or NITF.
std::string markup_text(const XmlElement& element);

}  // namespace morgue::indexer
