#pragma once

#include <string>
#include <string_view>

#include <schema/snapshot.hpp>

namespace morgue::search {

/// Above all words in Latin, Greek, Cyrillic, Arabic … letters stand those of Chinese, Japanese
/// and Korean characters, mostly two to a term, which look like nothing else.
inline constexpr std::string_view first_unspaced = "\xE3";
inline constexpr std::string_view after_unspaced = "\xEE";

inline bool is_unspaced(std::string_view term) {
    return term >= first_unspaced && term < after_unspaced;
}

/// Calls `fn` for each term with the prefix but the unspaced ones, over all parts of the index.
/// Without a prefix these are the words of titles and bodies, which no capital begins.
template <typename Fn>
void for_each_word(const schema::Snapshot& snapshot, const std::string& prefix, const Fn& fn) {
    const Xapian::Database& all = snapshot.database();
    const auto end = all.allterms_end(prefix);
    for (auto term = all.allterms_begin(prefix); term != end; ++term) {
        std::string text = *term;
        if (prefix.empty() && text.front() >= 'A' && text.front() <= 'Z') {
            term.skip_to("[");
            if (term == end) return;
            text = *term;
        }
        if (is_unspaced(std::string_view(text).substr(prefix.size()))) {
            term.skip_to(prefix + std::string(after_unspaced));
            if (term == end) return;
            text = *term;
        }
        fn(text);
    }
}

}  // namespace morgue::search
