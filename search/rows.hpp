#pragma once

#include <string_view>
#include <vector>

#include <search/plan.hpp>
#include <search/planning.hpp>
#include <search/query/tree.hpp>

namespace morgue::search {

/// What a word, a beginning of words or a phrase asks of an article. `node` is the leaf that
/// `text` stands in; its field decides whose words are meant.
Words plan_word(Planning& planning, const query::Node& node, std::string_view text);
Words plan_prefix(Planning& planning, const query::Node& node, std::string_view text);
Words plan_phrase(Planning& planning, const query::Node& node, const query::Phrase& phrase);

/// The words and compounds of a text, each with what is between its parts.
std::vector<std::string_view> parts_of(const Planning& planning, std::string_view text);

}  // namespace morgue::search
