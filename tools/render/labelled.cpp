#include <algorithm>

#include <tools/render/display_width.hpp>
#include <tools/render/labelled.hpp>

namespace morgue::tools {

namespace {

std::string capitalised(std::string label) {
    if (!label.empty() && label.front() >= 'a' && label.front() <= 'z')
        label.front() = static_cast<char>(label.front() - 'a' + 'A');
    return label;
}

std::size_t column_of(const std::vector<Labelled>& rows) {
    std::size_t widest = 0;
    for (const Labelled& row : rows) widest = std::max(widest, display_width(row.label));
    return widest + 2;
}

}  // namespace

std::string labelled_lines(const std::vector<Labelled>& rows, const Looks& looks) {
    const std::size_t column = column_of(rows);
    std::string lines;
    for (const auto& [label, value] : rows)
        lines += looks.plain
                     ? capitalised(label) + ": " + value + "\n"
                     : label + std::string(column - display_width(label), ' ') + value + "\n";
    return lines;
}

}  // namespace morgue::tools
