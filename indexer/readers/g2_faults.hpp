#pragma once

#include <string>

#include <indexer/readers/xml_document.hpp>

namespace morgue::indexer {

/// What in a document breaks NewsML-G2; empty for nothing.
std::string g2_faults(const XmlElement& root);

}  // namespace morgue::indexer
