#pragma once

#include <CLI/CLI.hpp>

namespace morgue::tools {

/// Accepts 0, 1, 2, … and explains itself otherwise; CLI11 alone would take -5 for a huge number.
CLI::Validator whole_number();

/// Accepts one of these words and lists them otherwise.
CLI::Validator one_of(std::vector<std::string> words);

}  // namespace morgue::tools
