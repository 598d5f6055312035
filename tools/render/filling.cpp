#include <tools/render/display_width.hpp>
#include <tools/render/filling.hpp>

namespace morgue::tools {

std::string filled(std::string_view text, std::size_t width, std::string_view lead) {
    const std::size_t indent = display_width(lead);
    std::string lines{lead};
    std::size_t column = indent;
    bool is_first = true;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of(" \n"), text.size());
        const std::string_view word = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (word.empty()) continue;
        const std::size_t columns = display_width(word);
        if (!is_first && column + 1 + columns > width) {
            lines += "\n" + std::string(indent, ' ');
            column = indent;
            is_first = true;
        }
        lines += (is_first ? "" : " ") + std::string{word};
        column += (is_first ? 0 : 1) + columns;
        is_first = false;
    }
    return lines;
}

}  // namespace morgue::tools
