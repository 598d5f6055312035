#include <algorithm>
#include <optional>
#include <utility>

#include <schema/field.hpp>
#include <schema/term.hpp>
#include <search/alternatives.hpp>
#include <search/look_alikes.hpp>
#include <search/phrase_runs.hpp>
#include <search/query/build.hpp>
#include <search/query/chars.hpp>
#include <search/question.hpp>
#include <text/spelling.hpp>

namespace morgue::search {

namespace {

using query::Node;
using query::NodePtr;

/// Of a half of a word.
constexpr std::size_t fewest_characters = 2;

/// A word of a leaf that is in no article.
struct UnknownWord {
    MissingLeaf at;
    ByteRange in_text;
    std::string folded;
};

/// The text of a word, or a phrase without gaps; none of other leaves.
std::optional<std::string> words_of(const Node& leaf) {
    if (const auto* word = std::get_if<query::Word>(&leaf.kind)) return word->text;
    const auto* phrase = std::get_if<query::Phrase>(&leaf.kind);
    if (phrase != nullptr && phrase->gaps.empty()) return phrase->text;
    return std::nullopt;
}

/// The leaf with another text.
NodePtr with_text(const Node& leaf, std::string text) {
    if (std::holds_alternative<query::Word>(leaf.kind))
        return query::make_leaf(query::Word{std::move(text)}, leaf.field);
    query::Phrase phrase = std::get<query::Phrase>(leaf.kind);
    phrase.text = std::move(text);
    return query::make_leaf(std::move(phrase), leaf.field);
}

std::string spliced(std::string text, const ByteRange& range, std::string_view with) {
    return text.replace(range.begin, range.end - range.begin, with);
}

/// The word as the index would have it, and without 's.
std::string folded_word(const AskedToken& token) {
    const auto form = std::find_if(token.forms.begin(), token.forms.end(), [](const auto& each) {
        return each.kind == text::FormKind::surface && each.asked;
    });
    if (form == token.forms.end()) return {};
    return std::string(text::without_possessive(form->text).value_or(form->text));
}

std::vector<UnknownWord> unknown_words(const Counter& counter,
                                       const std::vector<MissingLeaf>& missing) {
    std::vector<UnknownWord> unknown;
    for (const MissingLeaf& at : missing) {
        const auto text = words_of(*at.leaf);
        if (!text) continue;
        for (const AskedToken& token : asked_tokens(*text, counter.snapshot().languages())) {
            if (unknown.size() == max_words_compared) return unknown;
            const std::string typed = text->substr(token.begin, token.end - token.begin);
            std::string folded = token.unspaced ? std::string() : folded_word(token);
            if (folded.empty()) continue;
            if (!counter.any(*query::make_leaf(query::Phrase{typed}, at.leaf->field)))
                unknown.push_back({at, {token.begin, token.end}, std::move(folded)});
        }
    }
    return unknown;
}

/// The offset after each character but the first and so many of the last.
std::vector<std::size_t> seams_of(std::string_view word, std::size_t last) {
    std::vector<std::size_t> ends;
    for (std::size_t at = 0; at < word.size();) {
        at = query::char_at(word, at).end;
        ends.push_back(at);
    }
    if (ends.size() <= last + 1) return {};
    return {ends.begin() + 1, ends.end() - static_cast<std::ptrdiff_t>(last)};
}

bool is_bare_word(const Node& node) {
    const auto* word = std::get_if<query::Word>(&node.kind);
    return word != nullptr && !node.field && query::count_words(word->text) == 1;
}

/// The texts between white space as words that may stand anywhere.
NodePtr words_apart(const Node& phrase, std::string_view text) {
    std::vector<NodePtr> words;
    for (const std::string_view word : query::split_words(text))
        if (query::has_word(word))
            words.push_back(query::make_leaf(query::Word{std::string(word)}, phrase.field));
    return words.size() < 2 ? nullptr : query::make_and(std::move(words));
}

bool is_in_field_of_words(const Node& leaf) {
    return leaf.field && schema::spec(*leaf.field).kind == schema::FieldKind::text;
}

/// The value as one of the articles that have it writes it.
std::string as_written(const schema::Snapshot& snapshot, Field field, const std::string& folded) {
    std::string written = folded;
    if (field == Field::path) return written;
    snapshot.for_each_live(schema::value_term(field, folded), [&](const schema::Place& place) {
        for (const Metadatum& fact : snapshot.stored(place).indexed.article.metadata)
            if (fact.field == field && schema::folded_value(fact.value) == folded)
                written = fact.value;
        return false;
    });
    return written;
}

void sort_by_frequency(std::vector<Spelling>& spellings) {
    std::stable_sort(spellings.begin(), spellings.end(), [](const auto& left, const auto& right) {
        return left.articles > right.articles;
    });
}

}  // namespace

Alternative Alternatives::instead(const Node& root) const {
    return {query::to_query_text(root), counter_.count(root)};
}

Alternative Alternatives::instead(const Node& leaf, const NodePtr& replacement) const {
    return instead(*query::with_leaf_replaced(root_, leaf, replacement));
}

void Alternatives::add_spelling(const Node& leaf, Respelling spelling, QueryPart& part) {
    part.spellings.push_back({spelling.word, spelling.articles, instead(leaf, spelling.leaf)});
    Respelling& best = most_frequent_[&leaf];
    if (spelling.articles > best.articles) best = std::move(spelling);
}

Alternative Alternatives::respelled() const {
    if (most_frequent_.size() < 2) return {};
    NodePtr root = root_;
    for (const auto& [leaf, best] : most_frequent_)
        root = query::with_leaf_replaced(root, *leaf, best.leaf);
    return instead(*root);
}

void Alternatives::tell(const std::vector<MissingLeaf>& missing, std::vector<QueryPart>& parts) {
    tell_words(missing, parts);
    for (const auto& [leaf, part] : missing) {
        tell_split(*leaf, parts[part]);
        tell_value(*leaf, parts[part]);
        tell_runs(*leaf, parts[part]);
        tell_looser(*leaf, parts[part]);
        sort_by_frequency(parts[part].spellings);
    }
}

void Alternatives::tell_words(const std::vector<MissingLeaf>& missing,
                              std::vector<QueryPart>& parts) {
    std::map<std::optional<Field>, std::vector<UnknownWord>> by_field;
    for (UnknownWord& word : unknown_words(counter_, missing)) {
        const std::string text = words_of(*word.at.leaf).value();
        std::string typed = text.substr(word.in_text.begin, word.in_text.end - word.in_text.begin);
        if (typed != text) parts[word.at.part].unknown.push_back(std::move(typed));
        by_field[word.at.leaf->field].push_back(std::move(word));
    }
    for (const auto& [field, words] : by_field) {
        std::vector<std::string> folded;
        for (const UnknownWord& word : words) folded.push_back(word.folded);
        const auto alike = words_like(counter_.snapshot(), field, folded);
        for (std::size_t number = 0; number < words.size(); ++number)
            for (const LookAlike& found : alike[number]) {
                const Node& leaf = *words[number].at.leaf;
                const std::string text =
                    spliced(words_of(leaf).value(), words[number].in_text, found.text);
                add_spelling(leaf, {found.text, found.articles, with_text(leaf, text)},
                             parts[words[number].at.part]);
            }
    }
}

void Alternatives::tell_split(const Node& leaf, QueryPart& part) {
    const auto* word = std::get_if<query::Word>(&leaf.kind);
    if (word == nullptr) return;
    const auto tokens = asked_tokens(word->text, counter_.snapshot().languages());
    if (tokens.size() != 1 || tokens.front().unspaced) return;
    Respelling best;
    for (const std::size_t seam : seams_of(word->text, fewest_characters)) {
        const std::string halves = word->text.substr(0, seam) + " " + word->text.substr(seam);
        NodePtr phrase = query::make_leaf(query::Phrase{halves}, leaf.field);
        const std::size_t articles = counter_.count(*phrase);
        if (articles > best.articles) best = {halves, articles, std::move(phrase)};
    }
    if (best.leaf) add_spelling(leaf, std::move(best), part);
}

void Alternatives::tell_joined(const std::vector<NodePtr>& operands,
                               std::vector<QueryPart>& parts) const {
    for (std::size_t first = 0; first + 1 < operands.size(); ++first) {
        const Node& left = *operands[first];
        const Node& right = *operands[first + 1];
        if (!is_bare_word(left) || !is_bare_word(right)) continue;
        const NodePtr joined =
            query::make_leaf(query::Word{words_of(left).value() + words_of(right).value()});
        std::vector<NodePtr> others = operands;
        others[first] = joined;
        others.erase(others.begin() + static_cast<std::ptrdiff_t>(first) + 1);
        Alternative question = instead(*query::make_and(std::move(others)));
        if (question.articles == 0) continue;
        parts[first].spellings.push_back(
            {words_of(*joined).value(), counter_.count(*joined), std::move(question)});
        sort_by_frequency(parts[first].spellings);
    }
}

void Alternatives::tell_value(const Node& leaf, QueryPart& part) {
    const auto* value = std::get_if<query::Value>(&leaf.kind);
    if (value == nullptr || value->prefix) return;
    const Field field = leaf.field.value();
    const std::string asked =
        field == Field::path ? value->text : schema::folded_value(value->text);
    for (const LookAlike& found : values_like(counter_.snapshot(), field, asked)) {
        const std::string written = as_written(counter_.snapshot(), field, found.text);
        add_spelling(
            leaf,
            {written, found.articles, query::make_leaf(query::Value{written, false}, leaf.field)},
            part);
    }
}

void Alternatives::tell_runs(const Node& leaf, QueryPart& part) const {
    const auto text = words_of(leaf);
    const auto* phrase = std::get_if<query::Phrase>(&leaf.kind);
    if (!text || (phrase != nullptr && phrase->window > 0)) return;
    for (const std::string& words : longest_runs(counter_, *text, leaf.field)) {
        const NodePtr run = query::make_leaf(query::Phrase{words}, leaf.field);
        part.runs.push_back({words, counter_.count(*run), instead(leaf, run)});
    }
}

void Alternatives::add_looser(const Node& leaf, const NodePtr& looser, QueryPart& part) const {
    const std::size_t articles = looser ? counter_.count(*looser) : 0;
    if (articles > 0)
        part.looser.push_back({query::to_query_text(*looser), articles, instead(leaf, looser)});
}

void Alternatives::tell_looser(const Node& leaf, QueryPart& part) const {
    if (const auto* phrase = std::get_if<query::Phrase>(&leaf.kind))
        add_looser(leaf, words_apart(leaf, phrase->text), part);
    if (is_in_field_of_words(leaf))
        add_looser(leaf, std::make_shared<const Node>(Node{leaf.kind, std::nullopt, {}}), part);
    const auto* prefix = std::get_if<query::Prefix>(&leaf.kind);
    if (prefix == nullptr) return;
    const std::size_t told = part.looser.size();
    const std::vector<std::size_t> seams = seams_of(prefix->text, 1);
    for (auto seam = seams.rbegin(); seam != seams.rend() && part.looser.size() == told; ++seam)
        add_looser(leaf, query::make_leaf(query::Prefix{prefix->text.substr(0, *seam)}, leaf.field),
                   part);
}

}  // namespace morgue::search
