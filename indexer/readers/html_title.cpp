#include <algorithm>

#include <indexer/formats/lines.hpp>
#include <indexer/readers/html_title.hpp>

namespace morgue::indexer {

namespace {

/// Between a headline and what is no part of it.
constexpr std::string_view separators[] = {
    " | ", " - ", " – ", " — ", " » ", " / ", " > ", " \\ ",
};

constexpr std::ptrdiff_t least_words = 5;
constexpr std::ptrdiff_t most_words_apart = 2;

std::ptrdiff_t words_in(std::string_view text) {
    return text.empty() ? 0 : std::count(text.begin(), text.end(), ' ') + 1;
}

std::string_view before_last(std::string_view title) {
    std::size_t last = std::string_view::npos;
    for (const std::string_view separator : separators) {
        const std::size_t at = title.rfind(separator);
        if (at != std::string_view::npos && (last == std::string_view::npos || at > last))
            last = at;
    }
    return trimmed(title.substr(0, last));
}

/// Of a title that begins with a word or two apart.
std::string_view after_first(std::string_view title) {
    std::size_t first = std::string_view::npos;
    std::size_t next = 0;
    for (const std::string_view separator : separators)
        if (const std::size_t at = title.find(separator); at < first) {
            first = at;
            next = at + separator.size();
        }
    return words_in(title.substr(0, first)) <= most_words_apart ? trimmed(title.substr(next)) : "";
}

}  // namespace

std::string_view headline_in(std::string_view window_title) {
    for (const std::string_view part : {before_last(window_title), after_first(window_title)})
        if (words_in(part) >= least_words) return part;
    return window_title;
}

}  // namespace morgue::indexer
