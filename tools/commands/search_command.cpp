#include <optional>

#include <CLI/CLI.hpp>

#include <tools/diagnostics.hpp>
#include <tools/hits/hit_printer.hpp>
#include <tools/line/flag_checks.hpp>
#include <tools/nothing_found.hpp>
#include <tools/output.hpp>

namespace morgue::tools {

namespace {

constexpr std::size_t limit_for_people = 20;

struct SearchFlags {
    std::optional<std::size_t> limit;
    std::size_t offset = 0;
    std::optional<std::size_t> snippets;
    std::string sort = "relevance";
    std::string format = "text";
    bool json = false;
};

Sort sort_named(const std::string& name) {
    if (name == "newest") return Sort::newest;
    if (name == "oldest") return Sort::oldest;
    return name == "title" ? Sort::title : Sort::relevance;
}

std::vector<std::string> format_names() {
    std::vector<std::string> names;
    for (const HitFormat& format : hit_formats()) names.emplace_back(format.name);
    return names;
}

/// A page at once; its hits are counted no further than a footer needs.
Results print_page(const Asked& asked, const Searcher& searcher, HitPrinter& printer) {
    Results results = searcher.search(asked.question.query, asked.options);
    for (const Hit& hit : results.hits) printer.hit(hit);
    results.hits.clear();
    return results;
}

Results print_stream(const Asked& asked, const Searcher& searcher, HitPrinter& printer) {
    const auto print = [&](const Hit& hit) {
        printer.hit(hit);
        return true;
    };
    return searcher.for_each(asked.question.query, print, asked.options);
}

/// Asks one question and prints what answers it.
Results print_answer(const Asked& asked, const Searcher& searcher, Readers readers,
                     HitPrinter& printer) {
    printer.begin(asked);
    Results results = readers == Readers::people ? print_page(asked, searcher, printer)
                                                 : print_stream(asked, searcher, printer);
    finish_output();
    check_answer(asked.question, results);
    printer.end(results);
    return results;
}

ExitCode exit_code_of(const Results& results) {
    if (!results.complete) {
        print_warning("the answer is not complete: the search was stopped early", "");
        return ExitCode::partial;
    }
    return results.total > 0 ? ExitCode::success : ExitCode::nothing_found;
}

class SearchCommand : public Command {
  public:
    std::string_view name() const override { return "search"; }
    std::string_view short_form() const override { return "s"; }
    std::string_view operands() const override { return "QUERY..."; }
    std::string_view summary() const override { return "find articles by word and phrase"; }
    std::string_view examples() const override {
        return "morgue search storm corps\n"
               "morgue search '\"storm corps\" russia date:2024-10'\n"
               "morgue search --sort=newest --json 'title:election NOT poll'";
    }
    void declare(CLI::App& flags) override;
    ExitCode run(const Invocation& invocation) override;

  private:
    SearchOptions options(const HitFormat& format) const;

    SearchFlags flags_;
    QuestionFlags question_;
    LooksFlags looks_;
};

void SearchCommand::declare(CLI::App& flags) {
    question_.declare(flags);
    flags.add_option("-n,--limit", flags_.limit, "show so many (20; all for programs)")
        ->option_text("N")
        ->check(whole_number());
    flags.add_option("--offset", flags_.offset, "leave out the first N")
        ->option_text("N")
        ->check(whole_number());
    flags.add_option("--sort", flags_.sort, "relevance, newest, oldest or title")
        ->option_text("ORDER")
        ->check(one_of({"relevance", "newest", "oldest", "title"}));
    flags.add_option("--snippets", flags_.snippets, "passages an article, at most (1)")
        ->option_text("N")
        ->check(whole_number());
    flags.add_option("--format", flags_.format, CLI::detail::join(format_names(), ", "))
        ->option_text("FORMAT")
        ->check(one_of(format_names()));
    flags.add_flag("--json", flags_.json, "the same as --format=json");
    looks_.declare(flags);
}

SearchOptions SearchCommand::options(const HitFormat& format) const {
    const bool for_people = format.readers == Readers::people;
    SearchOptions options;
    options.limit = flags_.limit.value_or(for_people ? limit_for_people : SearchOptions::no_limit);
    options.offset = flags_.offset;
    options.sort = sort_named(flags_.sort);
    options.snippets =
        format.shows == Shows::facts ? 0 : flags_.snippets.value_or(options.snippets);
    return options;
}

ExitCode SearchCommand::run(const Invocation& invocation) {
    const HitFormat& format = hit_format_named(flags_.json ? "json" : flags_.format);
    const Question question = read_question(invocation.operands, question_);
    if (format.readers == Readers::programs) tell_reading(question);
    const OpenedIndex index = open_index(invocation);
    const Looks looks = looks_.read(invocation);
    const HitOutput output{index, looks};
    const SearchOptions asked = options(format);
    const Results results =
        print_answer({"", question, asked}, index.searcher, format.readers, *format.make(output));
    const ExitCode code = exit_code_of(results);
    if (code == ExitCode::nothing_found)
        explain_nothing(index.searcher, question, invocation, name());
    return code;
}

}  // namespace

std::unique_ptr<Command> make_search_command() {
    return std::make_unique<SearchCommand>();
}

}  // namespace morgue::tools
