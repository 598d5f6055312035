#include <algorithm>
#include <tuple>

#include <schema/term.hpp>
#include <search/matcher.hpp>
#include <text/language.hpp>
#include <text/tokenizer.hpp>

namespace morgue::search {

namespace {

/// Whose words a text is made of, and so the terms that they stand under.
struct TextScope {
    bool unnamed = false;  ///< found by questions that name no field
    std::optional<Field> field;
};

auto key(const LitSpan& span) {
    return std::tuple(span.range.begin, span.range.end, span.leaf);
}

class TextScan {
  public:
    TextScan(const RowTable& rows, const text::Language* language)
        : rows_(rows), language_(language) {}

    std::vector<LitSpan> scan(std::string_view text, const TextScope& scope,
                              std::vector<TextWord>* words = nullptr) const {
        RowScanner scanner(rows_);
        text::tokenize(text, {.language = language_}, [&](const text::Token& token) {
            if (words != nullptr) words->push_back({token.begin, token.end, token.starts_sentence});
            scanner.begin_token(token);
            for (const text::Form& form : token.forms) add(scanner, form, scope, false);
            for (const text::Form& form : token.joined) add(scanner, form, scope, true);
            scanner.end_token();
        });
        std::vector<LitSpan> spans = scanner.take_spans();
        // A compound is found at its first part and at its last, and rows may share an end.
        std::sort(spans.begin(), spans.end(),
                  [](const LitSpan& left, const LitSpan& right) { return key(left) < key(right); });
        spans.erase(std::unique(spans.begin(), spans.end(),
                                [](const LitSpan& left, const LitSpan& right) {
                                    return key(left) == key(right);
                                }),
                    spans.end());
        return spans;
    }

  private:
    void add(RowScanner& scanner, const text::Form& form, const TextScope& scope,
             bool joined) const {
        if (form.kind == text::FormKind::exact) return;
        if (scope.unnamed) scanner.term(schema::form_term(form, language_), joined);
        if (scope.field)
            scanner.term(schema::field_form_term(*scope.field, form, language_), joined);
    }

    const RowTable& rows_;
    const text::Language* language_;
};

/// Which leaves of a plan an article satisfies, and which of them light.
class Verdict {
  public:
    Verdict(const Plan& plan, const TermSet& facts)
        : facts_(facts), found_(plan.leaves), lit_(plan.leaves) {}

    void add_found(const std::vector<LitSpan>& spans) {
        for (const LitSpan& span : spans) found_[span.leaf] = true;
    }

    bool satisfied(const PlanNode& node) const { return std::visit(*this, node.kind); }
    bool operator()(const Words& words) const { return found_[words.leaf]; }
    bool operator()(const Facts& facts) const {
        return std::any_of(facts.terms.begin(), facts.terms.end(),
                           [&](const std::string& term) { return facts_.contains(term); });
    }
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

    const TermSet& facts_;
    std::vector<bool> found_;
    std::vector<bool> lit_;
};

}  // namespace

Matcher::Matcher(const Plan& plan) : plan_(plan) {
    collect(plan.root);
}

void Matcher::collect(const PlanNode& node) {
    if (const auto* words = std::get_if<Words>(&node.kind)) {
        rows_.add(*words);
        if (words->field && words->field != Field::title) fields_.push_back(*words->field);
    }
    if (const auto* facts = std::get_if<Facts>(&node.kind))
        facts_.insert(facts->terms.begin(), facts->terms.end());
    if (const auto* except = std::get_if<Except>(&node.kind)) collect(*except->part);
    if (const auto* all = std::get_if<All>(&node.kind))
        for (const PlanNode& part : all->parts) collect(part);
    if (const auto* any = std::get_if<Any>(&node.kind))
        for (const PlanNode& part : any->parts) collect(part);
}

Match Matcher::match(const Article& article, std::string_view lang, const TermSet& facts) const {
    const TextScan scan(rows_, text::find_language(lang));
    Verdict verdict(plan_, facts);
    Match match;
    match.body = scan.scan(article.body, {.unnamed = true, .field = {}}, &match.words);
    verdict.add_found(match.body);
    for (const Metadatum& datum : article.metadata) {
        // A title made from the first sentence is not indexed: it lights, but decides nothing.
        const bool made = datum.from == Provenance::first_sentence;
        if (datum.field == Field::title && made)
            match.title = scan.scan(datum.value, {.unnamed = true, .field = {}});
        else if (datum.field == Field::title)
            verdict.add_found(match.title =
                                  scan.scan(datum.value, {.unnamed = true, .field = Field::title}));
        else if (std::find(fields_.begin(), fields_.end(), datum.field) != fields_.end())
            verdict.add_found(scan.scan(datum.value, {.unnamed = false, .field = datum.field}));
    }
    match.satisfied = verdict.satisfied(plan_.root);
    if (match.satisfied) verdict.light(plan_.root);
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
