#include <algorithm>

#include <search/query/chars.hpp>
#include <search/query/quotation.hpp>

namespace morgue::query {

namespace {

Complaint empty_phrase() {
    return {Problem::empty_phrase, "these quotes hold no word",
            "write a word between them, or leave them out"};
}

/// Whether the star is a word of its own.
bool stands_alone(std::string_view text, std::size_t star) {
    std::size_t before = star;
    while (before > 0 && (static_cast<unsigned char>(text[--before]) & 0xc0) == 0x80) continue;
    const bool begins = star == 0 || parts_words(text, before);
    return begins && (star + 1 == text.size() || parts_words(text, star + 1));
}

std::optional<Complaint> check_gaps(const Phrase& phrase) {
    const std::string_view text = phrase.text;
    if (phrase.gaps.empty()) return std::nullopt;
    if (phrase.window > 0)
        return Complaint{Problem::misplaced_gap, "words in any order have no gaps between them",
                         "leave out the stars, or the ~ and its number"};
    if (has_word(text.substr(0, phrase.gaps.front())) && has_word(text.substr(phrase.gaps.back())))
        return std::nullopt;
    return Complaint{Problem::misplaced_gap,
                     "a star alone in a phrase stands for the word between two whole ones",
                     "leave it out where the phrase begins or ends; for the sign itself write \\*"};
}

std::vector<std::size_t> stars_in(const Token& phrase, const Span& bytes) {
    std::vector<std::size_t> stars;
    for (const std::size_t star : phrase.stars)
        if (bytes.begin <= star && star < bytes.end) stars.push_back(star - bytes.begin);
    return stars;
}

/// These bytes of a phrase without an ellipsis in them, as a phrase.
Token part_of(const Token& phrase, Span bytes) {
    while (bytes.begin < bytes.end && phrase.text[bytes.begin] == ' ') ++bytes.begin;
    Token part = phrase;
    part.ellipses.clear();
    part.stars = stars_in(phrase, bytes);
    part.text = phrase.text.substr(bytes.begin, bytes.end - bytes.begin);
    part.text.resize(part.text.find_last_not_of(' ') + 1);
    return part;
}

bool belongs_to_wildcard(char32_t code) {
    return code == U'*' || code == U'-' || code == U'\'' || code == U'’' || is_word_char(code);
}

/// The word around a star, from a byte before it on.
Span wildcard_around(std::string_view text, std::size_t star, std::size_t from) {
    Span word{from, star};
    for (std::size_t at = from; at < star;) {
        const Char next = char_at(text, at);
        const bool begins = word.begin < at || is_word_char(next.code) || next.code == U'*';
        if (!belongs_to_wildcard(next.code) || !begins) word.begin = next.end;
        at = next.end;
    }
    while (word.end < text.size() && belongs_to_wildcard(char_at(text, word.end).code))
        word.end = char_at(text, word.end).end;
    return word;
}

/// These bytes of a phrase as a word outside quotes.
Token wildcard(const Token& phrase, const Span& bytes) {
    Token chunk = phrase;
    chunk.kind = TokenKind::chunk;
    chunk.stars = stars_in(phrase, bytes);
    chunk.text = phrase.text.substr(bytes.begin, bytes.end - bytes.begin);
    return chunk;
}

/// Outside quotes every star is one.
bool is_ambiguous(const Token& part) {
    return part.kind == TokenKind::chunk &&
           static_cast<std::size_t>(std::ranges::count(part.text, '*')) != part.stars.size();
}

void add_part(Token token, const Link& link, std::vector<QuotedPart>& parts) {
    if (has_word(token.text) || !token.stars.empty()) parts.push_back({std::move(token), link});
}

/// Those of a phrase without ellipses; the first of them stands so to what is there.
void add_parts(const Token& phrase, const Link& link, std::vector<QuotedPart>& parts) {
    constexpr Link side_by_side{.words = 1, .in_order = true};
    const std::size_t before = parts.size();
    const auto add = [&](Token token) {
        add_part(std::move(token), parts.size() == before ? link : side_by_side, parts);
    };
    std::size_t begin = 0;
    for (const std::size_t star : phrase.stars) {
        if (star < begin || stands_alone(phrase.text, star)) continue;
        const Span word = wildcard_around(phrase.text, star, begin);
        add(part_of(phrase, {begin, word.begin}));
        add(wildcard(phrase, word));
        begin = word.end;
    }
    add(part_of(phrase, {begin, phrase.text.size()}));
}

}  // namespace

std::variant<Phrase, Complaint> read_phrase(const Token& token) {
    if (!has_word(token.text)) return empty_phrase();
    Phrase phrase{{}, token.likeness, {}, token.window};
    std::size_t at = 0;
    for (const std::size_t star : token.stars) {
        phrase.text += token.text.substr(at, star - at);
        phrase.gaps.push_back(phrase.text.size());
        at = star + 1;
    }
    phrase.text += token.text.substr(at);
    if (auto wrong = check_gaps(phrase)) return *std::move(wrong);
    return phrase;
}

bool has_parts(const Token& phrase) {
    return phrase.kind == TokenKind::phrase && has_word(phrase.text) &&
           (!phrase.ellipses.empty() || !std::ranges::all_of(phrase.stars, [&](std::size_t star) {
               return stands_alone(phrase.text, star);
           }));
}

std::vector<QuotedPart> quoted_parts(const Token& quotation) {
    constexpr Link left_out{.within = Link::Within::paragraph, .in_order = true};
    std::vector<QuotedPart> parts;
    std::size_t begin = 0;
    for (const Span& ellipsis : quotation.ellipses) {
        add_parts(part_of(quotation, {begin, ellipsis.begin}), left_out, parts);
        begin = ellipsis.end;
    }
    add_parts(part_of(quotation, {begin, quotation.text.size()}), left_out, parts);
    return parts;
}

std::optional<Complaint> check_quotation(const Token& quotation,
                                         const std::vector<QuotedPart>& parts) {
    const bool has_wildcard = std::ranges::any_of(
        parts, [](const QuotedPart& part) { return part.token.kind == TokenKind::chunk; });
    if (quotation.window > 0 && has_wildcard)
        return Complaint{Problem::misplaced_gap, "words in any order have no stars in them",
                         "write storm* W/5 harbour for words so near each other"};
    if (quotation.window > 0 && parts.size() > 1)
        return Complaint{Problem::misplaced_gap, "words in any order have no gaps between them",
                         "leave out the dots, or the ~ and its number"};
    if (std::ranges::any_of(parts, [](const QuotedPart& part) { return is_ambiguous(part.token); }))
        return Complaint{Problem::misplaced_gap,
                         "a word holds stars or the sign * itself, not both",
                         "leave one of them out"};
    if (quotation.likeness == Phrase::Likeness::exact && has_wildcard)
        return Complaint{Problem::misplaced_gap,
                         "a word with a star has no capitals and accents of its own",
                         "leave out the star, or the = before the quotes"};
    return std::nullopt;
}

}  // namespace morgue::query
