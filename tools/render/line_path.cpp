#include <array>
#include <cstdio>

#include <tools/diagnostics.hpp>
#include <tools/render/line_path.hpp>
#include <tools/render/safe_text.hpp>
#include <tools/render/terminal.hpp>
#include <tools/render/wording.hpp>

namespace morgue::tools {

namespace {

std::string escaped(char c) {
    if (c == '\n') return "\\n";
    if (c == '\t') return "\\t";
    if (c == '"' || c == '\\') return std::string{'\\'} + c;
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x20 && byte != 0x7F) return std::string{c};
    std::array<char, 5> octal{};
    std::snprintf(octal.data(), octal.size(), "\\%03o", static_cast<unsigned>(byte));
    return octal.data();
}

}  // namespace

bool needs_quotes(std::string_view path) noexcept {
    return path.starts_with('"') || path.find('\n') != std::string_view::npos;
}

std::string path_on_a_line(const std::string& path) {
    std::string line = path;
    if (needs_quotes(path)) {
        line = '"';
        for (const char c : path) line += escaped(c);
        line += '"';
    }
    return stdout_is_terminal() ? printable(line) : line;
}

std::string LinePaths::line(const std::string& path) {
    if (needs_quotes(path)) ++quoted_;
    return path_on_a_line(path);
}

void LinePaths::tell() const {
    if (quoted_ == 0) return;
    print_note({"quoted-paths",
                counted(quoted_, "path") +
                    " in double quotes: with a line break or a quotation mark in the name; "
                    "--format=paths0 prints names as they are"});
}

}  // namespace morgue::tools
