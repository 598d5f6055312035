#pragma once

#include <string>
#include <vector>

#include <CLI/CLI.hpp>

namespace morgue::tools {

// What a flag's value may be. A check answers with nothing, or with what the flag takes, which
// goes into the sentence "--limit takes a whole number, not 'many'".

/// 0, 1, 2, …; CLI11 alone would take -5 for a huge number.
CLI::Validator whole_number();

/// One of these words. Completion offers them.
CLI::Validator one_of(std::vector<std::string> words);

/// A size such as 64MB or 2GiB, turned into its bytes.
CLI::Validator size_in_bytes();

/// A size, or a time such as 30s, 5min or 2h: turned into its bytes, or into its seconds and an s.
CLI::Validator size_or_time();

/// The words that one_of() allows; none for any other check.
std::vector<std::string> words_of(const CLI::Validator& check);

}  // namespace morgue::tools
