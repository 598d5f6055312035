#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <search/query/messages.hpp>
#include <search/query/tree.hpp>

namespace morgue::query {

/// The operators that look at where words stand.

/// Whether a text has the form of one: W/5, PRE/S, NEAR3, /p, ATLEAST2, whatever its number.
bool is_near_sign(std::string_view text);
bool is_at_least_sign(std::string_view text);

/// What a text of that form says. Wrong numbers are complaints.
std::variant<Link, Complaint> read_near_sign(std::string_view text);
std::variant<std::size_t, Complaint> read_at_least_sign(std::string_view text);

/// NEAR without a number.
inline constexpr Link near_alone{.words = 10};
/// So many words, the first one before: +5.
std::variant<Link, Complaint> read_words_before(std::string_view number);

/// The number behind ^.
std::variant<double, Complaint> read_weight(std::string_view number);
/// As behind ^, the shortest that is read so.
std::string written_weight(double weight);

/// The number behind a phrase and ~.
std::variant<unsigned, Complaint> read_window(std::string_view number);

/// W/5, NOT W/S …
std::string written(const Link& link);

/// What keeps a link from standing behind others in a row; `sign` is the operator as typed.
std::optional<Complaint> check_link(const Link& link, const std::vector<Link>& before,
                                    const std::string& sign);

/// What keeps a node from being an operand of a proximity beside others of `field`, or from
/// standing inside ATLEAST; `sign` is the operator as typed. Operands are words, beginnings and
/// phrases, and alternatives of these, all of one field.
std::optional<Complaint> check_near_operand(const Node& node, std::optional<Field> field,
                                            const std::string& sign);

/// What keeps a node from standing in the lead: a leaf that is no words of the text.
std::optional<Complaint> check_in_lead(const Node& node);

/// The field that the node's first leaf stands in.
std::optional<Field> field_of(const Node& node);

/// Whether a bare word stands beside a row: "climate change W/5 policy" may be meant as a phrase.
bool word_beside_near(const std::vector<NodePtr>& clauses);

}  // namespace morgue::query
