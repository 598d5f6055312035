#include <algorithm>
#include <optional>
#include <sstream>
#include <variant>

#include <morgue/fields.hpp>

#include <tools/line/shell_quote.hpp>
#include <tools/shell_words.hpp>

namespace morgue::tools {

namespace {

/// More words than that are told by their number.
constexpr std::size_t most_words_told = 8;

bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

bool has_space(std::string_view text) {
    return text.find_first_of(" \t\r\n") != std::string_view::npos;
}

std::vector<std::string> words_of(const std::string& text) {
    std::istringstream in{text};
    std::vector<std::string> words;
    for (std::string word; in >> word;) words.push_back(std::move(word));
    return words;
}

/// How the query language writes the text, where that is nothing but words.
std::optional<std::string> read_as_words(const std::string& text) {
    const auto read = Query::parse(text);
    const auto* query = std::get_if<Query>(&read);
    if (query == nullptr) return std::nullopt;
    std::string words = query->to_string();
    return words == Query::words(text).to_string() ? std::optional{words} : std::nullopt;
}

/// An argument that was between quotes when it was typed.
struct Unquoted {
    std::string field;  ///< "title:" where a field's name stood before the quotes
    std::string words;  ///< as read
};

/// The name of a field and its colon, with which the argument begins.
std::string field_before(const std::string& argument) {
    const std::size_t colon = argument.find(':');
    if (colon == std::string::npos || !field_named(argument.substr(0, colon))) return {};
    return argument.substr(0, colon + 1);
}

std::optional<Unquoted> unquoted(const std::string& argument) {
    if (!has_space(argument)) return std::nullopt;
    const std::string field = field_before(argument);
    const auto words = read_as_words(argument.substr(field.size()));
    if (!words || !has_space(*words)) return std::nullopt;
    return Unquoted{field, *words};
}

bool is_or(std::string_view argument) {
    return argument == "OR" || argument.starts_with('|') || argument.ends_with('|');
}

/// Whether the words of the argument at this place belong together otherwise than by AND: OR binds
/// tighter, and NOT takes the first of them alone.
bool is_beside_operator(const std::vector<std::string>& arguments, std::size_t at) {
    const std::string_view before = at > 0 ? std::string_view{arguments[at - 1]} : "";
    const std::string_view after =
        at + 1 < arguments.size() ? std::string_view{arguments[at + 1]} : "";
    return is_or(before) || is_or(after) || before == "NOT" || before.ends_with('-');
}

std::string reading_of(const Unquoted& argument, bool beside_operator) {
    const std::vector<std::string> words = words_of(argument.words);
    if (words.size() > most_words_told) return std::to_string(words.size()) + " words";
    std::string reading = argument.field;
    for (const std::string& word : words)
        reading += (&word == &words.front() ? "" : beside_operator ? " " : " AND ") + word;
    return reading + (beside_operator ? " without quotes" : "");
}

Note note_on_quotes(const Unquoted& argument, bool beside_operator) {
    const std::string phrase = argument.field + '"' + argument.words + '"';
    const bool told = words_of(argument.words).size() <= most_words_told;
    std::string remedy =
        told ? quoted_for_shell(phrase) : "it in double quotes within single quotes";
    if (argument.field.empty() && !beside_operator) remedy += " or -F";
    return {"shell-quotes", "read as " + reading_of(argument, beside_operator) +
                                "; for the exact phrase type " + remedy};
}

}  // namespace

std::vector<Note> notes_on_arguments(const std::vector<std::string>& arguments) {
    std::vector<Note> notes;
    if (arguments.size() < 2) return notes;
    if (std::any_of(arguments.begin(), arguments.end(), is_blank))
        notes.push_back({"empty-argument", "an empty argument is left out of the query"});
    for (std::size_t at = 0; at < arguments.size(); ++at) {
        if (const auto argument = unquoted(arguments[at]))
            notes.push_back(note_on_quotes(*argument, is_beside_operator(arguments, at)));
    }
    return notes;
}

}  // namespace morgue::tools
