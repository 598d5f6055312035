#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include <tools/bench/corpus/lexicon.hpp>

namespace morgue::bench {

/// Two words that a topic uses side by side.
struct Collocation {
    std::string first;
    const Noun* second;
};

/// What a topic speaks of: its own choice of the lexicon's words, the most used first.
struct Topic {
    Topic(const Lexicon& lexicon, std::uint64_t seed, std::size_t number);

    std::size_t section;  ///< a number that the archive gives a name
    std::vector<const Noun*> nouns;
    std::vector<const Verb*> verbs;
    std::vector<const Adjective*> adjectives;
    std::vector<std::string> places;
    std::vector<Collocation> collocations;
};

struct Person {
    std::string first, last;
    const Noun* office;
};

/// What several articles of some weeks have in common: people, places and key words, which the
/// articles repeat as real ones do.
struct Story {
    Story(const Lexicon& lexicon, const Topic& topic, Random random);

    const Topic* topic;
    std::vector<Person> people;
    std::vector<std::string> places;
    std::vector<std::string> organisations;
    std::vector<const Noun*> nouns;
    std::vector<const Verb*> verbs;
    std::vector<const Adjective*> adjectives;
    std::vector<Collocation> collocations;
};

constexpr std::size_t section_count = 12;

}  // namespace morgue::bench
