#include <optional>

#include <tools/answer_progress.hpp>
#include <tools/hits/print_hits.hpp>
#include <tools/output.hpp>
#include <tools/render/terminal.hpp>

namespace morgue::tools {

namespace {

/// A page at once; its hits are counted no further than a footer needs.
Results print_page(const Asked& asked, const Searcher& searcher, HitPrinter& printer) {
    Results results = searcher.search(asked.question.query, asked.options);
    if (results.refused) return results;
    printer.begin(asked);
    for (const Hit& hit : results.hits) printer.hit(hit);
    results.hits.clear();
    return results;
}

Results print_stream(const Asked& asked, const Searcher& searcher, HitPrinter& printer) {
    printer.begin(asked);
    // Of a list it is told how far that has come.
    std::optional<AnswerProgress> progress;
    if (asked.id.empty() && !stdout_is_terminal())
        progress.emplace(searcher, asked.question.query, asked.options, asked.plain);
    const auto print = [&](const Hit& hit) {
        printer.hit(hit);
        end_record();
        if (progress) progress->step();
        return true;
    };
    return searcher.for_each(asked.question.query, print, asked.options);
}

}  // namespace

Results print_hits(const Asked& asked, const Searcher& searcher, const HitFormat& format,
                   HitPrinter& printer) {
    Results results = format.readers == Readers::people ? print_page(asked, searcher, printer)
                                                        : print_stream(asked, searcher, printer);
    finish_output();
    return results;
}

}  // namespace morgue::tools
