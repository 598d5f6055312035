#include <algorithm>
#include <utility>

#include <schema/fact_term.hpp>
#include <schema/field.hpp>
#include <schema/term.hpp>
#include <search/audit/naive_matcher.hpp>
#include <search/query/build.hpp>
#include <search/query/proximity.hpp>

namespace morgue::search {

namespace {

bool is_within(const schema::StoredArticle& stored, const query::DateRange& range) {
    auto date = schema::stated_date(stored.indexed.article);
    if (!date && range.inferred) date = schema::inferred_date(stored.indexed.article);
    if (!date) return false;
    return (!range.first || !schema::earlier(schema::first_day(*date), *range.first)) &&
           (!range.last || !schema::earlier(*range.last, schema::last_day(*date)));
}

bool path_answers(const std::string& path, const query::Value& value) {
    if (value.prefix) return path.starts_with(value.text);
    std::string asked = value.text;
    while (asked.ends_with('/')) asked.pop_back();
    return path == asked || path.starts_with(asked + "/");
}

bool value_answers(const schema::StoredArticle& stored, Field field, const query::Value& value) {
    if (field == Field::path) return path_answers(stored.indexed.location.file, value);
    const std::string asked = schema::folded_value(value.text);
    for (const Metadatum& datum : stored.indexed.article.metadata) {
        if (datum.field != field) continue;
        const std::string held = schema::folded_value(datum.value);
        if (value.prefix ? held.starts_with(asked) : held == asked) return true;
    }
    return false;
}

bool address_answers(std::string_view url, const query::Known& known) {
    const std::string asked = schema::asked_fact(known.fact, known.text);
    const std::string address = schema::asked_fact(known.fact, url);
    if (known.prefix && address.starts_with(asked)) return true;
    const std::string host = address.substr(0, address.find('/'));
    if (known.prefix)
        for (std::size_t dot = host.find('.'); dot != std::string::npos;
             dot = host.find('.', dot + 1))
            if (host.find('.', dot + 1) != std::string::npos &&
                host.substr(dot + 1).starts_with(asked))
                return true;
    if (known.prefix) return false;
    return address == asked || address.starts_with(asked + "/") ||
           (host.ends_with("." + asked) && asked.find('.') != std::string::npos);
}

bool known_answers(const schema::StoredArticle& stored, const query::Known& known) {
    const IndexedArticle& indexed = stored.indexed;
    const std::string_view url = indexed.article.value(Field::url);
    if (known.fact == schema::Fact::url) return !url.empty() && address_answers(url, known);
    const std::string& file = indexed.location.file;
    const std::string held = schema::folded_value(
        known.fact == schema::Fact::type ? indexed.format : file.substr(file.rfind('/') + 1));
    const std::string asked = schema::folded_value(known.text);
    return !held.empty() && (known.prefix ? held.starts_with(asked) : held == asked);
}

bool states(const schema::StoredArticle& stored, Field field) {
    for (const Metadatum& datum : stored.indexed.article.metadata)
        if (datum.field == field && datum.from != Provenance::first_sentence)
            return field != Field::date || schema::stated_date(stored.indexed.article).has_value();
    return false;
}

/// The one begins after the other ends, and as near as the link says.
bool follows(const NaiveSpot& later, const NaiveSpot& earlier, const query::Link& link,
             const NaiveText& text) {
    if (later.first <= earlier.last) return false;
    if (link.within == query::Link::Within::words) return later.first - earlier.last <= link.words;
    const auto part = [&](std::size_t token) {
        return link.within == query::Link::Within::sentence ? text[token].sentence
                                                            : text[token].paragraph;
    };
    return part(earlier.first) == part(later.last);
}

bool linked(const NaiveSpot& left, const NaiveSpot& right, const query::Link& link,
            const NaiveText& text) {
    return follows(right, left, link, text) || (!link.in_order && follows(left, right, link, text));
}

/// For NOT W/n: words of the other in the same sentence are enough, and so is what overlaps.
bool too_near(const NaiveSpot& spot, const NaiveSpot& other, const query::Link& link,
              const NaiveText& text) {
    if (spot.first == other.first && spot.last == other.last) return false;
    const bool overlap = spot.first <= other.last && other.first <= spot.last;
    if (overlap) return true;
    if (link.within == query::Link::Within::words) return linked(spot, other, link, text);
    for (std::size_t mine = spot.first; mine <= spot.last; ++mine)
        for (std::size_t its = other.first; its <= other.last; ++its) {
            const bool sentence = text[mine].sentence == text[its].sentence;
            const bool paragraph = text[mine].paragraph == text[its].paragraph;
            if (link.within == query::Link::Within::sentence ? sentence : paragraph) return true;
        }
    return false;
}

void append(std::vector<NaiveSpot>& to, const std::vector<NaiveSpot>& more) {
    to.insert(to.end(), more.begin(), more.end());
}

std::vector<ByteRange> ranges_of(std::vector<NaiveSpot> spots) {
    std::sort(spots.begin(), spots.end(), [](const NaiveSpot& left, const NaiveSpot& right) {
        return std::pair(left.begin, left.end) < std::pair(right.begin, right.end);
    });
    std::vector<ByteRange> ranges;
    for (const NaiveSpot& spot : spots)
        if (ranges.empty() || spot.begin >= ranges.back().end)
            ranges.push_back({spot.begin, spot.end});
        else
            ranges.back().end = std::max(ranges.back().end, spot.end);
    return ranges;
}

/// Whether each of a row of spots, one an operand, can be chosen so that all links hold.
class Rows {
  public:
    Rows(const std::vector<std::vector<NaiveSpot>>& operands, const std::vector<query::Link>& links,
         const NaiveText& text)
        : operands_(operands), links_(links), text_(text) {}

