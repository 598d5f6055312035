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

}  // namespace

std::string quoted_for_shell(std::string_view text) {
    if (!text.empty() && std::all_of(text.begin(), text.end(), is_plain)) return std::string{text};
    std::string quoted = "'";
    for (const char c : text) quoted += c == '\'' ? std::string{"'\\''"} : std::string{c};
    return quoted + "'";
}

}  // namespace morgue::tools
