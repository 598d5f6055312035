#pragma once

#include <functional>
#include <string>
#include <vector>

namespace morgue::tools {

/// What a flag's value may be.
struct Check {
    /// Answers with nothing, or with what the flag takes, which goes into the sentence "--limit
    /// takes a whole number, not 'many'". May turn the value into what the program reads. None
    /// where any value will do.
    std::function<std::string(std::string& value)> read;
    std::vector<std::string> words = {};  ///< the only ones, where there are such; completion's
};

/// 0, 1, 2, …; CLI11 alone would take -5 for a huge number.
Check whole_number();

/// One of these words.
Check one_of(std::vector<std::string> words);

/// "auto, always, never"
std::string listed(const std::vector<std::string>& words);

/// A size such as 64MB or 2GiB, turned into its bytes.
Check size_in_bytes();

/// A size, or a time such as 30s, 5min or 2h: turned into its bytes, or into its seconds and an s.
Check size_or_time();

}  // namespace morgue::tools
