#pragma once

#include <exception>
#include <string>
#include <utility>
#include <vector>

#include <morgue/query.hpp>
#include <morgue/searcher.hpp>

namespace morgue::tools {

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

/// A query and the text it was read from.
struct Question {
    std::string text;
    Query query;
};

/// The arguments joined by spaces and read as one query.
/// Throws BadQuery, and UsageError where there are none.
Question read_question(const std::vector<std::string>& words);

/// Throws BadQuery where the index does not answer this question; prints the notes of the answer.
void check_answer(const Question& question, const Results& results);

}  // namespace morgue::tools
