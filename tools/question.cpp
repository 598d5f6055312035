#include <variant>

#include <tools/diagnostics.hpp>
#include <tools/question.hpp>
#include <tools/usage_error.hpp>

namespace morgue::tools {

namespace {

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
    return text;
}

}  // namespace

Question read_question(const std::vector<std::string>& words) {
    if (words.empty())
        throw UsageError("there is no query", "write the words to look for; '*' is every article");
    std::string text = joined(words);
    auto read = Query::parse(text);
    if (const QueryError* const error = std::get_if<QueryError>(&read))
        throw BadQuery(text, *error);
    Query query = std::get<Query>(std::move(read));
    debug("read as " + query.to_string());
    return {std::move(text), std::move(query)};
}

void check_answer(const Question& question, const Results& results) {
    if (results.refused) throw BadQuery(question.text, *results.refused);
    print_notes(results.notes);
}

}  // namespace morgue::tools
