#include <algorithm>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <indexer/formats/words.hpp>
#include <text/fold.hpp>

namespace morgue::indexer {

namespace {

UChar32 first_character(std::string_view word) {
    UChar32 c = 0;
    std::size_t at = 0;
    if (!word.empty()) U8_NEXT(word.data(), at, word.size(), c);
    return c;
}

char small(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

constexpr std::string_view points_of_names = ".-'’/";

}  // namespace

std::vector<std::string_view> words_of(std::string_view line) {
    std::vector<std::string_view> words;
    while (true) {
        const std::size_t begin = line.find_first_not_of(" \t");
        if (begin == std::string_view::npos) return words;
        line.remove_prefix(begin);
        const std::string_view word = line.substr(0, line.find_first_of(" \t"));
        words.push_back(word);
        line.remove_prefix(word.size());
    }
}

std::string lower_ascii(std::string_view text) {
    std::string result(text);
    for (char& c : result) c = small(c);
    return result;
}

bool same_but_for_capitals(std::string_view left, std::string_view right) {
    return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                      [](char a, char b) { return small(a) == small(b); });
}

bool begins_with_capital(std::string_view word) {
    return u_isupper(first_character(word)) || u_istitle(first_character(word));
}

bool begins_with_small_letter(std::string_view word) {
    return u_islower(first_character(word));
}

bool is_all_capitals(std::string_view word) {
    std::size_t at = 0;
    int capitals = 0;
    while (at < word.size()) {
        UChar32 c = 0;
        U8_NEXT(word.data(), at, word.size(), c);
        if (u_isalpha(c) && !u_isupper(c)) return false;
        if (u_isupper(c)) ++capitals;
    }
    return capitals >= 2;
}

bool is_name_like(std::string_view word) {
    std::size_t at = 0;
    bool letters = false;
    while (at < word.size()) {
        const std::size_t begin = at;
        UChar32 c = 0;
        U8_NEXT(word.data(), at, word.size(), c);
        if (u_isalpha(c) || (u_getCombiningClass(c) != 0 && letters))
            letters = true;
        else if (points_of_names.find(word.substr(begin, at - begin)) == std::string_view::npos)
            return false;
    }
    return letters;
}

bool is_one_of(std::span<const std::string_view> list, std::string_view word) {
    if (word.size() > 40) return false;
    const std::string folded = text::fold(word);
    for (const std::string_view entry : list)
        if (folded == entry) return true;
    return false;
}

}  // namespace morgue::indexer
