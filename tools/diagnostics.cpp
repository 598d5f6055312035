#include <algorithm>
#include <memory>
#include <string>

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <tools/diagnostics.hpp>
#include <tools/display_width.hpp>
#include <tools/safe_text.hpp>

namespace morgue::tools {

namespace {

spdlog::logger make_logger() {
    spdlog::logger made{"morgue", std::make_shared<spdlog::sinks::stderr_sink_mt>()};
    made.set_pattern("%v");
    return made;
}

spdlog::logger& log() {
    static spdlog::logger logger = make_logger();
    return logger;
}

std::string with_hint(std::string_view head, std::string_view what, std::string_view hint) {
    std::string text = std::string{head} + printable(what);
    if (!hint.empty()) text += "\n  hint: " + printable(hint);
    return text;
}

/// Spaces up to what is wrong, a caret, and a tilde for every further column of it.
std::string underline(std::string_view before, std::string_view wrong) {
    const std::size_t width = display_width(wrong);
    return std::string(display_width(before), ' ') + '^' +
           std::string(width > 1 ? width - 1 : 0, '~');
}

}  // namespace

void be_verbose() {
    log().set_level(spdlog::level::debug);
}

void print_error(std::string_view what, std::string_view hint) {
    log().error("{}", with_hint("morgue: error: ", what, hint));
}

void print_error(const Error& error) {
    const std::string_view what = error.what();
    const bool says_where = what.find(error.path()) != std::string_view::npos;
    print_error(says_where ? std::string{what} : std::string{what} + ": " + error.path(),
                error.hint());
}

void print_query_error(std::string_view query, const QueryError& error) {
    const std::size_t begin = std::min(error.begin, query.size());
    const std::string_view before = query.substr(0, begin);
    const std::string_view wrong = query.substr(begin, std::max(error.end, begin) - begin);
    log().error("morgue: error[{}] col {}: {}\n  {}\n  {}\n  help: {}", error.code,
                count_characters(before) + 1, printable(error.message), printable(query),
                underline(printable(before), printable(wrong)), printable(error.help));
}

void print_notes(const std::vector<Note>& notes) {
    for (const Note& note : notes) print_note(note.message);
}

void print_note(std::string_view text) {
    log().info("note: {}", printable(text));
}

void print_warning(std::string_view what, std::string_view hint) {
    log().warn("{}", with_hint("morgue: warning: ", what, hint));
}

void print_plainly(std::string_view text) {
    log().info("{}", printable(text));
}

void debug(std::string_view text) {
    log().debug("morgue: {}", printable(text));
}

}  // namespace morgue::tools
