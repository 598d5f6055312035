#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include <tools/bench/corpus/random.hpp>

namespace morgue::bench {

struct Noun {
    std::string one, many;
};

struct Verb {
    std::string plain, third, past, participle;
};

struct Adjective {
    std::string plain, adverb;
};

/// A made-up language: its words by kind, the most frequent and shortest first.
struct Lexicon {
    explicit Lexicon(std::uint64_t seed);

    std::vector<Noun> nouns;
    std::vector<Verb> verbs;
    std::vector<Adjective> adjectives;
    std::vector<std::string> first_names, surnames, places;
};

/// How often words of a rank are used.
constexpr Zipf::Law word_law{1.4, 35};
constexpr Zipf::Law name_law{1.15, 6};

}  // namespace morgue::bench
