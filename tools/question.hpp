#pragma once

#include <exception>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <morgue/query.hpp>
#include <morgue/searcher.hpp>

namespace morgue::tools {

class FlagSet;

/// The text typed as a query is none.
class BadQuery : public std::exception {
  public:
    BadQuery(std::string text, QueryError error)
        : text_(std::move(text)), error_(std::move(error)) {}

    const std::string& text() const noexcept { return text_; }
    const QueryError& error() const noexcept { return error_; }
    const char* what() const noexcept override { return error_.message.c_str(); }

  private:
    std::string text_;
    QueryError error_;
};

/// How what is typed is read, declared alike by every subcommand that asks.
class QuestionFlags {
  public:
    void declare(FlagSet& flags);

    bool fixed = false;    ///< each argument is one exact phrase, in which nothing is syntax
    bool any = false;      ///< any word of the arguments answers, and nothing in them is syntax
    bool strict = false;   ///< what would be read with a note is an error
    bool lenient = false;  ///< slips are mended, with a note
    std::string syntax = "morgue";  ///< or json: a tree
};

/// A query and the text it was read from.
struct Question {
    std::string text;
    Query query;
    std::vector<Note> notes = {};  ///< on how it was typed; those on how it reads are the query's
};

/// The arguments joined by spaces and read as one query; with -F each as one phrase, all of which
/// must occur, with --any as one sentence, any word of which answers. With --strict a question
/// whose reading takes a note is no query. Throws BadQuery, and UsageError where there are none.
Question read_question(const std::vector<std::string>& arguments, const QuestionFlags& flags);

/// Says with --verbose how the question was read, where no footer says it.
void tell_reading(const Question& question);

/// Throws BadQuery where the index does not answer this question; prints the notes of the answer.
void check_answer(const Question& question, const std::vector<Note>& notes,
                  const std::optional<QueryError>& refused);

template <typename Answer>
void check_answer(const Question& question, const Answer& answer) {
    check_answer(question, answer.notes, answer.refused);
}

}  // namespace morgue::tools
