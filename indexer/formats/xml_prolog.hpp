#pragma once

#include <string>
#include <string_view>

namespace morgue::indexer {

/// The name of the element that a document in XML consists of, without its prefix; empty where
/// none begins. The bytes may be in any charset that has ASCII in it.
std::string xml_root(std::string_view bytes);

/// The document with white space for its XML declaration and its document type, lines kept. What
/// is left declares no entities and default values, and refers to no other file.
std::string without_doctype(std::string document);

}  // namespace morgue::indexer
