#include <search/query/chars.hpp>
#include <search/query/quotation.hpp>
#include <search/query/reserved.hpp>

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
                     "a star in a phrase stands for the word between two others",
                     "leave it out where the phrase begins or ends; for the sign itself write \\*"};
}

}  // namespace

std::variant<Phrase, Complaint> read_phrase(const Token& token) {
    if (!has_word(token.text)) return empty_phrase();
    Phrase phrase{{}, token.likeness, {}, token.window};
    std::size_t at = 0;
    for (const std::size_t star : token.stars) {
        if (!stands_alone(token.text, star)) return reserved_star_in_phrase();
        phrase.text += token.text.substr(at, star - at);
        phrase.gaps.push_back(phrase.text.size());
        at = star + 1;
    }
    phrase.text += token.text.substr(at);
    if (auto wrong = check_gaps(phrase)) return *std::move(wrong);
    return phrase;
}

std::vector<Token> quoted_parts(const Token& quotation) {
    std::vector<Token> parts;
    std::vector<Span> ends = quotation.ellipses;
    ends.push_back({quotation.text.size(), quotation.text.size()});
    std::size_t begin = 0;
    for (const Span& end : ends) {
        while (begin < end.begin && quotation.text[begin] == ' ') ++begin;
        Token part = quotation;
        part.ellipses.clear();
        part.stars.clear();
        part.text = quotation.text.substr(begin, end.begin - begin);
        for (const std::size_t star : quotation.stars)
            if (begin <= star && star < end.begin) part.stars.push_back(star - begin);
        if (part.stars.empty()) part.text.resize(part.text.find_last_not_of(' ') + 1);
        if (has_word(part.text) || !part.stars.empty()) parts.push_back(std::move(part));
        begin = end.end;
    }
    return parts;
}

std::optional<Complaint> check_quotation(const Token& quotation) {
    if (quotation.window == 0) return std::nullopt;
    return Complaint{Problem::misplaced_gap, "words in any order have no gaps between them",
                     "leave out the dots, or the ~ and its number"};
}

}  // namespace morgue::query
