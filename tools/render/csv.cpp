#include <algorithm>
#include <array>

#include <tools/line/flag_set.hpp>
#include <tools/render/csv.hpp>
#include <tools/render/safe_text.hpp>

namespace morgue::tools {

namespace {

constexpr std::string_view row_end = "\r\n";
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// Spreadsheets calculate what begins so. The wide forms are for East Asian editions.
bool looks_like_formula(std::string_view cell) {
    constexpr std::array<std::string_view, 11> beginnings{"=",  "+",  "-",  "@",  "\t", "\r",
                                                          "\n", "＝", "＋", "－", "＠"};
    return std::any_of(beginnings.begin(), beginnings.end(),
                       [&](std::string_view beginning) { return cell.starts_with(beginning); });
}

std::string in_quotes(std::string_view cell) {
    std::string out = "\"";
    for (const char c : cell) out += c == '"' ? std::string{"\"\""} : std::string{c};
    return out + '"';
}

std::string cell_of(std::string_view value, const CsvStyle& style) {
    std::string cell = valid_utf8(value);
    if (!style.raw && looks_like_formula(cell)) cell.insert(0, 1, '\'');
    const bool has_edge_space = cell.starts_with(' ') || cell.ends_with(' ');
    const bool needs_quotes = has_edge_space || cell.find_first_of(",\"\r\n") != std::string::npos;
    return needs_quotes ? in_quotes(cell) : cell;
}

}  // namespace

void CsvFlags::declare(FlagSet& flags) {
    flags.add_flag("--bom", style_.bom, "csv: begin with a byte order mark, for Excel");
    flags.add_flag("--csv-raw", style_.raw, "csv: leave cells that look like formulas as they are");
}

std::string_view CsvFlags::given() const noexcept {
    if (style_.bom) return "--bom";
    return style_.raw ? "--csv-raw" : "";
}

std::string csv_row(std::span<const std::string> cells, const CsvStyle& style) {
    std::string row;
    for (const std::string& cell : cells)
        row += (&cell == cells.data() ? "" : ",") + cell_of(cell, style);
    return row + std::string{row_end};
}

std::string csv_header(std::span<const std::string_view> columns, const CsvStyle& style) {
    const std::vector<std::string> names(columns.begin(), columns.end());
    return std::string{style.bom ? byte_order_mark : ""} + csv_row(names, style);
}

}  // namespace morgue::tools
