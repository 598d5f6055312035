#include <tools/diagnostics.hpp>
#include <tools/hits/hit_flags.hpp>
#include <tools/nothing_found.hpp>
#include <tools/output.hpp>
#include <tools/render/tally_json.hpp>

namespace morgue::tools {

namespace {

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
        end_record();
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
    if (results.refused) throw BadQuery(asked.question.text, *results.refused);
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

/// The first hit is enough, and nothing is said of it.
ExitCode is_found(const Question& question, const Searcher& searcher) {
    const Results results = searcher.search(question.query, {.limit = 1, .snippets = 0});
    if (results.refused) throw BadQuery(question.text, *results.refused);
    return results.total > 0 ? ExitCode::success : ExitCode::nothing_found;
}

ExitCode print_count(const Question& question, const OpenedIndex& index, const HitChoice& choice) {
    const Count count = index.searcher.count(question.query);
    check_answer(question, count);
    write_line(choice.format->readers == Readers::people ? std::to_string(count.articles)
                                                         : count_as_json(count));
    return count.articles > 0 ? ExitCode::success : ExitCode::nothing_found;
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
    QuestionFlags question_;
    HitFlags hits_;
    LooksFlags looks_;
};

void SearchCommand::declare(CLI::App& flags) {
    question_.declare(flags);
    hits_.declare(flags);
    looks_.declare(flags);
}

ExitCode SearchCommand::run(const Invocation& invocation) {
    const HitChoice choice = hits_.choice();
    const Question question = read_question(invocation.operands, question_);
    if (choice.format->readers == Readers::programs) tell_reading(question);
    const Looks looks = looks_.read(invocation);
    const OpenedIndex index = open_index(invocation);
    if (choice.answering == Answering::counted) return print_count(question, index, choice);
    if (choice.answering == Answering::silenced) return is_found(question, index.searcher);
    const HitOutput output{index, looks, choice.style};
    const auto printer = choice.format->make(output);
    const Results results = print_answer({"", question, choice.options}, index.searcher,
                                         choice.format->readers, *printer);
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
