#include <algorithm>

#include <tools/help/page.hpp>

namespace morgue::tools {

std::string manual_name(const Page& page) {
    std::string name = page.name;
    std::replace(name.begin(), name.end(), ' ', '-');
    return name;
}

std::vector<Block> paragraphs(std::string_view text) {
    std::vector<Block> blocks;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find("\n\n"), text.size());
        blocks.emplace_back(Prose{std::string{text.substr(0, end)}});
        text.remove_prefix(std::min(end + 2, text.size()));
    }
    return blocks;
}

Typed typed_lines(std::string_view text) {
    Typed typed;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        typed.lines.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return typed;
}

}  // namespace morgue::tools
