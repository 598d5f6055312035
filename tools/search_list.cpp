#include <tools/hits/print_hits.hpp>
#include <tools/search_list.hpp>

namespace morgue::tools {

ExitCode search_list(QueryList& list, const HitOutput& output, const SearchListStyle& style) {
    const auto printer = style.format.make(output);
    ListRun run;
    run.plain = style.plain;
    run.ask = [&](const ListedQuery& listed, const Question& question) -> ListedAnswer {
        if (auto objection = printer->objection(listed)) return {.refused = std::move(objection)};
        const Asked asked{listed.id, question, style.options};
        Results results = print_hits(asked, output.index.searcher, style.format, *printer);
        if (results.refused) return {.refused = std::move(results.refused)};
        printer->end(results);
        return {.found = results.total > 0,
                .complete = results.complete,
                .notes = std::move(results.notes)};
    };
    run.print_bad = [&](const ListedQuery& listed, const QueryError& error) {
        printer->refuse(listed, error);
    };
    return run_list(list, run);
}

}  // namespace morgue::tools
