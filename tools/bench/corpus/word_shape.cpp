#include <tools/bench/corpus/word_shape.hpp>

namespace morgue::bench {

namespace {

// How syllables begin, sound and end, about as often as in English.
constexpr Weighted onsets[] = {
    {"b", 50},  {"c", 70},  {"d", 50},  {"f", 45},  {"g", 30}, {"h", 30},  {"j", 8},   {"k", 8},
    {"l", 50},  {"m", 60},  {"n", 40},  {"p", 65},  {"r", 70}, {"s", 70},  {"t", 65},  {"v", 30},
    {"w", 25},  {"y", 4},   {"z", 3},   {"", 45},   {"bl", 8}, {"br", 12}, {"ch", 18}, {"cl", 12},
    {"cr", 14}, {"dr", 9},  {"fl", 9},  {"fr", 10}, {"gl", 5}, {"gr", 12}, {"pl", 12}, {"pr", 25},
    {"qu", 8},  {"sc", 8},  {"sh", 14}, {"sl", 6},  {"sm", 4}, {"sp", 14}, {"st", 28}, {"str", 9},
    {"sw", 5},  {"th", 12}, {"tr", 22}, {"tw", 2},  {"wh", 3},
};
constexpr Weighted vowels[] = {
    {"a", 90}, {"e", 110}, {"i", 85}, {"o", 80}, {"u", 40},  {"ai", 9}, {"ea", 16}, {"ee", 12},
    {"ie", 6}, {"io", 10}, {"oa", 5}, {"oo", 9}, {"ou", 14}, {"au", 4}, {"oi", 4},  {"y", 5},
};
constexpr Weighted codas[] = {
    {"", 260},  {"n", 60}, {"r", 60}, {"s", 25}, {"t", 45}, {"l", 40}, {"m", 25},  {"d", 28},
    {"c", 15},  {"p", 16}, {"g", 10}, {"b", 6},  {"ck", 8}, {"ll", 8}, {"nd", 14}, {"ng", 6},
    {"nt", 16}, {"nk", 4}, {"rd", 6}, {"rk", 4}, {"rm", 4}, {"rn", 5}, {"rt", 7},  {"ss", 8},
    {"st", 12}, {"sh", 6}, {"th", 5}, {"ct", 7}, {"ft", 3}, {"lt", 4}, {"mp", 4},  {"x", 4},
};
constexpr Weighted endings[] = {
    {"er", 14},  {"or", 5},   {"ion", 10}, {"ation", 12}, {"ment", 9}, {"ity", 8},
    {"ness", 4}, {"al", 8},   {"ive", 5},  {"ate", 6},    {"ize", 3},  {"ent", 6},
    {"ance", 5}, {"able", 4}, {"ous", 4},  {"ic", 6},     {"age", 4},  {"ism", 2},
    {"ist", 3},  {"y", 10},   {"e", 16},   {"le", 8},     {"et", 5},   {"ship", 2},
};
constexpr Weighted accents[] = {{"é", 5}, {"ö", 3}, {"ü", 3}, {"ñ", 2}, {"ç", 1},
                                {"å", 1}, {"ø", 1}, {"á", 2}, {"š", 1}, {"č", 1}};

bool is_vowel(char c) noexcept {
    return std::string_view("aeiou").find(c) != std::string_view::npos;
}

bool ends_in_consonant_y(std::string_view word) noexcept {
    return word.size() > 1 && word.back() == 'y' && !is_vowel(word[word.size() - 2]);
}

bool hisses(std::string_view word) noexcept {
    return word.ends_with('s') || word.ends_with('x') || word.ends_with('z') ||
           word.ends_with("ch") || word.ends_with("sh");
}

// "plan" doubles its last letter, "plead" does not.
bool doubles(std::string_view verb) noexcept {
    const std::size_t n = verb.size();
    return n >= 3 && n <= 4 && !is_vowel(verb[n - 1]) && is_vowel(verb[n - 2]) &&
           !is_vowel(verb[n - 3]) && verb[n - 1] != 'w' && verb[n - 1] != 'x' && verb[n - 1] != 'y';
}

std::string with(std::string_view word, std::string_view ending, std::size_t cut = 0) {
    return std::string(word.substr(0, word.size() - cut)).append(ending);
}

}  // namespace

std::string coin_word(Random& random, std::size_t syllables) {
    std::string word;
    const bool derived = syllables > 1 && random.chance(0.55);
    for (std::size_t i = derived ? 1 : 0; i < syllables; ++i) {
        word += draw(onsets, random);
        word += draw(vowels, random);
        if (i + 1 == syllables || random.chance(0.5)) word += draw(codas, random);
    }
    if (derived) {
        if (is_vowel(word.back())) word += draw(onsets, random);
        word += draw(endings, random);
    }
    while (word.size() < 3) word += draw(codas, random);
    return word;
}

std::string coin_name(Random& random, std::size_t syllables) {
    std::string name = coin_word(random, syllables);
    capitalize(name);
    if (random.chance(0.03)) name.insert(random.between(1, name.size()), draw(accents, random));
    return name;
}

std::string plural_of(std::string_view noun) {
    if (ends_in_consonant_y(noun)) return with(noun, "ies", 1);
    return with(noun, hisses(noun) ? "es" : "s");
}

std::string past_of(std::string_view verb) {
    if (verb.ends_with('e')) return with(verb, "d");
    if (ends_in_consonant_y(verb)) return with(verb, "ied", 1);
    return doubles(verb) ? with(with(verb, verb.substr(verb.size() - 1)), "ed") : with(verb, "ed");
}

std::string participle_of(std::string_view verb) {
    if (verb.ends_with('e') && !verb.ends_with("ee")) return with(verb, "ing", 1);
    return doubles(verb) ? with(with(verb, verb.substr(verb.size() - 1)), "ing")
                         : with(verb, "ing");
}

std::string adverb_of(std::string_view adjective) {
    if (ends_in_consonant_y(adjective)) return with(adjective, "ily", 1);
    if (adjective.ends_with("ic")) return with(adjective, "ally");
    if (adjective.ends_with("le")) return with(adjective, "y", 1);
    return with(adjective, "ly");
}

void capitalize(std::string& text, std::size_t at) {
    char& first = text[at];
    if (first >= 'a' && first <= 'z') first = static_cast<char>(first - 'a' + 'A');
}

}  // namespace morgue::bench
