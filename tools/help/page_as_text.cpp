#include <algorithm>

#include <tools/help/page_as_text.hpp>
#include <tools/render/display_width.hpp>
#include <tools/render/filling.hpp>
#include <tools/render/terminal.hpp>

namespace morgue::tools {

namespace {

constexpr std::string_view indent = "  ";
constexpr std::size_t narrow = 60;
constexpr std::size_t below = 6;  ///< indent of a text that stands below its term

/// Where the texts of the rows begin, when they stand beside their terms.
std::size_t column_of_texts(const Rows& rows, std::size_t columns) {
    const std::size_t widest_term = columns / 2 - 2 * indent.size();
    std::size_t widest = 0;
    for (const Row& row : rows.rows) {
        const std::size_t width = display_width(row.term);
        if (width <= widest_term) widest = std::max(widest, width);
    }
    return indent.size() + widest + indent.size();
}

std::string row_as_text(const Row& row, std::size_t column, std::size_t columns) {
    std::string lead = std::string{indent} + row.term;
    const std::size_t width = display_width(lead);
    if (width + indent.size() > column)
        return lead + "\n" + filled(row.text, columns, std::string(column, ' ')) + "\n";
    lead.append(column - width, ' ');
    return filled(row.text, columns, lead) + "\n";
}

std::string rows_as_text(const Rows& rows, std::size_t columns) {
    const std::size_t column = columns < narrow ? below : column_of_texts(rows, columns);
    std::string text;
    for (const Row& row : rows.rows) text += row_as_text(row, column, columns);
    return text;
}

struct BlockAsText {
    std::size_t columns;

    std::string operator()(const Prose& prose) const {
        return filled(prose.text, columns, indent) + "\n";
    }
    std::string operator()(const Rows& rows) const { return rows_as_text(rows, columns); }
    std::string operator()(const Typed& typed) const {
        std::string text;
        for (const std::string& line : typed.lines)
            text += (line.empty() ? "" : std::string{indent}) + line + "\n";
        return text;
    }
};

}  // namespace

std::size_t help_columns() {
    return std::clamp<std::size_t>(terminal_columns(), 40, 100);
}

std::string block_as_text(const Block& block, std::size_t columns) {
    return std::visit(BlockAsText{columns}, block);
}

std::string page_as_text(const Page& page, std::size_t columns) {
    std::string text = filled(page.name + " - " + page.summary, columns) + "\n";
    for (const Section& section : page.sections) {
        text += "\n";
        if (!section.title.empty()) text += section.title + ":\n";
        for (const Block& block : section.blocks) {
            if (&block != &section.blocks.front()) text += "\n";
            text += block_as_text(block, columns);
        }
    }
    return text;
}

}  // namespace morgue::tools
