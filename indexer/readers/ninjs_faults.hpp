#pragma once

#include <simdjson.h>
#include <string>

namespace morgue::indexer {

/// What in a document, or in the objects of a list, breaks the standard that they follow, ninjs:
/// the first faults and how many more there are; empty for none. What does not say that it is ninjs
/// is held to it where half of its names are of ninjs, at least, and none is another's; what names
/// a schema of its own is not.
std::string ninjs_faults(const simdjson::dom::element& document);

}  // namespace morgue::indexer
