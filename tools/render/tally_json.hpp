#pragma once

#include <string>

#include <morgue/searcher.hpp>

#include <tools/render/json_parts.hpp>

namespace morgue::tools {

/// Adds how many articles answer, and from when to when.
void add_count(Json& out, const Count& count);

// Lines of JSON without their ends. What is not known is absent.

std::string count_as_json(const Count& count);
std::string tally_row_as_json(const TallyRow& row, By by);
std::string bucket_as_json(const TallyRow& bucket, By by);

}  // namespace morgue::tools
