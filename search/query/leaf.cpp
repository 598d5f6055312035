#include <algorithm>
#include <array>
#include <string>

#include <schema/field.hpp>
#include <schema/term.hpp>
#include <search/query/build.hpp>
#include <search/query/chars.hpp>
#include <search/query/dates.hpp>
#include <search/query/fact_leaf.hpp>
#include <search/query/leaf.hpp>
#include <search/query/quotation.hpp>
#include <search/query/regex.hpp>
#include <search/query/reserved.hpp>
#include <search/query/value_leaf.hpp>

namespace morgue::query {

namespace {

using Text = std::variant<Word, Prefix, Pattern, Phrase, Value, DateRange, Undated, Gone, First,
                          Alike, Id, Known, Has, Length, Everything, Complaint>;

template <typename Read>
Text as_text(Read&& read) {
    return std::visit([](auto&& one) -> Text { return std::forward<decltype(one)>(one); },
                      std::forward<Read>(read));
}

std::string quoted(std::string_view text) {
    return "'" + shown(text) + "'";
}

/// Whether the text ends in one mark behind a word: brib!
bool ends_in_bang(std::string_view text) {
    return text.ends_with('!') && end_of_words(text) + 1 == text.size();
}

void note_leading_sign(std::string_view text, Notes& notes) {
    static constexpr std::array<std::string_view, 3> signs{"!", "–", "−"};
    for (const std::string_view sign : signs) {
        if (!text.starts_with(sign) || text.size() == sign.size()) continue;
        if (!is_word_char(char_at(text, sign.size()).code)) continue;
        notes.add(Remark::not_an_operator,
                  "'" + std::string(sign) + "' before " + quoted(text.substr(sign.size())) +
                      " is read as punctuation; write - to leave a word out");
    }
}

/// Right behind a quote or a parenthesis they are no operators, and no word begins with them.
std::string without_signs(std::string_view text) {
    return std::string(text.substr(std::min(text.find_first_not_of("+-"), text.size())));
}

/// A word ends in a star, with nothing but punctuation behind it.
bool is_prefix(std::string_view text, std::size_t star) {
    return star > 0 && text.rfind('*') == star && end_of_words(text) == star;
}

/// word~, word~1 and word~2.
std::optional<Text> read_fuzzy(std::string_view text) {
    const std::size_t tilde = text.rfind('~');
    if (tilde == std::string_view::npos || !has_word(text.substr(0, tilde))) return std::nullopt;
    const bool follows_word = end_of_words(text.substr(0, tilde)) == tilde;
    if (!follows_word && text[tilde - 1] != '*') return std::nullopt;
    const std::string_view amount = text.substr(tilde + 1);
    if (!std::all_of(amount.begin(), amount.end(), is_digit)) return std::nullopt;
    const std::string_view word = text.substr(0, tilde);
    if (amount.size() > 1 || amount == "0" || amount > "2")
        return Complaint{Problem::bad_fuzziness,
                         quoted(text) + " allows for one or two letters, not more",
                         "write " + shown(word) + "~1 or " + shown(word) + "~2"};
    if (word.find_first_of("*?") != std::string_view::npos)
        return Complaint{Problem::bad_fuzziness, "a word takes either wildcards or ~, not both",
                         "write " + shown(word) + ", or the word and ~"};
    const unsigned edits = amount == "2" ? 2 : 1;
    return Pattern{without_signs(word), Pattern::Kind::fuzzy, edits};
}

/// The offset behind the last star or word character.
std::size_t end_of_wildcard(std::string_view text) {
    const std::size_t star = text.rfind('*');
    return std::max(star == std::string_view::npos ? 0 : star + 1, end_of_words(text));
}

/// A star somewhere in a word, or a question mark before its end.
Text read_wildcard(std::string_view text) {
    if (!has_word(text))
        return Complaint{Problem::bare_wildcard,
                         quoted(text) + " stands for every word, and holds no letter or digit",
                         "write at least one, or * alone for every article"};
    const std::size_t end = end_of_wildcard(text);
    const std::size_t first = text.find('*');
    if (first != std::string_view::npos && is_prefix(text, first) &&
        text.substr(0, end).find('?') == std::string_view::npos)
        return Prefix{without_signs(text.substr(0, first))};
    return Pattern{without_signs(text.substr(0, end)), Pattern::Kind::wildcard};
}

Text read_regex(std::string_view slashed) {
    std::string text(slashed.substr(1, slashed.size() - 2));
    const auto regex = compiled_regex(text);
    if (!regex->ok())
        return Complaint{Problem::bad_regex,
                         quoted(slashed) + " is no regular expression: " + shown(regex->error()),
                         "mend it, or drop a slash to search the text"};
    return Pattern{std::move(text), Pattern::Kind::regex};
}

Text read_root(std::string_view text, Notes& notes) {
    std::string root = without_signs(text.substr(0, text.size() - 1));
    notes.add(Remark::root_expander, quoted(text) + " is read as " + shown(root) + "*; write \"" +
                                         shown(text) + "\" for the word alone");
    return Prefix{std::move(root)};
}

/// =Apple
Text read_exact(std::string_view text) {
    if (text.find('*') != std::string_view::npos || text.find('?') < end_of_words(text))
        return reserved_wildcard("=" + std::string(text));
    return Phrase{std::string(text), Phrase::Likeness::exact};
}

Text read_word(std::string_view text, Notes& notes) {
    if (auto reserved = reserved_chunk(text)) return *std::move(reserved);
    if (text.starts_with('=') && has_word(text)) return read_exact(text.substr(1));
    if (auto fuzzy = read_fuzzy(text)) return *std::move(fuzzy);
    const bool has_star = text.find('*') != std::string_view::npos;
    if (is_address(text) && !has_star) return Word{std::string(text)};
    const std::size_t question = text.find('?');
    if (has_star || question < end_of_words(text)) {
        // Without the punctuation behind it, it may be something else: w?rd~1.
        const std::string_view word = text.substr(0, end_of_wildcard(text));
        return word == text ? read_wildcard(text) : read_word(word, notes);
    }
    if (question != std::string_view::npos)
        notes.add(Remark::question_mark,
                  "'?' in " + quoted(text) + " is read as punctuation, not as a wildcard");
    if (ends_in_bang(text)) return read_root(text, notes);
    note_leading_sign(text, notes);
    if (text == "NEAR")
        notes.add(Remark::not_an_operator,
                  "'NEAR' stands between no words, and is searched as one");
    return Word{std::string(text)};
}

Text read_named(std::string_view name, std::string_view text, Notes& notes) {
    if (is_fact_name(name)) return as_text(read_fact(name, text.substr(name.size() + 1), false));
    if (auto wrong = check_name(name, text)) return *std::move(wrong);
    const std::string_view rest = text.substr(name.size() + 1);
    Text inner = read_word(rest, notes);
    if (std::holds_alternative<Complaint>(inner)) return inner;
    if (std::holds_alternative<Prefix>(inner) || std::holds_alternative<Pattern>(inner))
        return Complaint{
            Problem::unknown_field, "no field " + quoted(name),
            "to search the text itself write \"" + shown(name) + " " + shown(rest) + "\"",
            name.size()};
    return text_of_unknown_field(name, rest, notes);
}

Text read_chunk(std::string_view text, bool in_field, Notes& notes) {
    const std::string_view name = name_before_colon(text);
    if (in_field || name.empty() || is_address(text)) return read_word(text, notes);
    if (!has_word(text.substr(name.size() + 1))) return read_word(text, notes);
    return read_named(name, text, notes);
}

Complaint misplaced_minus(const FieldName& field, std::string_view text) {
    const std::string name(written(field));
    return {Problem::misplaced_minus, "the minus stands before the field's name",
            "write -" + name + ":" + shown(text.substr(1)) + ", or put the text in quotes"};
}

Text read_in_text_field(const Token& token, const FieldName& field, Notes& notes) {
    if (token.kind == TokenKind::phrase) return as_text(read_phrase(token));
    if (token.kind == TokenKind::regex) return read_regex(token.text);
    if (token.kind == TokenKind::everything) return as_text(read_any_value(field));
    if (!has_word(token.text) && token.text.find('*') == std::string::npos)
        return no_word_in(field, token.text);
    if (token.kind == TokenKind::plain) return Word{token.text};
    if (token.text.starts_with('-')) return misplaced_minus(field, token.text);
    return read_chunk(token.text, true, notes);
}

Text read_date_field(const Token& token, const FieldName& field) {
    if (token.kind == TokenKind::everything) return as_text(read_any_value(field));
    return as_text(read_date(field, token.text));
}

Text read_anywhere(const Token& token, Notes& notes) {
    switch (token.kind) {
        case TokenKind::plain:
            return Word{token.text};
        case TokenKind::phrase:
            return as_text(read_phrase(token));
        case TokenKind::regex:
            return read_regex(token.text);
        case TokenKind::everything:
            return Everything{};
        default:
            return read_chunk(token.text, false, notes);
    }
}

Text read_text(const Token& token, const std::optional<FieldName>& field, Notes& notes) {
    if (!field) return read_anywhere(token, notes);
    const schema::FieldKind kind = schema::spec(field->field).kind;
    const bool is_likened = token.likeness != Phrase::Likeness::spelled || token.window > 0;
    if (is_likened && kind != schema::FieldKind::text) return reserved_likeness(token.text);
    switch (kind) {
        case schema::FieldKind::text:
            return read_in_text_field(token, *field, notes);
        case schema::FieldKind::date:
            return read_date_field(token, *field);
        default:
            return as_text(read_value(token, *field, notes));
    }
}

}  // namespace

std::optional<Complaint> check_name(std::string_view name, std::string_view text) {
    if (is_fact_name(name)) {
        const std::string lower = ascii_lower(name);
        return Complaint{Problem::empty_field, lower + ": needs one word directly after its colon",
                         "write it as in " + std::string(fact_example(lower)), name.size()};
    }
    if (auto reserved = reserved_name(name)) {
        reserved->bytes = name.size();
        return reserved;
    }
    const auto meant = almost_field(name);
    if (!meant) return std::nullopt;
    return Complaint{Problem::unknown_field,
                     "no field " + quoted(name) + " (did you mean " + std::string(*meant) + ":?)",
                     "to search the text itself write \"" + shown(text) + "\"", name.size()};
}

Phrase text_of_unknown_field(std::string_view name, std::string_view rest, Notes& notes) {
    std::string phrase = std::string(name) + " " + std::string(rest);
    notes.add(Remark::unknown_field_as_text,
              quoted(name) + " is no field; searched as the phrase \"" + shown(phrase) + "\"");
    return Phrase{std::move(phrase)};
}

namespace {

std::variant<NodePtr, Complaint> to_leaf(Text text, const LeafPlace& place) {
    std::optional<Field> field;
    if (place.field) field = place.field->field;
    const auto to_node = [&](auto read) -> std::variant<NodePtr, Complaint> {
        if constexpr (std::is_same_v<decltype(read), Complaint>)
            return read;
        else if constexpr (std::is_same_v<decltype(read), Has> ||
                           std::is_same_v<decltype(read), Everything>)
            return make_leaf(read, std::nullopt, place.span);
        else
            return make_leaf(std::move(read), field, place.span);
    };
    return std::visit(to_node, std::move(text));
}

bool is_quotation(const Token& token, const std::optional<FieldName>& field) {
    return has_parts(token) &&
           (!field || schema::spec(field->field).kind == schema::FieldKind::text);
}

std::variant<NodePtr, Complaint> read_part(const Token& part, const LeafPlace& place,
                                           Notes& notes) {
    if (part.kind == TokenKind::phrase) return read_leaf(part, place, notes);
    return to_leaf(read_wildcard(part.text), place);
}

/// What is left out of a quotation is left out within a paragraph.
std::variant<NodePtr, Complaint> read_quotation(const Token& token, const LeafPlace& place,
                                                Notes& notes) {
    std::vector<NodePtr> nodes;
    std::vector<Link> links;
    const std::vector<QuotedPart> parts = quoted_parts(token);
    if (auto wrong = check_quotation(token, parts)) return *std::move(wrong);
    for (const QuotedPart& part : parts) {
        auto read = read_part(part.token, place, notes);
        if (std::holds_alternative<Complaint>(read)) return read;
        if (!nodes.empty()) links.push_back(part.link);
        nodes.push_back(std::get<NodePtr>(std::move(read)));
    }
    const bool has_gap = std::ranges::any_of(
        links, [](const Link& link) { return link.within == Link::Within::paragraph; });
    NodePtr row = make_near(std::move(nodes), std::move(links));
    if (has_gap)
        notes.add(Remark::ellipsis,
                  "what is left out in quotes is read as a gap within a paragraph: " +
                      to_query_text(*row));
    return row;
}

/// Values with commas between are alternatives: source:ap,reuters.
bool is_list(const Token& token, const std::optional<FieldName>& field) {
    if (!field && token.kind == TokenKind::chunk && takes_list(name_before_colon(token.text)))
        return token.text.find(',') != std::string::npos;
    return token.kind == TokenKind::chunk && field &&
           schema::spec(field->field).kind != schema::FieldKind::text &&
           field->reading == FieldReading::value && token.text.find(',') != std::string::npos;
}

std::variant<NodePtr, Complaint> read_list(const Token& token, const LeafPlace& place,
                                           Notes& notes) {
    std::vector<NodePtr> values;
    const std::string_view name = place.field ? "" : name_before_colon(token.text);
    const std::size_t label = name.empty() ? 0 : name.size() + 1;
    for (std::size_t begin = label; begin <= token.text.size();) {
        const std::size_t end = std::min(token.text.find(',', begin), token.text.size());
        Token value = token;
        value.text = token.text.substr(begin, end - begin);
        if (!has_word(value.text))
            return Complaint{Problem::empty_field,
                             "nothing stands beside a comma of " + quoted(token.text),
                             "leave the comma out; put the text in quotes for one value"};
        value.text.insert(0, token.text, 0, label);
        auto read = read_leaf(value, place, notes);
        if (std::holds_alternative<Complaint>(read)) return read;
        values.push_back(std::get<NodePtr>(std::move(read)));
        begin = end + 1;
    }
    return make_or(std::move(values));
}

}  // namespace

std::variant<NodePtr, Complaint> read_leaf(const Token& token, const LeafPlace& place,
                                           Notes& notes) {
    if (is_list(token, place.field)) return read_list(token, place, notes);
    if (is_quotation(token, place.field)) return read_quotation(token, place, notes);
    if (token.mixed_quotes)
        notes.add(Remark::mixed_quotes,
                  "the curly quote before " + quoted(token.text) + " is closed by a straight one");
    return to_leaf(read_text(token, place.field, notes), place);
}

}  // namespace morgue::query
