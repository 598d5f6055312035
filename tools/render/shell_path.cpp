#include <array>
#include <cstdio>

#include <tools/line/shell_quote.hpp>
#include <tools/render/code_points.hpp>
#include <tools/render/safe_text.hpp>
#include <tools/render/shell_path.hpp>

namespace morgue::tools {

namespace {

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
    return printable(named) == named ? quoted_for_shell(named) : in_escapes(named);
}

}  // namespace morgue::tools
