#include <optional>
#include <vector>

#include <tools/kwic/kwic_printer.hpp>
#include <tools/render/csv_facts.hpp>
#include <tools/render/one_line.hpp>
#include <tools/render/safe_text.hpp>
#include <tools/render/source_lines.hpp>
#include <tools/render/terminal.hpp>

namespace morgue::tools {

namespace {

constexpr std::size_t usual_context = 80;

/// What a cell is made from.
struct Row {
    const Occurrence& occurrence;
    const OpenedIndex& index;
    Context context;
    std::optional<FilePlace> place;
};

struct Column {
    std::string_view name;
    std::string (*cell)(const Row& row);
};

template <Field field>
std::string values_of(const Row& row) {
    return values_cell(row.occurrence.found.article, field);
}

std::string line_of(const Row& row) {
    return row.place ? std::to_string(row.place->line) : std::string{};
}

std::string column_of(const Row& row) {
    return row.place ? std::to_string(row.place->column) : std::string{};
}

constexpr std::array<Column, 18> columns{{
    {"id", [](const Row& row) { return row.occurrence.found.id.to_string(); }},
    {"date", values_of<Field::date>},
    {"in", [](const Row& row) { return std::string{to_string(row.occurrence.part)}; }},
    {"left", [](const Row& row) { return squeezed(row.context.left); }},
    {"match", [](const Row& row) { return on_one_line(row.context.match); }},
    {"right", [](const Row& row) { return squeezed(row.context.right); }},
    {"source", values_of<Field::source>},
    {"title", values_of<Field::title>},
    {"byline", values_of<Field::byline>},
    {"section", values_of<Field::section>},
    {"url", values_of<Field::url>},
    {"file", [](const Row& row) { return file_cell(row.occurrence.found, row.index.paths); }},
    {"line", line_of},
    {"column", column_of},
    {"date_src",
     [](const Row& row) { return origin_cell(row.occurrence.found.article, Field::date); }},
    {"member", [](const Row& row) { return row.occurrence.found.location.member; }},
    {"index", [](const Row& row) { return row.index.paths.index_of(row.occurrence.found); }},
    {"file_bytes",
     [](const Row& row) { return file_bytes_cell(row.occurrence.found, row.index.paths); }},
}};

class KwicCsv : public KwicPrinter {
  public:
    explicit KwicCsv(const KwicOutput& output) : output_(output) {}

    std::string head() override;
    void begin_article(const IndexedArticle& found) override { lines_.emplace(found); }
    std::string row(const Occurrence& occurrence) override;

  private:
    std::optional<FilePlace> place_of(const Occurrence& occurrence);

    const KwicOutput& output_;
    std::optional<SourceLines> lines_;
};

std::string KwicCsv::head() {
    std::array<std::string_view, columns.size()> names;
    for (std::size_t i = 0; i < columns.size(); ++i) names[i] = columns[i].name;
    return csv_header(names, output_.style.csv);
}

std::string KwicCsv::row(const Occurrence& occurrence) {
    const Context context = context_of(occurrence, output_.style.context.value_or(usual_context));
    const Row source{occurrence, output_.index, context, place_of(occurrence)};
    std::array<std::string, columns.size()> cells;
    for (std::size_t i = 0; i < columns.size(); ++i) cells[i] = columns[i].cell(source);
    const std::string row = csv_row(cells, output_.style.csv);
    return stdout_is_terminal() ? printable(row, Lines::keep) : row;
}

std::optional<FilePlace> KwicCsv::place_of(const Occurrence& occurrence) {
    if (occurrence.part == Part::headline || !lines_->are_known()) return std::nullopt;
    return lines_->at(occurrence.lit.begin);
}

}  // namespace

std::unique_ptr<KwicPrinter> make_kwic_csv(const KwicOutput& output) {
    return std::make_unique<KwicCsv>(output);
}

}  // namespace morgue::tools
