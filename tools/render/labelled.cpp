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

bool is_empty(const Labelled& row) {
    return row.value.empty() && row.items.empty();
}

std::size_t column_of(const std::vector<Labelled>& rows) {
    std::size_t widest = 0;
    for (const Labelled& row : rows)
        if (!is_empty(row)) widest = std::max(widest, display_width(row.label));
    return widest + 2;
}

std::string lead_of(const std::string& label, std::size_t column, const Looks& looks) {
    if (looks.plain) return capitalised(label) + ": ";
    return label + std::string(column - display_width(label), ' ');
}

std::string lines_of(const Labelled& row, std::size_t column, const Looks& looks) {
    const std::string lead = lead_of(row.label, column, looks);
    if (row.is_ready) return lead + row.value + row.note + "\n";
    Paragraph paragraph{looks};
    if (!row.value.empty()) paragraph.add_foreign(row.value);
    for (const LabelledItem& item : row.items) paragraph.add_foreign(item.value).add(item.note);
    return paragraph.add(row.note).lines(lead, column);
}

}  // namespace

std::string labelled_lines(const std::vector<Labelled>& rows, const Looks& looks) {
    const std::size_t column = column_of(rows);
    std::string lines;
    for (const Labelled& row : rows)
        if (!is_empty(row)) lines += lines_of(row, column, looks);
    return lines;
}

}  // namespace morgue::tools
