#include <algorithm>
#include <array>
#include <cctype>
#include <cstdio>

#include <tools/render/code_points.hpp>
#include <tools/render/safe_text.hpp>
#include <tools/render/shell_path.hpp>

namespace morgue::tools {

namespace {

bool is_plain(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || std::isalnum(byte) != 0 ||
           std::string_view{"/._-+,:@%"}.find(c) != std::string_view::npos;
}

/// 'it'\''s'
std::string in_quotes(std::string_view path) {
    std::string out = "'";
    for (const char c : path) out += c == '\'' ? std::string{"'\\''"} : std::string{c};
    return out + "'";
}

std::string octal(char c) {
    std::array<char, 8> escape{};
    std::snprintf(escape.data(), escape.size(), "\\%03o",
                  static_cast<unsigned>(static_cast<unsigned char>(c)));
    return escape.data();
}

/// $'bell\007', every byte that is no plain ASCII escaped where a character of it is unsafe.
std::string in_escapes(std::string_view path) {
    std::string out = "$'";
    for_each_code_point(path, [&](UChar32, std::string_view character) {
        const bool is_shown = printable(character) == character;
        for (const char c : character)
            out += !is_shown                ? octal(c)
                   : c == '\'' || c == '\\' ? std::string{'\\', c}
                                            : std::string{c};
    });
    return out + "'";
}

}  // namespace

std::string shell_path(std::string_view path) {
    const std::string named = (path.starts_with('-') ? "./" : "") + std::string{path};
    if (printable(named) != named) return in_escapes(named);
    return std::all_of(named.begin(), named.end(), is_plain) ? named : in_quotes(named);
}

}  // namespace morgue::tools
