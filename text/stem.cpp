#include <algorithm>
#include <unordered_map>

#include <xapian.h>

#include <text/stem.hpp>

namespace morgue::text {

namespace {

/// Words of so few letters (us, was, gas) are their own stem: car finds cars, and us not used.
constexpr std::ptrdiff_t longest_unstemmed = 3;

std::ptrdiff_t count_characters(std::string_view text) noexcept {
    return std::count_if(text.begin(), text.end(),
                         [](char byte) { return (byte & '\xC0') != '\x80'; });
}

}  // namespace

/// Snowball's rules for French, Spanish or German look at accents that folding has dropped. We
/// stem the folded word all the same: a question may be typed with or without accents, and both
/// must ask for one stem, which is so only if the stem follows from the folded word. What the
/// rules then miss (mangé beside mangée) is little, and equal in index and question.
std::string stem(const Language& language, std::string_view folded_word) {
    thread_local std::unordered_map<const Language*, Xapian::Stem> stemmers;
    const auto [stemmer, made] = stemmers.try_emplace(&language, std::string(language.stemmer));
    return stemmer->second(std::string(folded_word));
}

std::string stem_form(const Language& language, std::string_view folded_word) {
    const bool too_short = count_characters(folded_word) <= longest_unstemmed;
    return too_short ? std::string(folded_word) : stem(language, folded_word);
}

}  // namespace morgue::text
