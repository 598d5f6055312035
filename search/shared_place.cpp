#include <algorithm>

#include <search/shared_place.hpp>
#include <text/spelling.hpp>

namespace morgue::search {

namespace {

bool is_article(std::string_view word) {
    return text::split_elision(std::string(word) + "'an").has_value();
}

}  // namespace

/// Without e, since umlauts may be spelled out, and without the last s, which may be a
/// possessive's.
WordAtPlace::WordAtPlace(std::string_view term) : letters_(term) {
    is_plain_ = std::ranges::all_of(term, [](char byte) { return byte >= 'a' && byte <= 'z'; }) &&
                !is_article(term);
    std::erase(letters_, 'e');
    if (letters_.ends_with('s')) letters_.pop_back();
}

/// Of two forms the one is found in the other, and so is a part in its compound.
bool WordAtPlace::may_share_place(const WordAtPlace& other) const {
    return !is_plain_ || !other.is_plain_ || letters_.find(other.letters_) != std::string::npos ||
           other.letters_.find(letters_) != std::string::npos;
}

}  // namespace morgue::search
