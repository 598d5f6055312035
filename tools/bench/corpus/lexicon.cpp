#include <unordered_set>

#include <tools/bench/corpus/lexicon.hpp>
#include <tools/bench/corpus/word_shape.hpp>

namespace morgue::bench {

namespace {

constexpr std::size_t noun_count = 60'000;
constexpr std::size_t verb_count = 12'000;
constexpr std::size_t adjective_count = 20'000;
constexpr std::size_t first_name_count = 2'000;
constexpr std::size_t surname_count = 60'000;
constexpr std::size_t place_count = 12'000;

enum Stream : std::uint64_t { noun_stream = 1, verb_stream, adjective_stream, name_stream };

// Frequent words are short.
std::size_t syllables_of_rank(std::size_t rank, Random& random) {
    const std::size_t most = rank < 60 ? 1 : rank < 5'000 ? 2 : 3;
    return most > 1 && random.chance(0.2) ? most - 1 : most;
}

// Every word once; when the short ones run out, they grow.
template <typename Coin>
std::vector<std::string> distinct(std::size_t count, Random& random, Coin coin) {
    std::vector<std::string> words;
    std::unordered_set<std::string> seen;
    std::size_t more = 0;
    while (words.size() < count) {
        std::string word = coin(random, syllables_of_rank(words.size(), random) + more);
        const bool fresh = seen.insert(word).second;
        if (fresh) words.push_back(std::move(word));
        more = fresh ? 0 : 1;
    }
    return words;
}

}  // namespace

Lexicon::Lexicon(std::uint64_t seed) {
    Random random{seed, noun_stream};
    for (std::string& word : distinct(noun_count, random, coin_word))
        nouns.push_back({word, plural_of(word)});
    random = Random{seed, verb_stream};
    for (std::string& word : distinct(verb_count, random, coin_word))
        verbs.push_back({word, plural_of(word), past_of(word), participle_of(word)});
    random = Random{seed, adjective_stream};
    for (std::string& word : distinct(adjective_count, random, coin_word))
        adjectives.push_back({word, adverb_of(word)});
    random = Random{seed, name_stream};
    first_names = distinct(first_name_count, random, coin_name);
    surnames = distinct(surname_count, random, coin_name);
    places = distinct(place_count, random, coin_name);
}

}  // namespace morgue::bench
