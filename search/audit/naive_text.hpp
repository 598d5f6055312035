#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <schema/stored_article.hpp>
#include <text/language.hpp>
#include <text/tokenizer.hpp>

namespace morgue::search {

/// Forms, each behind a letter for its kind: s surface, u surface of a character of unspaced
/// script, a acronym, z and the language's code a stem.
using FormSet = std::set<std::string>;

void add_forms(FormSet& set, std::span<const text::Form> forms, const text::Token& token,
               const text::Language* language);

/// A word of a text, with all that the naive matcher wants to know of it.
struct NaiveToken {
    FormSet own;
    FormSet joined;       ///< of the compound that it begins or ends
    std::string written;  ///< NFC, with straight apostrophes
    std::size_t begin = 0;
    std::size_t end = 0;
    std::uint32_t group = 0;  ///< as in text::Token
    std::size_t sentence = 0;
    std::size_t paragraph = 0;
};

using NaiveText = std::vector<NaiveToken>;

/// `one_sentence`: a title, or another text that is not cut into sentences.
NaiveText naive_text(std::string_view text, const text::Language* language, bool one_sentence);

/// An article as the naive matcher sees it.
struct NaiveArticle {
    schema::StoredArticle stored;
    NaiveText body;
    std::map<Field, std::vector<NaiveText>> texts;  ///< title, byline, place: each value
    NaiveText made_title;                           ///< of the first sentence: shown, not searched
};

NaiveArticle naive_article(schema::StoredArticle stored);

}  // namespace morgue::search
