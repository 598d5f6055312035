#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace morgue::tools {

/// A word of a shell's line, perhaps unfinished.
struct ShellWord {
    std::string text;  ///< what the shell makes of it: without quotes and backslashes
    char quote = 0;    ///< the quote that is open at its end; 0 for none
    /// What bash replaces begins behind this much of the text: after an open quote, else after the
    /// last of the signs at which bash breaks words.
    std::size_t kept = 0;
};

/// The words of a line of sh, bash, zsh or fish, as far as completion needs them: quotes and
/// backslashes. The last word is the one under the cursor, empty after a space.
std::vector<ShellWord> shell_words_of(std::string_view line);

/// What bash has to put in the place of the unfinished word, so that the word becomes this text;
/// empty where that cannot be.
std::string bash_replacement(const ShellWord& word, const std::string& text);

}  // namespace morgue::tools
