#include <algorithm>
#include <cctype>

#include <tools/line/shell_quote.hpp>

namespace morgue::tools {

namespace {

bool is_plain(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || std::isalnum(byte) != 0 ||
           std::string_view{"%+,-./:=@_"}.find(c) != std::string_view::npos;
}

/// zsh takes "=word" for the place of a program.
bool is_plain_word(std::string_view text) {
    return !text.empty() && text.front() != '=' && std::all_of(text.begin(), text.end(), is_plain);
}

}  // namespace

std::string quoted_for_shell(std::string_view text) {
    if (is_plain_word(text)) return std::string{text};
    std::string quoted = "'";
    for (const char c : text) quoted += c == '\'' ? std::string{"'\\''"} : std::string{c};
    return quoted + "'";
}

}  // namespace morgue::tools
