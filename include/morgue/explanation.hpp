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

/// A word that SearchOptions::expand adds to the question.
struct AddedWord {
    std::string text;   ///< its stem, as the index has it: "econom"; "title:econom" in titles alone
    double weight = 0;  ///< of it, where a word of the question has 1
    std::optional<double> score;  ///< as in ExplainedPart; 0 where the article does not have it
};

/// What SearchOptions::recency adds for an article's age.
struct ExplainedAge {
    double most = 0;              ///< for the newest
    std::optional<double> score;  ///< as in ExplainedPart; 0 for what is undated
};

/// How a question is asked of an index, and how a score comes to be.
struct Explanation {
    std::string xapian;  ///< the query that Xapian is asked, as it describes that
    std::vector<ExplainedPart> parts;
    std::vector<AddedWord> added;     ///< with SearchOptions::expand; what counts most is first
    std::optional<ExplainedAge> age;  ///< with SearchOptions::recency, where any article is dated
    std::size_t articles = 0;         ///< that answer all
    std::optional<double> score;      ///< of the article in question, where it answers
    std::vector<Note> notes;
    std::optional<QueryError> refused;  ///< as in Results
};

}  // namespace morgue
