#include <algorithm>

#include <tools/render/display_width.hpp>
#include <tools/render/labelled.hpp>
#include <tools/render/paragraph.hpp>

namespace morgue::tools {

namespace {

std::string capitalised(std::string label) {
    if (!label.empty() && label.front() >= 'a' && label.front() <= 'z')
        label.front() = static_cast<char>(label.front() - 'a' + 'A');
    return label;
}

std::size_t column_of(const std::vector<Labelled>& rows) {
    std::size_t widest = 0;
    for (const Labelled& row : rows)
        if (!row.value.empty()) widest = std::max(widest, display_width(row.label));
    return widest + 2;
}

std::string lead_of(const std::string& label, std::size_t column, const Looks& looks) {
    if (looks.plain) return capitalised(label) + ": ";
    return label + std::string(column - display_width(label), ' ');
}

}  // namespace

std::string labelled_lines(const std::vector<Labelled>& rows, const Looks& looks) {
    const std::size_t column = column_of(rows);
    std::string lines;
    for (const Labelled& row : rows) {
        if (row.value.empty()) continue;
        const std::string lead = lead_of(row.label, column, looks);
        lines += row.is_ready
                     ? lead + row.value + row.note + "\n"
                     : Paragraph{looks}.add_foreign(row.value).add(row.note).lines(lead, column);
    }
    return lines;
}

}  // namespace morgue::tools
