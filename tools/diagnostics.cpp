#include <algorithm>
#include <memory>
#include <string>

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <tools/diagnostics.hpp>
#include <tools/render/display_width.hpp>
#include <tools/render/safe_text.hpp>

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

/// Bytes shown on either side of an error in a long question.
constexpr std::size_t most_shown = 200;

/// The first byte at or after this one that begins a character.
std::size_t next_character(std::string_view text, std::size_t at) {
    while (at < text.size() && (text[at] & '\xC0') == '\x80') ++at;
    return std::min(at, text.size());
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
    const std::size_t column = count_characters(query.substr(0, begin)) + 1;
    const std::string_view wrong =
        query.substr(begin, std::min(std::max(error.end, begin) - begin, most_shown));
    const std::size_t from = begin > most_shown ? next_character(query, begin - most_shown) : 0;
    const std::size_t to = next_character(query, begin + wrong.size() + most_shown);
    const std::string before =
        (from > 0 ? "… " : "") + std::string(query.substr(from, begin - from));
    const std::string line =
        before + std::string(query.substr(begin, to - begin)) + (to < query.size() ? " …" : "");
    log().error("morgue: error[{}] col {}: {}\n  {}\n  {}\n  help: {}", error.code, column,
                printable(error.message), printable(line),
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
