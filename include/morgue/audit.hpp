#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include <morgue/article.hpp>
#include <morgue/query.hpp>

namespace morgue {

/// An article of which the index and a reading of its text say different things.
struct AuditDifference {
    enum class Kind {
        missed,       ///< it answers, and is not found
        extra,        ///< it is found, and does not answer
        highlighted,  ///< other words light than satisfy
    };

    Kind kind = Kind::missed;
    ArticleId id;
    Location location;
};

/// What came of asking an index and reading all its articles to see whether it is right.
struct Audit {
    std::size_t articles = 0;  ///< read
    std::size_t answered = 0;  ///< of these, by their text
    std::vector<AuditDifference> differences;
    std::vector<Note> notes;
    std::optional<QueryError> refused;  ///< as in Results, or asked for what a text cannot tell
};

}  // namespace morgue
