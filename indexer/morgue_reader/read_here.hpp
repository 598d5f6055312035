#pragma once

#include <string>

#include <indexer/confined/reading.hpp>

namespace morgue::indexer {

/// Reads in this process, whatever it is.
Reading read_here(const ReadRequest& request);

/// How the names of fields in a file are read, as told_fields() says it.
std::string told_fields_here(const ReadRequest& request);

}  // namespace morgue::indexer
