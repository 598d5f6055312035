#include <tools/render/one_line.hpp>

namespace morgue::tools {

namespace {

bool is_space(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

}  // namespace

std::string squeezed(std::string_view text) {
    std::string line;
    line.reserve(text.size());
    for (const char c : text) {
        if (!is_space(c))
            line += c;
        else if (!line.ends_with(' '))
            line += ' ';
    }
    return line;
}

std::string on_one_line(std::string_view text) {
    std::string line = squeezed(text);
    if (line.ends_with(' ')) line.pop_back();
    if (line.starts_with(' ')) line.erase(0, 1);
    return line;
}

}  // namespace morgue::tools
