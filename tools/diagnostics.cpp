#include <algorithm>
#include <memory>
#include <string>

#include <nlohmann/json.hpp>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <tools/diagnostics.hpp>
#include <tools/render/display_width.hpp>
#include <tools/render/filling.hpp>
#include <tools/render/query_line.hpp>
#include <tools/render/safe_text.hpp>
#include <tools/render/terminal.hpp>

namespace morgue::tools {

namespace {

using Json = nlohmann::ordered_json;
using Level = spdlog::level::level_enum;

/// Columns for a query where stderr is no terminal.
constexpr std::size_t columns_of_a_file = 400;
constexpr std::size_t indent = 2;

bool in_json = false;

spdlog::logger make_logger() {
    spdlog::logger made{"morgue", std::make_shared<spdlog::sinks::stderr_sink_mt>()};
    made.set_pattern("%v");
    return made;
}

spdlog::logger& log() {
    static spdlog::logger logger = make_logger();
    return logger;
}

void say(Level level, std::string_view text) {
    log().log(level, "{}", text);
}

void say_json(Level level, std::string_view kind, const Json& what) {
    const Json line{{std::string{kind}, what}};
    say(level, escaped_json(line.dump(-1, ' ', false, Json::error_handler_t::replace)));
}

/// On a terminal its lines, elsewhere one: a program that looks for a sentence finds it whole.
std::string in_lines(std::string_view lead, std::string_view text) {
    const std::string shown = printable(text);
    return stderr_is_terminal() ? filled(shown, terminal_columns(), lead)
                                : std::string{lead} + shown;
}

/// A command stays whole: where a terminal has no room for it behind its sentence, below that.
std::string with_command(const std::string& line) {
    const std::string shown = printable(line);
    const std::size_t command = shown.find(": morgue ");
    const bool fits = !stderr_is_terminal() || display_width(shown) <= terminal_columns();
    if (fits || command == std::string::npos) return shown;
    return in_lines("  ", shown.substr(2, command - 1)) + "\n    " + shown.substr(command + 2);
}

std::string with_hint(std::string_view head, std::string_view what, std::string_view hint) {
    std::string text = stderr_is_terminal()
                           ? filled(std::string{head} + printable(what), terminal_columns())
                           : std::string{head} + printable(what);
    if (!hint.empty()) text += "\n" + in_lines("  hint: ", hint);
    return text;
}

Json as_json(const Problem& problem) {
    Json out{{"code", problem.code}, {"message", problem.message}};
    if (!problem.hint.empty()) out["hint"] = problem.hint;
    if (!problem.path.empty()) out["path"] = problem.path;
    if (!problem.commands.empty()) out["commands"] = problem.commands;
    return out;
}

Problem as_problem(const Error& error) {
    const std::string what = error.what();
    const bool says_where = what.find(error.path()) != std::string::npos;
    return {std::string{to_string(error.code())}, says_where ? what : what + ": " + error.path(),
            error.hint(), error.path()};
}

/// Where the error is in the query, counted in characters: the first is 1, the end is exclusive.
struct Columns {
    std::size_t begin = 1;
    std::size_t end = 1;
};

Columns columns_of(std::string_view query, const QueryError& error) {
    const std::size_t begin = std::min(error.begin, query.size());
    const std::size_t end = std::clamp(error.end, begin, query.size());
    return {count_characters(query.substr(0, begin)) + 1,
            count_characters(query.substr(0, end)) + 1};
}

Json as_json(std::string_view query, const QueryError& error) {
    const Columns columns = columns_of(query, error);
    return {{"code", error.code}, {"message", error.message}, {"hint", error.help},
            {"query", query},     {"col", columns.begin},     {"end", columns.end}};
}

std::string as_text(std::string_view query, const QueryError& error) {
    const std::size_t columns = stderr_is_terminal() ? terminal_columns() : columns_of_a_file;
    std::string head = "morgue: error[" + error.code + "]";
    std::string shown;
    if (!printable(query).empty()) {
        const QueryLines lines = query_lines(query, error.begin, error.end, columns - indent);
        const std::string lead(indent, ' ');
        head += " col " + std::to_string(columns_of(query, error).begin);
        shown = "\n" + lead + lines.query + "\n" + lead + lines.marks;
    }
    return with_hint(head + ": ", error.message, "") + shown + "\n" +
           in_lines("  help: ", error.help);
}

Json as_json(const Note& told) {
    return {{"code", told.code}, {"message", told.message}};
}

}  // namespace

void speak_json() {
    in_json = true;
}

void be_verbose() {
    log().set_level(Level::debug);
}

void be_quiet() {
    log().set_level(Level::warn);
}

void print_error(const Problem& problem) {
    if (in_json) return say_json(Level::err, "error", as_json(problem));
    std::string text = with_hint("morgue: error: ", problem.message, problem.hint);
    for (const std::string& command : problem.commands) text += "\n    " + printable(command);
    say(Level::err, text);
}

void print_error(const Error& error) {
    print_error(as_problem(error));
}

void print_error(const NoIndex& error) {
    Problem problem = as_problem(error);
    problem.commands = error.commands();
    print_error(problem);
}

void print_query_error(std::string_view query, const QueryError& error) {
    if (in_json)
        say_json(Level::err, "error", as_json(query, error));
    else
        say(Level::err, as_text(query, error));
}

void print_notes(const std::vector<Note>& notes) {
    for (const Note& told : notes) print_note(told);
}

void print_note(const Note& told) {
    if (in_json)
        say_json(Level::info, "note", as_json(told));
    else
        say(Level::info, in_lines("note: ", told.message));
}

void print_warning(const Problem& problem) {
    if (in_json)
        say_json(Level::warn, "warning", as_json(problem));
    else
        say(Level::warn, with_hint("morgue: warning: ", problem.message, problem.hint));
}

void print_plainly(const Note& told) {
    if (in_json)
        say_json(Level::info, "note", as_json(told));
    else
        say(Level::info, printable(told.message));
}

void print_finished(std::string_view text) {
    say(Level::info, stderr_is_terminal() ? filled(text, terminal_columns()) : std::string{text});
}

void print_lines(const std::vector<std::string>& lines, const Json& note) {
    if (in_json) return say_json(Level::info, "note", note);
    for (const std::string& line : lines)
        say(Level::info, line.starts_with("  ") ? with_command(line) : in_lines("", line));
}

void debug(std::string_view text) {
    if (in_json)
        say_json(Level::debug, "debug", {{"message", text}});
    else
        say(Level::debug, "morgue: " + printable(text));
}

}  // namespace morgue::tools
