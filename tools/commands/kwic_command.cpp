#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include <tools/answer_progress.hpp>
#include <tools/diagnostics.hpp>
#include <tools/kwic/kwic_rows.hpp>
#include <tools/line/flag_set.hpp>
#include <tools/nothing_found.hpp>
#include <tools/output.hpp>
#include <tools/pager.hpp>
#include <tools/question.hpp>
#include <tools/render/terminal.hpp>
#include <tools/render/wording.hpp>
#include <tools/usage_error.hpp>

namespace morgue::tools {

namespace {

/// An order of lines: that of the articles, or that of the words beside the keyword.
struct Order {
    std::string_view name;
    Sort articles;
    std::optional<Side> side;
};

constexpr std::array<Order, 6> orders{{
    {"relevance", Sort::relevance, {}},
    {"date", Sort::oldest, {}},
    {"oldest", Sort::oldest, {}},
    {"newest", Sort::newest, {}},
    {"left", Sort::oldest, Side::left},
    {"right", Sort::oldest, Side::right},
}};

template <typename Table>
std::vector<std::string> names_of(const Table& table) {
    std::vector<std::string> names;
    for (const auto& row : table) names.emplace_back(row.name);
    return names;
}

template <typename Table>
const auto& row_named(const Table& table, std::string_view name) {
    return *std::find_if(table.begin(), table.end(),
                         [&](const auto& row) { return row.name == name; });
}

/// A concordance that has been written.
struct Written {
    Results results;
    std::size_t articles = 0;  ///< with occurrences among those taken
    std::size_t lines = 0;
    bool has_more = false;  ///< lines behind the last one wanted
};

/// What is to be written.
struct Concordance {
    const Question& question;
    const Order& order;
    RowWindow window;
    bool plain = false;  ///< progress stands in lines
};

Written write_concordance(const Concordance& wanted, const Searcher& searcher,
                          KwicPrinter& printer) {
    const Query& query = wanted.question.query;
    const SearchOptions options{.limit = SearchOptions::no_limit,
                                .sort = wanted.order.articles,
                                .snippets = 0,
                                .whole = true};
    Written written;
    KwicRows rows{wanted.window, wanted.order.side, printer};
    std::optional<AnswerProgress> progress;
    if (wanted.order.side || !stdout_is_terminal())
        progress.emplace(searcher, query, options, wanted.plain);
    const auto take = [&](const Hit& hit) {
        printer.begin_article(hit.found);
        if (!hit.title_highlights.empty() || !hit.body_highlights.empty()) ++written.articles;
        if (progress) progress->step();
        return for_each_occurrence(hit, [&](const Occurrence& each) { return rows.take(each); });
    };
    written.results = searcher.for_each(query, take, options);
    progress.reset();
    if (written.results.refused) throw BadQuery(wanted.question.text, *written.results.refused);
    rows.end();
    written.lines = rows.written();
    written.has_more = rows.has_more();
    return written;
}

/// "20 occurrences in 3 articles", or "20 occurrences, and more · next: --offset 20".
std::string footer(const Written& written, const RowWindow& window) {
    const std::string shown = counted(written.lines, "occurrence");
    if (written.has_more)
        return shown + ", and more · next: --offset " +
               std::to_string(window.offset + written.lines);
    return window.offset > 0 ? shown : shown + " in " + counted(written.articles, "article");
}

/// What to say of articles that answer without a word that could be shown.
void tell_unlit(const Written& written) {
    if (written.articles == 0 && written.results.total > 0)
        print_note({"no-words-lit",
                    counted(written.results.total, "article") +
                        " found, but by no words in them: there is nothing to show in context"});
}

ExitCode exit_code_of(const Written& written) {
    const bool is_cut_short = !written.results.complete && !written.has_more;
    if (is_cut_short) return ExitCode::partial;
    return written.lines > 0 ? ExitCode::success : ExitCode::nothing_found;
}

class KwicCommand : public Command {
  public:
    std::string_view name() const override { return "kwic"; }
    std::string_view operands() const override { return "QUERY..."; }
    std::string_view summary() const override { return "every occurrence on a line, in context"; }
    std::string_view examples() const override {
        return "morgue kwic '\"interest rates\"'\n"
               "morgue kwic --sort=right 'bank*'\n"
               "morgue kwic --format=csv --sort=date storm > storm.csv";
    }
    std::string_view details() const override {
        return "A line has the article's id, its date (with a question mark: its file's), H where "
               "the keyword stands in the headline, and the keyword in its context; what a narrow "
               "window has no room for is left out. With several indexes each line ends in its "
               "own.\n"
               "\n"
               "Sorted by left or right, lines go by the words on that side, the nearest first, "
               "and are written when all are read; in other orders as they are found. morgue "
               "search --vimgrep gives the place of each occurrence to an editor.";
    }
    void declare(FlagSet& flags) override;
    ExitCode run(const Invocation& invocation) override;

