#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include <schema/stored_article.hpp>
#include <search/query/tree.hpp>
#include <text/language.hpp>

namespace morgue::test {

/// The forms found at one position, each behind a letter for its kind.
using Position = std::set<std::string>;

/// An article as the naive matcher sees it: forms by field and position, and the rest as it is.
struct NaiveArticle {
    schema::StoredArticle stored;
    std::map<Field, std::vector<Position>> words;  ///< title, byline and place
    std::vector<Position> body;
};

NaiveArticle naive_article(schema::StoredArticle stored);

/// Whether the article answers the question, found out by looking at every word of it. It shares
/// the tokenizer and the tree with the search, and nothing else: no terms, no index, no plan.
class NaiveMatcher {
  public:
    explicit NaiveMatcher(std::vector<const text::Language*> languages)
        : languages_(std::move(languages)) {}

    bool answers(const NaiveArticle& article, const query::Node& node) const;

  private:
    struct Element;

    bool leaf_answers(const NaiveArticle& article, const query::Node& node) const;
    bool words_answer(const NaiveArticle& article, const query::Node& node) const;
    bool found_in(const std::vector<Position>& text, const query::Node& node) const;
    std::vector<Element> elements_of(const std::string& text) const;
    Position asked_word(const Element& element, bool stems) const;

    std::vector<const text::Language*> languages_;
};

}  // namespace morgue::test
