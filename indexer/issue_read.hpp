#pragma once

#include <vector>

#include <indexer/file_read.hpp>

namespace morgue::indexer {

/// Reads an issue of a newspaper with its pages: what stands in it, and what in the pages alone,
/// each as read from its file. Without any page it gives nothing but the reason.
std::vector<FileRead> read_issue(Errand errand, ConfinedReaders& readers);

}  // namespace morgue::indexer
