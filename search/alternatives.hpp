#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include <morgue/diagnosis.hpp>

#include <search/counting.hpp>
#include <search/query/tree.hpp>

namespace morgue::search {

/// So many words of a question that are in no article are compared with those of the index.
inline constexpr std::size_t max_words_compared = 8;
/// So many of a phrase's longest runs are told.
inline constexpr std::size_t max_runs = 3;

/// A leaf of a question that no article answers, and the part that it belongs to.
struct MissingLeaf {
    const query::Node* leaf;
    std::size_t part;
};

/// Tells of leaves that no article answers what is near them in the index, and what the question
/// finds with that in their place.
class Alternatives {
  public:
    Alternatives(const Counter& counter, query::NodePtr root)
        : counter_(counter), root_(std::move(root)) {}

    /// Adds to the parts.
    void tell(const std::vector<MissingLeaf>& missing, std::vector<QueryPart>& parts);

    /// The question with the most frequent spelling for each of several leaves; without text where
    /// there are not several.
    Alternative respelled() const;

    /// Adds to each part how it and the next one, two bare words, are found as one word.
    void tell_joined(const std::vector<query::NodePtr>& operands,
                     std::vector<QueryPart>& parts) const;

  private:
    /// A spelling and the leaf that has it.
    struct Respelling {
        std::string word;
        std::size_t articles = 0;
        query::NodePtr leaf = nullptr;
    };

    void tell_words(const std::vector<MissingLeaf>& missing, std::vector<QueryPart>& parts);
    void tell_split(const query::Node& leaf, QueryPart& part);
    void tell_value(const query::Node& leaf, QueryPart& part);
    void add_spelling(const query::Node& leaf, Respelling spelling, QueryPart& part);
    void tell_runs(const query::Node& leaf, QueryPart& part) const;
    void tell_looser(const query::Node& leaf, QueryPart& part) const;

    void add_looser(const query::Node& leaf, const query::NodePtr& looser, QueryPart& part) const;
    Alternative instead(const query::Node& leaf, const query::NodePtr& replacement) const;
    Alternative instead(const query::Node& root) const;

    const Counter& counter_;
    query::NodePtr root_;
    std::map<const query::Node*, Respelling> most_frequent_;
};

}  // namespace morgue::search
