#include <algorithm>
#include <memory>
#include <re2/re2.h>
#include <vector>

#include <search/audit/naive_pattern.hpp>
#include <search/edit_distance.hpp>
#include <text/fold.hpp>
#include <text/tokenizer.hpp>

namespace morgue::search {

namespace {

/// Without the punctuation around the word.
std::string bare(const std::string& text) {
    std::string probe = text;
    std::replace(probe.begin(), probe.end(), '*', 'x');
    std::replace(probe.begin(), probe.end(), '?', 'x');
    std::string word = text;
    text::tokenize(probe, {}, [&](const text::Token& token) {
        word = text.substr(token.begin, token.end - token.begin);
    });
    return word;
}

bool matches(std::u32string_view pattern, std::u32string_view word) {
    if (pattern.empty()) return word.empty();
    if (pattern.front() == U'*')
        return matches(pattern.substr(1), word) ||
               (!word.empty() && matches(pattern, word.substr(1)));
    return !word.empty() && (pattern.front() == U'?' || pattern.front() == word.front()) &&
           matches(pattern.substr(1), word.substr(1));
}

/// The least number of edits, by the whole table.
std::size_t distance(std::u32string_view left, std::u32string_view right) {
    std::vector<std::vector<std::size_t>> table(left.size() + 1,
                                                std::vector<std::size_t>(right.size() + 1));
    for (std::size_t i = 0; i <= left.size(); ++i)
        for (std::size_t j = 0; j <= right.size(); ++j) {
            std::size_t& here = table[i][j];
            here = i + j;
            if (i > 0) here = std::min(here, table[i - 1][j] + 1);
            if (j > 0) here = std::min(here, table[i][j - 1] + 1);
            if (i == 0 || j == 0) continue;
            here = std::min(here, table[i - 1][j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1));
            if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                here = std::min(here, table[i - 2][j - 2] + 1);
        }
    return table.back().back();
}

}  // namespace

std::function<bool(const std::string&)> naive_pattern(const query::Pattern& pattern) {
    if (pattern.kind == query::Pattern::Kind::regex)
        return [regex = std::make_shared<RE2>("(?i:" + pattern.text + ")")](
                   const std::string& word) { return RE2::FullMatch(word, *regex); };
    const std::u32string asked = characters_of(text::fold(bare(pattern.text)));
    if (pattern.kind == query::Pattern::Kind::wildcard)
        return [asked](const std::string& word) { return matches(asked, characters_of(word)); };
    return [asked, edits = pattern.edits](const std::string& word) {
        return distance(asked, characters_of(word)) <= edits;
    };
}

}  // namespace morgue::search
