#include <algorithm>

#include <tools/render/article_parts.hpp>
#include <tools/render/display_width.hpp>
#include <tools/render/safe_text.hpp>
#include <tools/render/tally_text.hpp>
#include <tools/render/wording.hpp>

namespace morgue::tools {

namespace {

constexpr const char* hits_header = "hits";
constexpr const char* held_header = "held";
constexpr const char* between = "  ";

std::string label_of_none(By by) {
    switch (by) {
        case By::year:
        case By::month:
        case By::day:
            return "(undated)";
        case By::format:
            return "(no file)";
        case By::lang:
            return "(no language)";
        case By::source:
        case By::section:
            break;
    }
    return "(no " + std::string{to_string(by)} + ")";
}

std::string label_of(const TallyRow& row, By by, const Looks& looks) {
    return row.value.empty() ? label_of_none(by) : isolated(printable(row.value), looks);
}

std::string right(const std::string& text, std::size_t width) {
    return std::string(width - std::min(width, text.size()), ' ') + text;
}

/// How wide the columns of a table are.
struct Columns {
    std::size_t label = 0;
    std::size_t hits = 0;
    std::size_t held = 0;
};

Columns columns_of(const Tally& tally, By by, const Looks& looks) {
    Columns columns{to_string(by).size(), std::string_view{hits_header}.size(),
                    std::string_view{held_header}.size()};
    for (const TallyRow& row : tally.rows) {
        columns.label = std::max(columns.label, display_width(label_of(row, by, looks)));
        columns.hits = std::max(columns.hits, grouped(row.hits).size());
        columns.held = std::max(columns.held, grouped(row.held).size());
    }
    const std::size_t numbers = columns.hits + columns.held + 4;
    if (looks.columns > numbers + 8)
        columns.label = std::min(columns.label, looks.columns - numbers);
    return columns;
}

/// A label that is too long has a line to itself.
std::string line_of(const std::string& label, const std::string& numbers, std::size_t width) {
    const std::size_t taken = display_width(label);
    if (taken <= width) return label + std::string(width - taken, ' ') + numbers + "\n";
    return label + "\n" + std::string(width, ' ') + numbers + "\n";
}

std::string numbers_of(const std::string& hits, const std::string& held, const Columns& columns) {
    return between + right(hits, columns.hits) + between + right(held, columns.held);
}

}  // namespace

std::string row_with_tabs(const TallyRow& row) {
    return printable(row.value) + "\t" + std::to_string(row.hits) + "\t" + std::to_string(row.held);
}

std::string tally_for_people(const Tally& tally, By by, const Looks& looks) {
    std::string text;
    if (looks.plain) {
        for (const TallyRow& row : tally.rows)
            text += label_of(row, by, looks) + ": " + grouped(row.hits) + " of " +
                    counted(row.held, "article") + "\n";
        return text;
    }
    const Columns columns = columns_of(tally, by, looks);
    const std::string header = line_of(
        std::string{to_string(by)}, numbers_of(hits_header, held_header, columns), columns.label);
    text += std::string{looks.style.faint} + header.substr(0, header.size() - 1) +
            std::string{looks.style.off} + "\n";
    for (const TallyRow& row : tally.rows)
        text += line_of(label_of(row, by, looks),
                        numbers_of(grouped(row.hits), grouped(row.held), columns), columns.label);
    return text;
}

}  // namespace morgue::tools
