#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <morgue/fields.hpp>

#include <schema/stored_article.hpp>

namespace morgue::schema {

// Terms for what is known of an article beside its fields, and asked for by a name of its own.

/// What has a value that is compared whole, folded.
enum class Fact : unsigned char {
    type,  ///< the format of its file
    name,  ///< of its file, without folders
    url,   ///< its address without scheme and `www.`, and each beginning of it up to a slash
};

/// Names of facts, and the prefixes of their terms, as the index tells other programs.
inline constexpr std::array<std::pair<std::string_view, std::string_view>, 5> fact_prefixes{
    {{"type", "T"}, {"name", "XFILE"}, {"url", "U"}, {"has", "XHAS"}, {"words", "XWORDS"}}};

/// As it is asked for.
std::string_view name_of(Fact fact);

/// The values of the article, ready to be compared.
std::vector<std::string> fact_values(Fact fact, const StoredArticle& stored);
/// A value that is asked for, made ready likewise.
std::string asked_fact(Fact fact, std::string_view value);
/// The term of a value that is ready. `beginning` is what terms of all values begin with that do
/// so.
std::string fact_term(Fact fact, std::string_view ready);
std::string fact_beginning(Fact fact, std::string_view ready);

/// Whether something is stated in the field. A title that was made of the text is not.
bool has_field(const StoredArticle& stored, Field field);
std::string has_term(Field field);

/// Terms of a number of words, one for each beginning of its digits, so that few of them stand for
/// any range.
std::vector<std::string> length_terms(std::uint32_t words);
/// The fewest terms that stand for all numbers of words from `least` to `most`.
std::vector<std::string> length_terms(std::uint32_t least, std::uint32_t most);
/// Longer ones count as so long.
inline constexpr std::uint32_t most_length = 9'999'999;

/// All of these of an article.
std::vector<std::string> all_fact_terms(const StoredArticle& stored);

}  // namespace morgue::schema
