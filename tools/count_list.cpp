#include <algorithm>

#include <nlohmann/json.hpp>

#include <tools/count_list.hpp>
#include <tools/output.hpp>
#include <tools/render/safe_text.hpp>
#include <tools/render/terminal.hpp>

namespace morgue::tools {

namespace {

using Json = nlohmann::ordered_json;

constexpr int schema_version = 1;

/// A cell of a row between tabs: a tab in it becomes a space, which means the same in a query.
std::string cell(std::string text) {
    std::replace(text.begin(), text.end(), '\t', ' ');
    return stdout_is_terminal() ? printable(text) : text;
}

void write_row(const ListedQuery& listed, const std::string& articles, const Count& count) {
    write_line(cell(listed.id) + '\t' + articles + '\t' + count.first_date + '\t' +
               count.last_date + '\t' + cell(listed.text));
}

void write_json(const Json& out) {
    write_line(escaped_json(out.dump(-1, ' ', false, Json::error_handler_t::replace)));
}

Json row_of(const ListedQuery& listed, const char* type) {
    return {{"v", schema_version}, {"type", type}, {"qid", listed.id}, {"query", listed.text}};
}

void write_object(const ListedQuery& listed, const Count& count) {
    Json out = row_of(listed, "count");
    out["total"] = count.articles;
    if (!count.first_date.empty()) out["first_date"] = count.first_date;
    if (!count.last_date.empty()) out["last_date"] = count.last_date;
    write_json(out);
}

void write_object(const ListedQuery& listed, const QueryError& error) {
    Json out = row_of(listed, "error");
    out["line"] = listed.line;
    out["error"] = {{"code", error.code},
                    {"message", error.message},
                    {"hint", error.help},
                    {"byte", {error.begin, error.end}}};
    write_json(out);
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
            write_object(listed, error);
        else
            write_row(listed, "error", {});
    };
    return run_list(list, run);
}

}  // namespace morgue::tools
