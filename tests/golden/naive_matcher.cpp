#include <algorithm>

#include <golden/naive_matcher.hpp>
#include <schema/field.hpp>
#include <schema/term.hpp>
#include <text/tokenizer.hpp>

namespace morgue::test {

namespace {

/// Kinds: s surface, u surface of a character of unspaced script, a acronym, z and the language's
/// code a stem.
std::string coded(const text::Form& form, const text::Token& token,
                  const text::Language* language) {
    switch (form.kind) {
        case text::FormKind::surface:
            return (token.unspaced ? "u:" : "s:") + std::string(form.text);
        case text::FormKind::acronym:
            return "a:" + std::string(form.text);
        case text::FormKind::stem:
            return "z" + std::string(language->code) + ":" + std::string(form.text);
        case text::FormKind::exact:
            return {};
    }
    return {};
}

void add_forms(Position& position, std::span<const text::Form> forms, const text::Token& token,
               const text::Language* language, bool only_asked) {
    for (const text::Form& form : forms) {
        std::string code = coded(form, token, language);
        if (!code.empty() && (form.asked || !only_asked)) position.insert(std::move(code));
    }
}

void add_positions(std::vector<Position>& positions, std::string_view text,
                   const text::Language* language) {
    text::tokenize(text, {.language = language}, [&](const text::Token& token) {
        Position& position = positions.emplace_back();
        add_forms(position, token.forms, token, language, false);
        add_forms(position, token.joined, token, language, false);
    });
}

bool any_shared(const Position& left, const Position& right) {
    return std::any_of(left.begin(), left.end(),
                       [&](const std::string& form) { return right.contains(form); });
}

bool any_begins(const Position& position, const Position& beginnings) {
    for (const std::string& form : position)
        for (const std::string& beginning : beginnings)
            if (form.starts_with(beginning)) return true;
    return false;
}

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

}  // namespace

/// What stands together in a question: a word, a compound, a run of unspaced script.
struct NaiveMatcher::Element {
    std::vector<Position> parts;
    Position joined;
    bool unspaced = false;

    bool is_compound() const { return parts.size() > 1 && !unspaced; }
};

NaiveArticle naive_article(schema::StoredArticle stored) {
    NaiveArticle article;
    const text::Language* language = text::find_language(stored.lang);
    add_positions(article.body, stored.indexed.article.body, language);
    for (const Metadatum& datum : stored.indexed.article.metadata) {
        if (schema::spec(datum.field).kind != schema::FieldKind::text) continue;
        if (datum.from == Provenance::first_sentence) continue;
        std::vector<Position>& words = article.words[datum.field];
        words.emplace_back();  // nothing reaches from one value into the next
        add_positions(words, datum.value, language);
    }
    article.stored = std::move(stored);
    return article;
}

bool NaiveMatcher::answers(const NaiveArticle& article, const query::Node& node) const {
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
    if (const auto* value = std::get_if<query::Value>(&node.kind))
        return value_answers(article.stored, *node.field, *value);
    return words_answer(article, node);
}

bool NaiveMatcher::words_answer(const NaiveArticle& article, const query::Node& node) const {
    const auto in_field = [&](Field field) {
        const auto words = article.words.find(field);
        return words != article.words.end() && found_in(words->second, node);
    };
    if (node.field) return in_field(*node.field);
    return found_in(article.body, node) || in_field(Field::title);
}

std::vector<NaiveMatcher::Element> NaiveMatcher::elements_of(const std::string& text) const {
    std::vector<Element> elements;
    for (const text::Language* language : languages_) {
        std::size_t element = 0;
        std::size_t part = 0;
        std::uint32_t group = 0;
        bool first = true;
        text::tokenize(text, {language, true}, [&](const text::Token& token) {
            const bool goes_on = !first && token.group != 0 && token.group == group;
            if (!first && !goes_on) ++element;
            part = goes_on ? part + 1 : 0;
            group = token.group;
            first = false;
            if (elements.size() <= element) elements.resize(element + 1);
            Element& current = elements[element];
            if (current.parts.size() <= part) current.parts.resize(part + 1);
            current.unspaced = token.unspaced;
            add_forms(current.parts[part], token.forms, token, language, true);
            add_forms(current.joined, token.joined, token, language, true);
        });
    }
    return elements;
}

/// The forms of a bare word.
Position NaiveMatcher::asked_word(const Element& element, bool stems) const {
    Position asked;
    for (const std::string& form : element.is_compound() ? element.joined : element.parts[0])
        if (form.front() != 'z' || stems) asked.insert(form);
    return asked;
}

namespace {

Position without_stems(const Position& position) {
    Position kept;
    for (const std::string& form : position)
        if (form.front() != 'z') kept.insert(form);
    return kept;
}

/// The ways in which consecutive elements may stand in a text, each a row of positions.
struct Rows {
    std::vector<std::vector<Position>> rows{{}};

    void extend(const std::vector<std::vector<Position>>& ways) {
        std::vector<std::vector<Position>> longer;
        for (const auto& row : rows)
            for (const auto& way : ways) {
                longer.push_back(row);
                longer.back().insert(longer.back().end(), way.begin(), way.end());
            }
        rows = std::move(longer);
    }
};

bool stands_at(const std::vector<Position>& text, std::size_t at, const std::vector<Position>& row,
               bool last_is_beginning) {
    if (at + row.size() > text.size()) return false;
    for (std::size_t i = 0; i < row.size(); ++i) {
        const bool beginning = last_is_beginning && i + 1 == row.size();
        if (beginning ? !any_begins(text[at + i], row[i]) : !any_shared(text[at + i], row[i]))
            return false;
    }
    return true;
}

bool stands_in(const std::vector<Position>& text, const std::vector<Position>& row,
               bool last_is_beginning) {
    for (std::size_t at = 0; at < text.size(); ++at)
        if (stands_at(text, at, row, last_is_beginning)) return true;
    return false;
}

}  // namespace

bool NaiveMatcher::found_in(const std::vector<Position>& text, const query::Node& node) const {
    const auto* word = std::get_if<query::Word>(&node.kind);
    const auto* prefix = std::get_if<query::Prefix>(&node.kind);
    const std::string& asked = word != nullptr     ? word->text
                               : prefix != nullptr ? prefix->text
                                                   : std::get<query::Phrase>(node.kind).text;
    const std::vector<Element> elements = elements_of(asked);
    const bool stems = !node.field || node.field == Field::title;
    if (word != nullptr && elements.size() == 1 && !elements[0].unspaced) {
        if (stands_in(text, {asked_word(elements[0], stems)}, false)) return true;
        if (!elements[0].is_compound()) return false;
    }
    Rows rows;
    bool last_is_beginning = prefix != nullptr;
    for (std::size_t i = 0; i < elements.size(); ++i) {
        std::vector<Position> parts;
        for (const Position& part : elements[i].parts) parts.push_back(without_stems(part));
        const bool last = i + 1 == elements.size();
        if (elements[i].unspaced && last) {
            last_is_beginning = parts.size() == 1;
            if (parts.size() > 1) parts.pop_back();
        }
        std::vector<std::vector<Position>> ways{parts};
        const Position joined = without_stems(elements[i].joined);
        if (elements[i].is_compound() && !joined.empty()) ways.push_back({joined});
        rows.extend(ways);
    }
    return std::any_of(rows.rows.begin(), rows.rows.end(),
                       [&](const auto& row) { return stands_in(text, row, last_is_beginning); });
}

}  // namespace morgue::test
