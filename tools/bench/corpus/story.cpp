#include <tools/bench/corpus/story.hpp>
#include <tools/bench/corpus/word_shape.hpp>

namespace morgue::bench {

namespace {

constexpr std::uint64_t topic_stream = 101;
constexpr Zipf::Law law_in_topic{0.8, 3};

// Topics choose among common and rare words alike, or they would all be one.
constexpr Zipf::Law law_of_choice{1.3, 80};

template <typename T>
std::vector<const T*> choose(const std::vector<T>& words, std::size_t count, Random& random) {
    const Zipf law{words.size(), law_of_choice};
    std::vector<const T*> chosen;
    for (std::size_t i = 0; i < count; ++i) chosen.push_back(&words[law.draw(random)]);
    return chosen;
}

template <typename T>
std::vector<T> choose_from_topic(const std::vector<T>& words, std::size_t count, Random& random) {
    const Zipf law{words.size(), law_in_topic};
    std::vector<T> chosen;
    for (std::size_t i = 0; i < count; ++i) chosen.push_back(words[law.draw(random)]);
    return chosen;
}

Collocation collocate(const Topic& topic, Random& random) {
    const Noun* const second = random.one_of(topic.nouns);
    if (random.chance(0.4)) return {random.one_of(topic.nouns)->one, second};
    return {random.one_of(topic.adjectives)->plain, second};
}

// Names that recur in the archive, and many that a single story brings up.
std::string surname(const Lexicon& lexicon, Random& random) {
    if (random.chance(0.08)) return coin_name(random, random.between(2, 3));
    return lexicon.surnames[Zipf{lexicon.surnames.size(), name_law}.draw(random)];
}

Person introduce(const Lexicon& lexicon, const Topic& topic, Random& random) {
    const Zipf law{lexicon.first_names.size(), name_law};
    return {lexicon.first_names[law.draw(random)], surname(lexicon, random),
            random.one_of(topic.nouns)};
}

std::string found(const Lexicon& lexicon, const Topic& topic, Random& random) {
    constexpr Weighted kinds[] = {{"Group", 4}, {"Council", 5}, {"University", 4}, {"Ltd", 3},
                                  {"Bank", 4},  {"Party", 4},   {"Police", 4},     {"FC", 3},
                                  {"Inc", 4},   {"Union", 3},   {"Agency", 3},     {"Ministry", 3}};
    std::string name = random.chance(0.5) ? random.one_of(topic.places) : surname(lexicon, random);
    if (random.chance(0.3)) {
        std::string trade = random.one_of(topic.nouns)->one;
        capitalize(trade);
        name += " " + trade;
    }
    return name + " " + draw(kinds, random);
}

}  // namespace

Topic::Topic(const Lexicon& lexicon, std::uint64_t seed, std::size_t number)
    : section(number % section_count) {
    Random random{seed, topic_stream, number};
    nouns = choose(lexicon.nouns, 300, random);
    verbs = choose(lexicon.verbs, 120, random);
    adjectives = choose(lexicon.adjectives, 160, random);
    for (const std::string* place : choose(lexicon.places, 40, random)) places.push_back(*place);
    for (int i = 0; i < 150; ++i) collocations.push_back(collocate(*this, random));
}

Story::Story(const Lexicon& lexicon, const Topic& its_topic, Random random) : topic(&its_topic) {
    for (std::size_t i = random.between(2, 6); i > 0; --i)
        people.push_back(introduce(lexicon, its_topic, random));
    places = choose_from_topic(its_topic.places, random.between(1, 3), random);
    for (std::size_t i = random.between(1, 3); i > 0; --i)
        organisations.push_back(found(lexicon, its_topic, random));
    nouns = choose_from_topic(its_topic.nouns, 14, random);
    verbs = choose_from_topic(its_topic.verbs, 8, random);
    adjectives = choose_from_topic(its_topic.adjectives, 8, random);
    collocations = choose_from_topic(its_topic.collocations, 6, random);
}

}  // namespace morgue::bench
