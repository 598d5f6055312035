#pragma once

#include <string>
#include <vector>

namespace morgue::bench {

enum class Operator { word, all, any, phrase, near };

/// The words of `near` lie at most so many words from each other, as in W/5.
constexpr unsigned near_distance = 5;

/// A question that each peer puts in its own language. A list of them is a file with a line each:
/// class, operator and words, with tabs between.
struct ListedQuery {
    std::string kind;  ///< its class, such as "rare word"
    Operator op = Operator::word;
    std::vector<std::string> words;  ///< small ASCII letters
};

/// Both throw std::runtime_error.
std::vector<ListedQuery> read_queries(const std::string& path);
void write_queries(const std::string& path, const std::vector<ListedQuery>& queries);

std::string joined(const std::vector<std::string>& words, const std::string& between);

}  // namespace morgue::bench
