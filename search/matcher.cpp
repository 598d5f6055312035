#include <algorithm>
#include <tuple>

#include <search/closeness.hpp>
#include <search/matcher.hpp>
#include <text/language.hpp>

namespace morgue::search {

namespace {

bool before(const LitSpan& left, const LitSpan& right) {
    const auto key = [](const LitSpan& span) {
        return std::tuple(span.range.begin, span.range.end, span.leaf);
    };
    return key(left) < key(right);
}

/// In the order of the text. A compound is found at its first part and at its last, and rows may
/// share an end: what lights the same for the same leaf is one.
void put_in_order(std::vector<LitSpan>& spans) {
    std::sort(spans.begin(), spans.end(), before);
    const auto same = [](const LitSpan& left, const LitSpan& right) {
        return !before(left, right) && !before(right, left);
    };
    spans.erase(std::unique(spans.begin(), spans.end(), same), spans.end());
}

/// Which leaves of a plan an article satisfies, and which of them light.
class Verdict {
  public:
    Verdict(std::size_t leaves, const TermSet& facts)
        : facts_(facts), found_(leaves), lit_(leaves) {}

    /// The spans of one text.
    void add_found(const std::vector<LitSpan>& spans) {
        for (const LitSpan& span : spans)
            found_[span.leaf].emplace_back(texts_, span.range.begin, span.range.end);
        ++texts_;
    }

    bool satisfied(const PlanNode& node) const { return std::visit(*this, node.kind); }
    bool operator()(const Words& words) const { return !found_[words.leaf].empty(); }
    bool operator()(const Verified& verified) const { return std::visit(*this, *verified.placed); }
    /// Leaves of words that do not stand together were left without spans.
    bool operator()(const Together& together) const {
        const auto& operand = together.operands.front();
        return std::any_of(operand.begin(), operand.end(), *this);
    }
    bool operator()(const Repeated& repeated) const {
        std::vector<Occurrence> all;
        for (const Words& words : repeated.words)
            all.insert(all.end(), found_[words.leaf].begin(), found_[words.leaf].end());
        std::sort(all.begin(), all.end());
        all.erase(std::unique(all.begin(), all.end()), all.end());
        return all.size() >= repeated.count;
    }
    bool operator()(const Facts& facts) const {
        return std::any_of(facts.terms.begin(), facts.terms.end(),
                           [&](const std::string& term) { return facts_.contains(term); });
    }
    bool operator()(const Scaled& scaled) const { return satisfied(*scaled.part); }
    bool operator()(const Everything&) const { return true; }
    bool operator()(const Except& except) const { return !satisfied(*except.part); }
    bool operator()(const All& all) const {
        return std::all_of(all.parts.begin(), all.parts.end(),
                           [&](const PlanNode& part) { return satisfied(part); });
    }
    bool operator()(const Any& any) const {
        return std::any_of(any.parts.begin(), any.parts.end(),
                           [&](const PlanNode& part) { return satisfied(part); });
    }

    /// Only what takes part in satisfying the question lights.
    void light(const PlanNode& node) {
        if (!satisfied(node)) return;
        if (const auto* words = std::get_if<Words>(&node.kind)) lit_[words->leaf] = true;
        if (const auto* verified = std::get_if<Verified>(&node.kind))
            for_each_words(*verified->placed, [&](const Words& words) { lit_[words.leaf] = true; });
        if (const auto* scaled = std::get_if<Scaled>(&node.kind)) light(*scaled->part);
        if (const auto* all = std::get_if<All>(&node.kind)) light_each(all->parts);
        if (const auto* any = std::get_if<Any>(&node.kind)) light_each(any->parts);
    }

    void keep_lit(std::vector<LitSpan>& spans) const {
        std::erase_if(spans, [&](const LitSpan& span) { return !lit_[span.leaf]; });
    }

  private:
    void light_each(const std::vector<PlanNode>& parts) {
        for (const PlanNode& part : parts) light(part);
    }

    /// The number of the text, and bytes.
    using Occurrence = std::tuple<std::size_t, std::size_t, std::size_t>;

