#include <variant>

#include <tools/diagnostics.hpp>
#include <tools/line/flag_set.hpp>
#include <tools/question.hpp>
#include <tools/shell_words.hpp>
#include <tools/usage_error.hpp>

namespace morgue::tools {

namespace {

constexpr const char* json_syntax = "json";

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
    return text;
}

Question read_joined(const std::vector<std::string>& arguments, const QuestionFlags& flags) {
    std::string text = joined(arguments);
    if (text.find_first_not_of(" \t\r\n") == std::string::npos)
        throw UsageError("the query is empty", "write the words to look for; '*' is every article");
    auto read = flags.syntax == json_syntax ? Query::parse_json(text)
                : flags.lenient             ? Query::parse_leniently(text)
                                            : Query::parse(text);
    if (const QueryError* const error = std::get_if<QueryError>(&read))
        throw BadQuery(text, *error);
    return {std::move(text), std::get<Query>(std::move(read)), notes_on_arguments(arguments)};
}

Question read_phrases(const std::vector<std::string>& arguments) {
    std::vector<Query> phrases;
    for (const std::string& argument : arguments) {
        if (argument.find_first_not_of(" \t\r\n") == std::string::npos)
            throw UsageError("a phrase of -F is empty",
                             "give each phrase as one argument: morgue search -F 'storm corps'");
        phrases.push_back(Query::phrase(argument));
    }
    Query query = Query::all_of(std::move(phrases));
    std::string text = query.to_string();
    return {std::move(text), std::move(query)};
}

Question read_any(const std::vector<std::string>& arguments) {
    std::string text = joined(arguments);
    Query query = Query::any_words(text);
    return {std::move(text), std::move(query)};
}

Question read_freely(const std::vector<std::string>& arguments, const QuestionFlags& flags) {
    if (flags.any) return read_any(arguments);
    return flags.fixed ? read_phrases(arguments) : read_joined(arguments, flags);
}

void refuse_notes(const Question& question) {
    for (const auto* notes : {&question.query.notes(), &question.notes})
        if (!notes->empty())
            throw BadQuery(question.text,
                           {notes->front().code, 0, question.text.size(), notes->front().message,
                            "write what can be read in one way only, or leave out --strict"});
}

}  // namespace

void QuestionFlags::declare(FlagSet& flags) {
    flags.add_flag("-F,--fixed", fixed, "each argument is one exact phrase, without any syntax");
    flags.add_flag("--any", any, "a sentence, without syntax: most of its words, best first");
    flags.add_flag("--strict", strict, "what a note would say of how it is read is an error");
    flags.add_flag("--lenient", lenient, "slips such as a quote left open are mended, with a note");
    flags.add_option("--syntax", syntax, "how the query is written: morgue, or json for a tree",
                     {"SYNTAX", one_of({"morgue", json_syntax})});
}

Question read_question(const std::vector<std::string>& arguments, const QuestionFlags& flags) {
    if (arguments.empty())
        throw UsageError("there is no query", "write the words to look for; '*' is every article");
    if (flags.any && flags.fixed)
        throw UsageError("-F and --any contradict each other", "leave one of them out");
    if (flags.lenient && flags.strict)
        throw UsageError("--lenient and --strict contradict each other", "leave one of them out");
    if (flags.syntax == json_syntax && (flags.any || flags.fixed || flags.lenient))
        throw UsageError("--syntax=json takes a tree as it is",
                         "leave out --any, -F and --lenient");
    Question question = read_freely(arguments, flags);
    if (flags.strict) refuse_notes(question);
    return question;
}

void tell_reading(const Question& question) {
    debug("read as " + question.query.reading());
}

void check_answer(const Question& question, const std::vector<Note>& notes,
                  const std::optional<QueryError>& refused) {
    if (refused) throw BadQuery(question.text, *refused);
    print_notes(question.notes);
    print_notes(notes);
}

}  // namespace morgue::tools