    bool holds(std::size_t operand, const NaiveSpot& spot) const {
        return to_the_left(operand, spot) && to_the_right(operand, spot);
    }

  private:
    bool to_the_left(std::size_t operand, const NaiveSpot& spot) const {
        if (operand == 0) return true;
        return std::any_of(operands_[operand - 1].begin(), operands_[operand - 1].end(),
                           [&](const NaiveSpot& other) {
                               return linked(other, spot, links_[operand - 1], text_) &&
                                      to_the_left(operand - 1, other);
                           });
    }
    bool to_the_right(std::size_t operand, const NaiveSpot& spot) const {
        if (operand + 1 == operands_.size()) return true;
        return std::any_of(operands_[operand + 1].begin(), operands_[operand + 1].end(),
                           [&](const NaiveSpot& other) {
                               return linked(spot, other, links_[operand], text_) &&
                                      to_the_right(operand + 1, other);
                           });
    }

    const std::vector<std::vector<NaiveSpot>>& operands_;
    const std::vector<query::Link>& links_;
    const NaiveText& text_;
};

}  // namespace

bool knows(const query::Node& node) {
    bool all = true;
    query::for_each_leaf(node, [&](const query::Node& leaf) {
        all = all && !std::holds_alternative<query::First>(leaf.kind) &&
              !std::holds_alternative<query::Alike>(leaf.kind);
    });
    return all;
}

template <typename Look>
bool NaiveMatcher::in_lead(const Look& look) const {
    const std::size_t before = std::exchange(most_words_, query::lead_words);
    const bool found = look();
    most_words_ = before;
    return found;
}

std::vector<const NaiveText*> NaiveMatcher::texts_of(const NaiveArticle& article,
                                                     std::optional<Field> field) const {
    std::vector<const NaiveText*> texts;
    if (!field) texts.push_back(&article.body);
    if (most_words_ == query::lead_words) return texts;
    if (const auto named = article.texts.find(field.value_or(Field::title));
        named != article.texts.end())
        for (const NaiveText& text : named->second) texts.push_back(&text);
    return texts;
}

bool NaiveMatcher::answers(const NaiveArticle& article, const query::Node& node) const {
    if (const auto* weighted = std::get_if<query::Weighted>(&node.kind))
        return answers(article, *weighted->child);
    if (const auto* lead = std::get_if<query::Lead>(&node.kind))
        return in_lead([&] { return answers(article, *lead->child); });
    const auto holds = [&](const query::NodePtr& child) { return answers(article, *child); };
    if (const auto* all = std::get_if<query::And>(&node.kind))
        return std::all_of(all->children.begin(), all->children.end(), holds);
    if (const auto* any = std::get_if<query::Or>(&node.kind))
        return std::any_of(any->children.begin(), any->children.end(), holds);
    if (const auto* none = std::get_if<query::Not>(&node.kind))
        return !answers(article, *none->child);
    return leaf_answers(article, node);
}

bool NaiveMatcher::leaf_answers(const NaiveArticle& article, const query::Node& node) const {
    if (std::holds_alternative<query::Everything>(node.kind)) return true;
    if (std::holds_alternative<query::Gone>(node.kind)) return article.stored.indexed.gone;
    if (std::holds_alternative<query::Undated>(node.kind))
        return !schema::stated_date(article.stored.indexed.article);
    if (const auto* range = std::get_if<query::DateRange>(&node.kind))
        return is_within(article.stored, *range);
    if (const auto* id = std::get_if<query::Id>(&node.kind))
        return article.stored.indexed.id.full().starts_with(id->digits);
    if (const auto* known = std::get_if<query::Known>(&node.kind))
        return known_answers(article.stored, *known);
    if (const auto* has = std::get_if<query::Has>(&node.kind))
        return states(article.stored, has->field);
    if (const auto* length = std::get_if<query::Length>(&node.kind))
        return length->least <= article.stored.words && article.stored.words <= length->most;
    if (const auto* value = std::get_if<query::Value>(&node.kind))
        return value_answers(article.stored, *node.field, *value);
    std::size_t found = 0;
    for (const NaiveText* text : texts_of(article, query::field_of(node))) {
        std::set<std::pair<std::size_t, std::size_t>> places;
        for (const NaiveSpot& spot : spots(*text, node)) places.emplace(spot.begin, spot.end);
        found += places.size();
    }
    const auto* many = std::get_if<query::AtLeast>(&node.kind);
    return found >= (many == nullptr ? 1 : many->count);
}

NaiveMatcher::Spots NaiveMatcher::spots(const NaiveText& text, const query::Node& node) const {
    if (const auto* near = std::get_if<query::Near>(&node.kind)) return near_spots(text, *near);
    Spots all;
    query::for_each_leaf(node,
                         [&](const query::Node& leaf) { append(all, leaf_spots(text, leaf)); });
    return all;
}

NaiveMatcher::Spots NaiveMatcher::leaf_spots(const NaiveText& text, const query::Node& leaf) const {
    const auto* phrase = std::get_if<query::Phrase>(&leaf.kind);
    if (phrase != nullptr && phrase->window > 0) return window_spots(text, leaf, phrase->window);
    Spots spots = words_.try_emplace(&leaf, leaf, languages_).first->second.spots(text);
    std::erase_if(spots, [&](const NaiveSpot& spot) { return spot.last >= most_words_; });
    return spots;
}

NaiveMatcher::Spots NaiveMatcher::window_spots(const NaiveText& text, const query::Node& leaf,
                                               std::size_t window) const {
    if (!parts_.contains(&leaf)) parts_.emplace(&leaf, naive_parts(leaf));
    std::vector<Spots> words;
    for (const query::Node& part : parts_.at(&leaf)) words.push_back(leaf_spots(text, part));
    Spots standing;
    for (std::size_t begin = 0; begin < text.size(); ++begin) {
        const auto inside = [&](const NaiveSpot& spot) {
            return begin <= spot.first && spot.last <= begin + window;
        };
        if (std::all_of(words.begin(), words.end(), [&](const Spots& spots) {
                return std::any_of(spots.begin(), spots.end(), inside);
            }))
            for (const Spots& spots : words)
                std::copy_if(spots.begin(), spots.end(), std::back_inserter(standing), inside);
    }
    return standing;
}

NaiveMatcher::Spots NaiveMatcher::near_spots(const NaiveText& text, const query::Near& near) const {
    std::vector<Spots> operands{spots(text, *near.children.front())};
    std::vector<query::Link> links;
    for (std::size_t i = 0; i < near.links.size(); ++i) {
        Spots others = spots(text, *near.children[i + 1]);
        if (!near.links[i].apart) {
            operands.push_back(std::move(others));
            links.push_back(near.links[i]);
            continue;
        }
        std::erase_if(operands.back(), [&](const NaiveSpot& spot) {
            return std::any_of(others.begin(), others.end(), [&](const NaiveSpot& other) {
                return too_near(spot, other, near.links[i], text);
            });
        });
    }
    const Rows rows(operands, links, text);
    Spots standing;
    for (std::size_t operand = 0; operand < operands.size(); ++operand)
        for (const NaiveSpot& spot : operands[operand])
            if (rows.holds(operand, spot)) standing.push_back(spot);
    return standing;
}

Highlights NaiveMatcher::lit(const NaiveArticle& article, const query::Node& node) const {
    Spots title;
    Spots body;
    light(article, node, title, body);
    return {ranges_of(std::move(title)), ranges_of(std::move(body))};
}

void NaiveMatcher::light(const NaiveArticle& article, const query::Node& node, Spots& title,
                         Spots& body) const {
    if (!answers(article, node)) return;
    const auto each = [&](const std::vector<query::NodePtr>& children) {
        for (const query::NodePtr& child : children) light(article, *child, title, body);
    };
    if (const auto* weighted = std::get_if<query::Weighted>(&node.kind))
        return each({weighted->child});
    if (const auto* lead = std::get_if<query::Lead>(&node.kind)) {
        Spots none;
        in_lead([&] {
            light(article, *lead->child, none, body);
            return true;
        });
        return;
    }
    if (const auto* all = std::get_if<query::And>(&node.kind)) return each(all->children);
    if (const auto* any = std::get_if<query::Or>(&node.kind)) return each(any->children);
    std::size_t words = 0;
    query::for_each_leaf(node, [&](const query::Node& leaf) {
        words += std::holds_alternative<query::Word>(leaf.kind) ||
                 std::holds_alternative<query::Prefix>(leaf.kind) ||
                 std::holds_alternative<query::Pattern>(leaf.kind) ||
                 std::holds_alternative<query::Phrase>(leaf.kind);
    });
    if (words == 0 || std::holds_alternative<query::Not>(node.kind)) return;
    const auto field = query::field_of(node);
    if (!field) {
        append(body, spots(article.body, node));
        append(title, spots(article.made_title, node));
    }
    if (field && field != Field::title) return;
    for (const NaiveText* text : texts_of(article, Field::title)) append(title, spots(*text, node));
}

}  // namespace morgue::search
