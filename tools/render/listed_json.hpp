#pragma once

#include <tools/query_list.hpp>
#include <tools/render/json_parts.hpp>

namespace morgue::tools {

/// In the place of an answer, that a line of a list is no query, and why.
std::string bad_query_as_json(const ListedQuery& listed, const QueryError& error);

}  // namespace morgue::tools
