#pragma once

#include <string>

#include <morgue/searcher.hpp>

namespace morgue::tools {

// Lines of JSON without their ends. What is not known is absent.

std::string count_as_json(const Count& count);
std::string tally_row_as_json(const TallyRow& row, By by);
std::string bucket_as_json(const TallyRow& bucket, By by);

}  // namespace morgue::tools
