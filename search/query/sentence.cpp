#include <string>
#include <vector>

#include <unicode/uchar.h>

#include <search/query/build.hpp>
#include <search/query/chars.hpp>
#include <search/query/sentence.hpp>
#include <text/fold.hpp>
#include <text/tokenizer.hpp>

namespace morgue::query {

namespace {

/// Fewer words in capitals may be names.
constexpr std::size_t fewest_shouted = 3;

struct Range {
    std::size_t begin;
    std::size_t end;
    std::uint32_t run;  ///< 0 for a word with space around it
};

std::vector<Range> words_of(std::string_view sentence) {
    std::vector<Range> words;
    text::tokenize(sentence, {.question = true}, [&](const text::Token& token) {
        const std::uint32_t run = token.unspaced ? token.group : 0;
        if (run != 0 && !words.empty() && words.back().run == run)
            words.back().end = token.end;
        else
            words.push_back({token.begin, token.end, run});
    });
    return words;
}

bool is_all_capitals(std::string_view text) {
    bool capitals = false;
    for (std::size_t at = 0; at < text.size();) {
        const Char next = char_at(text, at);
        if (u_islower(static_cast<UChar32>(next.code))) return false;
        capitals = capitals || u_isupper(static_cast<UChar32>(next.code));
        at = next.end;
    }
    return capitals;
}

}  // namespace

NodePtr any_word_of(std::string_view sentence) {
    const std::vector<Range> ranges = words_of(sentence);
    const bool shouted = ranges.size() >= fewest_shouted && is_all_capitals(sentence);
    std::vector<NodePtr> words;
    for (const Range& range : ranges) {
        const std::string_view word = sentence.substr(range.begin, range.end - range.begin);
        words.push_back(make_leaf(Word{shouted ? text::fold(word) : std::string(word)}));
    }
    return make_or(std::move(words));
}

}  // namespace morgue::query
