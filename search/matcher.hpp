#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include <morgue/article.hpp>
#include <morgue/snippet.hpp>

#include <schema/stored_article.hpp>
#include <search/plan.hpp>
#include <search/row_scanner.hpp>
#include <search/text_scan.hpp>

namespace morgue::search {

using TermSet = std::unordered_set<std::string>;

/// What of an article satisfies a plan. Spans ascend by their beginning and may overlap.
struct Match {
    bool satisfied = false;
    std::vector<LitSpan> title;
    std::vector<LitSpan> body;
    std::vector<TextWord> words;  ///< of the body
};

/// Finds in an article's text what the compiled query found in its terms. The text is cut into
/// words exactly as it was indexed, and the same terms are looked for; so the two agree.
class Matcher {
  public:
    explicit Matcher(const Plan& plan) : Matcher(plan.root, plan.leaves) {}
    /// Of a part of a plan that has so many leaves.
    Matcher(const PlanNode& root, std::size_t leaves);

    /// The terms that Facts ask for; `match` wants to know which of them the document has.
    const TermSet& facts() const noexcept { return facts_; }

    /// `lang` is the language that the article was analysed in (StoredArticle::lang).
    Match match(const Article& article, std::string_view lang, const TermSet& facts) const;

  private:
    void collect(const PlanNode& node);
    void collect(const Words& words);
    /// The text's spans in order; of words that have to stand together those that do. So many of
    /// its words are the lead.
    std::vector<LitSpan> settled(ScannedText text, std::size_t lead = 0) const;

    const PlanNode& root_;
    std::size_t leaves_;
    RowTable rows_;
    std::vector<bool> collected_;  ///< by leaf
    std::vector<bool> in_lead_;    ///< by leaf: only spans in the lead count
    bool has_lead_ = false;
    std::vector<const Together*> together_;
    TermSet facts_;
    std::vector<Field> fields_;  ///< of words that are neither title nor body
};

/// Ascending and disjoint, each span in one range only.
std::vector<ByteRange> merged(const std::vector<LitSpan>& spans);

}  // namespace morgue::search
