#pragma once

#include <vector>

#include <morgue/snippet.hpp>

#include <search/audit/naive_text.hpp>
#include <search/audit/naive_words.hpp>
#include <search/query/tree.hpp>
#include <text/language.hpp>

namespace morgue::search {

/// Whether an article answers a question and what of it lights, found out by looking at every word
/// of it. It shares the tokenizer and the tree with the search, and nothing else: no terms, no
/// index, no plan. What is/dup say of articles that are nearly the same it cannot know.
class NaiveMatcher {
  public:
    /// The trees that it is asked about have to outlive it.
    explicit NaiveMatcher(std::vector<const text::Language*> languages)
        : languages_(std::move(languages)) {}

    bool answers(const NaiveArticle& article, const query::Node& node) const;
    /// Of an article that answers.
    Highlights lit(const NaiveArticle& article, const query::Node& node) const;

  private:
    using Spots = std::vector<NaiveSpot>;

    /// Calls `look` with nothing but leads in sight.
    template <typename Look>
    bool in_lead(const Look& look) const;
    /// The texts that a node with this field is searched in.
    std::vector<const NaiveText*> texts_of(const NaiveArticle& article,
                                           std::optional<Field> field) const;
    bool leaf_answers(const NaiveArticle& article, const query::Node& node) const;
    void light(const NaiveArticle& article, const query::Node& node, Spots& title,
               Spots& body) const;
    /// Where in this text stands what the node asks for: words, those near each other, those that
    /// are counted.
    Spots spots(const NaiveText& text, const query::Node& node) const;
    Spots near_spots(const NaiveText& text, const query::Near& near) const;
    Spots leaf_spots(const NaiveText& text, const query::Node& leaf) const;
    /// Of the words of a phrase that stand in any order, but near enough.
    Spots window_spots(const NaiveText& text, const query::Node& leaf, std::size_t window) const;

    std::vector<const text::Language*> languages_;
    mutable std::size_t most_words_ = std::size_t(-1);  ///< of a body, where a lead is looked at
    mutable std::map<const query::Node*, NaiveWords> words_;  ///< of leaves, as they come up
    mutable std::map<const query::Node*, std::vector<query::Node>> parts_;  ///< of phrases
};

/// Whether the tree asks for something that the naive matcher cannot know.
bool knows(const query::Node& node);

}  // namespace morgue::search
