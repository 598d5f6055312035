#include <array>
#include <cstdio>

#include <tools/hits/hit_printer.hpp>
#include <tools/output.hpp>
#include <tools/render/csv.hpp>
#include <tools/render/csv_facts.hpp>
#include <tools/render/one_line.hpp>
#include <tools/render/safe_text.hpp>
#include <tools/render/source_lines.hpp>
#include <tools/render/terminal.hpp>

namespace morgue::tools {

namespace {

/// What a cell is made from.
struct Row {
    const Hit& hit;
    const OpenedIndex& index;
    std::string_view qid;
};

struct Column {
    std::string_view name;
    std::string (*cell)(const Row& row);
};

template <Field field>
std::string values_of(const Row& row) {
    return values_cell(row.hit.found.article, field);
}

std::string score_of(const Row& row) {
    std::array<char, 32> digits{};
    std::snprintf(digits.data(), digits.size(), "%.4f", row.hit.score);
    return digits.data();
}

std::string line_of(const Row& row) {
    SourceLines lines{row.hit.found};
    if (!lines.are_known() || row.hit.body_highlights.empty()) return {};
    return std::to_string(lines.at(row.hit.body_highlights.front().begin).line);
}

std::string snippets_of(const Row& row) {
    std::string text;
    for (const Snippet& snippet : row.hit.snippets)
        text += (text.empty() ? "" : " … ") + on_one_line(snippet.text);
    return text;
}

std::string nothing(const Row& /*row*/) {
    return {};
}

constexpr std::string_view qid_column = "qid";
constexpr std::string_view error_column = "error";

constexpr std::array<Column, 22> columns{{
    {"rank", [](const Row& row) { return std::to_string(row.hit.rank); }},
    {"score", score_of},
    {"id", [](const Row& row) { return row.hit.found.id.to_string(); }},
    {"date", values_of<Field::date>},
    {"source", values_of<Field::source>},
    {"title", values_of<Field::title>},
    {"byline", values_of<Field::byline>},
    {"section", values_of<Field::section>},
    {"url", values_of<Field::url>},
    {"file", [](const Row& row) { return file_cell(row.hit.found, row.index.paths); }},
    {"line", line_of},
    {"snippet", snippets_of},
    {"date_src", [](const Row& row) { return origin_cell(row.hit.found.article, Field::date); }},
    {"place", values_of<Field::place>},
    {"agency", values_of<Field::agency>},
    {"tag", values_of<Field::tag>},
    {"lang", values_of<Field::lang>},
    {"member", [](const Row& row) { return row.hit.found.location.member; }},
    {"index", [](const Row& row) { return row.index.paths.index_of(row.hit.found); }},
    {"file_bytes", [](const Row& row) { return file_bytes_cell(row.hit.found, row.index.paths); }},
    {qid_column, [](const Row& row) { return std::string{row.qid}; }},
    {error_column, nothing},
}};

/// A table with a row a hit; its columns never change with what is found.
class CsvHits : public HitPrinter {
  public:
    explicit CsvHits(const HitOutput& output) : output_(output) {}

    void begin(const Asked& asked) override { qid_ = asked.id; }
    void hit(const Hit& hit) override;
    void end(const Results& /*results*/) override { write_header(); }
    void refuse(const ListedQuery& listed, const QueryError& error) override;

  private:
    void write_header();
    void write(const std::string& row) const;

    const HitOutput& output_;
    std::string_view qid_;
    bool has_header_ = false;
};

void CsvHits::write_header() {
    if (std::exchange(has_header_, true)) return;
    std::array<std::string_view, columns.size()> names;
    for (std::size_t i = 0; i < columns.size(); ++i) names[i] = columns[i].name;
    write(csv_header(names, output_.style.csv));
}

void CsvHits::hit(const Hit& hit) {
    write_header();
    std::array<std::string, columns.size()> cells;
    for (std::size_t i = 0; i < columns.size(); ++i)
        cells[i] = columns[i].cell({hit, output_.index, qid_});
    write(csv_row(cells, output_.style.csv));
}

/// The row of a line that is no query says which, and what is wrong.
void CsvHits::refuse(const ListedQuery& listed, const QueryError& error) {
    write_header();
    std::array<std::string, columns.size()> cells;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].name == qid_column) cells[i] = listed.id;
        if (columns[i].name == error_column) cells[i] = error.message;
    }
    write(csv_row(cells, output_.style.csv));
}

void CsvHits::write(const std::string& row) const {
    write_out(stdout_is_terminal() ? printable(row, Lines::keep) : row);
}

}  // namespace

std::unique_ptr<HitPrinter> make_csv_hits(const HitOutput& output) {
    return std::make_unique<CsvHits>(output);
}

}  // namespace morgue::tools