  private:
    const KwicFormat& format() const;
    KwicStyle style(const KwicFormat& format) const;
    RowWindow window() const;

    std::optional<std::size_t> limit_;
    std::optional<std::size_t> offset_;
    std::optional<std::size_t> context_;
    std::optional<std::string> format_;
    std::optional<std::string> offsets_;
    std::string sort_ = "relevance";
    bool json_ = false;
    CsvFlags csv_;
    QuestionFlags question_;
    LooksFlags looks_;
};

void KwicCommand::declare(FlagSet& flags) {
    question_.declare(flags);
    flags.add_option("--sort", sort_, "relevance, date, oldest, newest, left or right",
                     {"ORDER", one_of(names_of(orders))});
    const auto number = [&](const char* names, auto& value, const char* meaning) {
        flags.add_option(names, value, meaning, {"N", whole_number()});
    };
    number("--context", context_, "characters on each side (what fits; 80 for programs)");
    number("-n,--limit", limit_, "show so many lines (all)");
    number("--offset", offset_, "leave out the first N lines");
    flags.add_option("--format", format_, "text, json or csv",
                     {"FORMAT", one_of(names_of(kwic_formats))});
    flags.add_flag("--json", json_, "the same as --format=json: an object a line");
    flags.add_option("--offsets", offsets_, "json: count in bytes, chars or utf16",
                     {"UNIT", one_of({"bytes", "chars", "utf16"})});
    csv_.declare(flags);
    looks_.declare_width_and_mark(flags);
}

const KwicFormat& KwicCommand::format() const {
    if (json_ && format_ && *format_ != "json")
        throw UsageError("--json and --format=" + *format_ + " contradict each other",
                         "leave one of them out");
    return row_named(kwic_formats, json_ ? "json" : format_.value_or("text"));
}

KwicStyle KwicCommand::style(const KwicFormat& format) const {
    const auto refuse = [&](std::string_view flag, std::string_view home) {
        throw UsageError(
            std::string{flag} + " has no meaning with --format=" + std::string{format.name},
            std::string{flag} + " goes with --format=" + std::string{home});
    };
    if (offsets_ && format.name != "json") refuse("--offsets", "json");
    if (!csv_.given().empty() && format.name != "csv") refuse(csv_.given(), "csv");
    return {context_, offset_unit_named(offsets_.value_or("bytes")), csv_.style()};
}

RowWindow KwicCommand::window() const {
    RowWindow window;
    window.offset = offset_.value_or(window.offset);
    window.limit = limit_.value_or(window.limit);
    return window;
}

ExitCode KwicCommand::run(const Invocation& invocation) {
    const KwicFormat& chosen = format();
    const KwicStyle chosen_style = style(chosen);
    const Order& order = row_named(orders, sort_);
    const Question question = read_question(invocation.operands, question_);
    const Looks looks = looks_.read(invocation);
    if (chosen.name != "text") tell_reading(question);
    const OpenedIndex index = open_index(invocation);
    const KwicOutput output{index, looks, chosen_style};
    const auto printer = chosen.make(output);
    if (chosen.name == "text") page_output(looks);
    const Written written =
        write_concordance({question, order, window(), looks.plain}, index.searcher, *printer);
    finish_output();
    check_answer(question, written.results);
    tell_unlit(written);
    if (written.results.total == 0)
        explain_nothing(index.searcher, question, invocation, name());
    else if (chosen.name == "text")
        print_finished(footer(written, window()));
    return exit_code_of(written);
}

}  // namespace

std::unique_ptr<Command> make_kwic_command() {
    return std::make_unique<KwicCommand>();
}

}  // namespace morgue::tools
