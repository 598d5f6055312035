#include <string>

#include <tools/diagnostics.hpp>
#include <tools/hits/answer_question.hpp>
#include <tools/hits/print_hits.hpp>
#include <tools/output.hpp>
#include <tools/render/tally_json.hpp>

namespace morgue::tools {

namespace {

ExitCode exit_code_of(const Results& results) {
    if (!results.complete) {
        if (results.unread == 0)
            print_warning({.code = "incomplete",
                           .message = "the answer is not complete: the search was stopped early"});
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

ExitCode print_count(const Question& question, const Searcher& searcher, const HitChoice& choice) {
    const Count count = searcher.count(question.query);
    check_answer(question, count);
    write_line(choice.format->readers == Readers::people ? std::to_string(count.articles)
                                                         : count_as_json(count));
    finish_output();
    return count.articles > 0 ? ExitCode::success : ExitCode::nothing_found;
}

ExitCode print_answer(const Question& question, const HitOutput& output, const HitChoice& choice) {
    const auto printer = choice.format->make(output);
    const Asked asked{"", question, choice.options, output.looks.plain};
    const Results results = print_hits(asked, output.index.searcher, *choice.format, *printer);
    check_answer(question, results);
    printer->end(results);
    return exit_code_of(results);
}

}  // namespace

ExitCode answer_question(const Question& question, const HitOutput& output,
                         const HitChoice& choice) {
    switch (choice.answering) {
        case Answering::silenced:
            return is_found(question, output.index.searcher);
        case Answering::counted:
            return print_count(question, output.index.searcher, choice);
        case Answering::printed:
            break;
    }
    return print_answer(question, output, choice);
}

}  // namespace morgue::tools
