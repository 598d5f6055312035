#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <morgue/article.hpp>
#include <morgue/query.hpp>

namespace morgue {

/// One of the parts that a question asks for together.
struct ExplainedPart {
    std::string text;          ///< in the query language
    std::size_t articles = 0;  ///< that answer it alone
    /// What it adds to the score of the article in question; nothing where that does not answer
    /// it, or none is in question.
    std::optional<double> score;
};

/// How a question is asked of an index, and how a score comes to be.
struct Explanation {
    std::string xapian;  ///< the query that Xapian is asked, as it describes that
    std::vector<ExplainedPart> parts;
    std::size_t articles = 0;     ///< that answer all
    std::optional<double> score;  ///< of the article in question, where it answers
    std::vector<Note> notes;
    std::optional<QueryError> refused;  ///< as in Results
};

}  // namespace morgue
