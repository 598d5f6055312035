#pragma once

#include <optional>
#include <string_view>

#include <morgue/article.hpp>

namespace morgue::schema {

// What some of the terms of term.hpp say, where nothing else is left that says it.

/// The id that an id term stands for; nothing for another term.
std::optional<ArticleId> id_in(std::string_view term);
/// The id that a leader_term stands for; nothing for another term.
std::optional<ArticleId> leader_in(std::string_view term);
/// The path that a path term stands for, as far as the term has it; nothing for another term.
std::optional<std::string_view> path_in(std::string_view term);

}  // namespace morgue::schema
