#include <algorithm>

#include <search/alternatives.hpp>
#include <search/phrase_runs.hpp>
#include <search/query/build.hpp>
#include <search/question.hpp>

namespace morgue::search {

namespace {

constexpr std::size_t fewest_words = 4;
constexpr std::size_t fewest_characters = 3;

struct Run {
    std::size_t begin;
    std::size_t end;

    std::size_t length() const { return end - begin; }
};

bool has_enough(const std::vector<AskedToken>& tokens) {
    const bool unspaced = std::any_of(tokens.begin(), tokens.end(),
                                      [](const AskedToken& token) { return token.unspaced; });
    return tokens.size() >= (unspaced ? fewest_characters : fewest_words);
}

}  // namespace

std::vector<std::string> longest_runs(const Counter& counter, std::string_view text,
                                      std::optional<Field> field) {
    const std::vector<AskedToken> tokens = asked_tokens(text, counter.snapshot().languages());
    if (!has_enough(tokens)) return {};
    const auto written = [&](const Run& run) {
        const std::size_t begin = tokens[run.begin].begin;
        return std::string(text.substr(begin, tokens[run.end - 1].end - begin));
    };
    const auto occurs = [&](const Run& run) {
        return counter.any(*query::make_leaf(query::Phrase{written(run)}, field));
    };
    // What occurs does so in all its parts: the end never moves back as the beginning moves on.
    std::vector<Run> runs;
    std::size_t end = 0;
    for (std::size_t begin = 0; begin < tokens.size(); ++begin) {
        const std::size_t reached = end;
        end = std::max(end, begin + 1);
        while (end < tokens.size() && occurs({begin, end + 1})) ++end;
        if (end > reached && end - begin > 1) runs.push_back({begin, end});
    }
    std::stable_sort(runs.begin(), runs.end(), [](const Run& left, const Run& right) {
        return left.length() > right.length();
    });
    if (runs.size() > max_runs) runs.resize(max_runs);
    std::vector<std::string> longest;
    for (const Run& run : runs) longest.push_back(written(run));
    return longest;
}

}  // namespace morgue::search
