#pragma once

#include <optional>
#include <vector>

#include <search/query/lexer.hpp>
#include <search/query/messages.hpp>

namespace morgue::query {

/// Looks at tokens beside each other before they are parsed: refuses what is reserved, drops the
/// chunks that hold no word and notes them, reads what is a distance between words alone, and notes
/// lower-case operators.
std::optional<QueryError> sift(std::vector<Token>& tokens, Notes& notes);

}  // namespace morgue::query
