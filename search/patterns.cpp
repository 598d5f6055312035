#include <functional>

#include <schema/term.hpp>
#include <search/edit_distance.hpp>
#include <search/patterns.hpp>
#include <search/query/regex.hpp>
#include <search/words_of_index.hpp>
#include <text/fold.hpp>
#include <text/tokenizer.hpp>

namespace morgue::search {

namespace {

using query::Pattern;

/// Whether the text, with a letter for each wildcard, is one word of a spaced script; then `word`
/// becomes it without the punctuation around.
bool is_one_word(const std::string& text, std::string& word) {
    std::string probe = text;
    for (char& byte : probe)
        if (byte == '*' || byte == '?') byte = 'a';
    std::size_t words = 0;
    bool unspaced = false;
    text::tokenize(probe, {.question = true}, [&](const text::Token& token) {
        ++words;
        unspaced = unspaced || token.unspaced;
        word = text.substr(token.begin, token.end - token.begin);
    });
    return words == 1 && !unspaced;
}

/// Whether `?` for one character each and `*` for any make the text of the pattern. Linear but for
/// stars, each of which begins again at the last one.
bool fits(std::u32string_view pattern, std::u32string_view text) {
    std::size_t at = 0;
    std::size_t star = std::u32string_view::npos;
    std::size_t resumed = 0;
    std::size_t step = 0;
    while (at < text.size()) {
        if (step < pattern.size() && pattern[step] == U'*') {
            star = step++;
            resumed = at;
        } else if (step < pattern.size() && (pattern[step] == U'?' || pattern[step] == text[at])) {
            ++step;
            ++at;
        } else if (star != std::u32string_view::npos) {
            step = star + 1;
            at = ++resumed;
        } else {
            return false;
        }
    }
    return pattern.find_first_not_of(U'*', step) == std::u32string_view::npos;
}

/// Which words a pattern means, and with what all of them begin.
struct Meaning {
    std::string beginning;
    std::function<bool(std::string_view)> means;
};

Meaning meaning_of_wildcard(const std::string& folded) {
    return {folded.substr(0, folded.find_first_of("*?")),
            [pattern = characters_of(folded)](std::string_view word) {
                return fits(pattern, characters_of(word));
            }};
}

Meaning meaning_of_fuzzy(const std::string& folded, std::size_t edits) {
    return {{}, [word = characters_of(folded), edits](std::string_view other) {
                constexpr std::size_t longest_character = 4;
                if (other.size() + edits < word.size() ||
                    other.size() > (word.size() + edits) * longest_character)
                    return false;
                return edit_distance(word, characters_of(other), edits) <= edits;
            }};
}

Meaning meaning_of_regex(const std::string& text) {
    return {{}, [regex = query::compiled_regex(text)](std::string_view word) {
                return RE2::FullMatch(re2::StringPiece(word.data(), word.size()), *regex);
            }};
}

Meaning meaning_of(const Pattern& pattern, const std::string& word) {
    if (pattern.kind == Pattern::Kind::regex) return meaning_of_regex(pattern.text);
    const std::string folded = text::fold(word);
    return pattern.kind == Pattern::Kind::fuzzy ? meaning_of_fuzzy(folded, pattern.edits)
                                                : meaning_of_wildcard(folded);
}

bool is_spaced(std::string_view term) {
    bool spaced = true;
    text::tokenize(term, {}, [&](const text::Token& token) { spaced = spaced && !token.unspaced; });
    return spaced;
}

}  // namespace

Words plan_pattern(Planning& planning, const query::Node& node, const Pattern& pattern) {
    Words words;
    words.field = node.field;
    std::string word;
    if (pattern.kind != Pattern::Kind::regex && !is_one_word(pattern.text, word)) {
        planning.refuse("pattern-of-parts", node,
                        as_typed(node) + " is not one word of letters and digits",
                        "write its parts as words of their own");
        return words;
    }
    const Meaning meaning = meaning_of(pattern, word);
    const std::string prefix = node.field ? schema::field_word_term(*node.field, "") : "";
    Choice choice;
    for_each_word(planning.snapshot(), prefix + meaning.beginning, [&](const std::string& term) {
        const std::string_view bare = std::string_view(term).substr(prefix.size());
        const bool is_other_field =
            !prefix.empty() && !bare.empty() && bare.front() >= 'A' && bare.front() <= 'Z';
        if (choice.size() <= max_expansions && !is_other_field && meaning.means(bare) &&
            is_spaced(bare))
            choice.push_back(term);
    });
    planning.admit(choice, node);
    words.rows.push_back({{std::move(choice)}});
    return words;
}

}  // namespace morgue::search