    const TermSet& facts_;
    std::size_t texts_ = 0;
    std::vector<std::vector<Occurrence>> found_;  ///< by leaf
    std::vector<bool> lit_;
};

}  // namespace

Matcher::Matcher(const PlanNode& root, std::size_t leaves)
    : root_(root), leaves_(leaves), collected_(leaves), in_lead_(leaves) {
    collect(root);
}

void Matcher::collect(const Words& words) {
    if (collected_[words.leaf]) return;
    collected_[words.leaf] = true;
    rows_.add(words);
    if (words.in_lead) in_lead_[words.leaf] = has_lead_ = true;
    if (words.field && words.field != Field::title) fields_.push_back(*words.field);
}

void Matcher::collect(const PlanNode& node) {
    if (const auto* words = std::get_if<Words>(&node.kind)) collect(*words);
    if (const auto* verified = std::get_if<Verified>(&node.kind)) {
        for_each_words(*verified->placed, [&](const Words& words) { collect(words); });
        if (const auto* together = std::get_if<Together>(verified->placed.get()))
            together_.push_back(together);
    }
    if (const auto* facts = std::get_if<Facts>(&node.kind))
        facts_.insert(facts->terms.begin(), facts->terms.end());
    if (const auto* except = std::get_if<Except>(&node.kind)) collect(*except->part);
    if (const auto* scaled = std::get_if<Scaled>(&node.kind)) collect(*scaled->part);
    if (const auto* all = std::get_if<All>(&node.kind))
        for (const PlanNode& part : all->parts) collect(part);
    if (const auto* any = std::get_if<Any>(&node.kind))
        for (const PlanNode& part : any->parts) collect(part);
}

std::vector<LitSpan> Matcher::settled(ScannedText text, std::size_t lead) const {
    if (has_lead_)
        std::erase_if(text.spans, [&](const LitSpan& span) {
            return in_lead_[span.leaf] && span.last >= lead;
        });
    std::vector<LitSpan> standing;
    std::vector<bool> placed(together_.empty() ? 0 : leaves_);
    for (const Together* together : together_) {
        for (const std::vector<Words>& operand : together->operands)
            for (const Words& words : operand) placed[words.leaf] = true;
        const auto spans = standing_together(*together, text);
        standing.insert(standing.end(), spans.begin(), spans.end());
    }
    if (!together_.empty())
        std::erase_if(text.spans, [&](const LitSpan& span) { return placed[span.leaf]; });
    text.spans.insert(text.spans.end(), standing.begin(), standing.end());
    put_in_order(text.spans);
    return std::move(text.spans);
}

Match Matcher::match(const Article& article, std::string_view lang, const TermSet& facts) const {
    const TextScan scan(rows_, text::find_language(lang));
    Verdict verdict(leaves_, facts);
    Match match;
    match.body = settled(scan.body(article.body, match.words), query::lead_words);
    verdict.add_found(match.body);
    for (const Metadatum& datum : article.metadata) {
        // A title made from the first sentence is not indexed: it lights, but decides nothing.
        const bool made = datum.from == Provenance::first_sentence;
        if (datum.field == Field::title && made)
            match.title = settled(scan.line(datum.value, {.unnamed = true, .field = {}}));
        else if (datum.field == Field::title)
            verdict.add_found(match.title = settled(scan.line(
                                  datum.value, {.unnamed = true, .field = Field::title})));
        else if (std::find(fields_.begin(), fields_.end(), datum.field) != fields_.end())
            verdict.add_found(
                settled(scan.line(datum.value, {.unnamed = false, .field = datum.field})));
    }
    match.satisfied = verdict.satisfied(root_);
    if (match.satisfied) verdict.light(root_);
    verdict.keep_lit(match.title);
    verdict.keep_lit(match.body);
    return match;
}

std::vector<ByteRange> merged(const std::vector<LitSpan>& spans) {
    std::vector<ByteRange> ranges;
    for (const LitSpan& span : spans)
        if (ranges.empty() || span.range.begin >= ranges.back().end)
            ranges.push_back(span.range);
        else
            ranges.back().end = std::max(ranges.back().end, span.range.end);
    return ranges;
}

}  // namespace morgue::search
