#include <algorithm>

#include <tools/count_list.hpp>
#include <tools/output.hpp>
#include <tools/render/listed_json.hpp>
#include <tools/render/safe_text.hpp>
#include <tools/render/tally_json.hpp>
#include <tools/render/terminal.hpp>

namespace morgue::tools {

namespace {

/// A cell of a row between tabs: a tab in it becomes a space, which means the same in a query.
std::string cell(std::string text) {
    std::replace(text.begin(), text.end(), '\t', ' ');
    return stdout_is_terminal() ? printable(text) : text;
}

void write_row(const ListedQuery& listed, const std::string& articles, const Count& count) {
    write_line(cell(listed.id) + '\t' + articles + '\t' + count.first_date + '\t' +
               count.last_date + '\t' + cell(listed.text));
}

void write_object(const ListedQuery& listed, const Count& count) {
    Json out = record("count");
    out["qid"] = listed.id;
    out["query"] = listed.text;
    add_count(out, count);
    write_line(line_of(out));
}

}  // namespace

ExitCode count_list(QueryList& list, const Searcher& searcher, const CountListStyle& style) {
    ListRun run;
    run.plain = style.plain;
    run.ask = [&](const ListedQuery& listed, const Question& question) -> ListedAnswer {
        Count count = searcher.count(question.query);
        if (count.refused) return {.refused = std::move(count.refused)};
        if (style.json)
            write_object(listed, count);
        else
            write_row(listed, std::to_string(count.articles), count);
        return {.found = count.articles > 0, .notes = std::move(count.notes)};
    };
    run.print_bad = [&](const ListedQuery& listed, const QueryError& error) {
        if (style.json)
            write_line(bad_query_as_json(listed, error));
        else
            write_row(listed, "error", {});
    };
    return run_list(list, run);
}

}  // namespace morgue::tools
