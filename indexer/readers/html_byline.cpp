#include <algorithm>
#include <cctype>
#include <optional>

#include <indexer/formats/article_parts.hpp>
#include <indexer/formats/month_names.hpp>
#include <indexer/readers/html_byline.hpp>
#include <indexer/readers/live_page.hpp>
#include <text/fold.hpp>

namespace morgue::indexer {

namespace {

constexpr std::uint32_t longest_byline = 100;  // characters

/// What stands before names, in lower case.
constexpr std::string_view by_words[] = {"written by ", "posted by ", "by ", "par ",
                                         "von ",        "por ",       "di ", "by: "};

std::string_view without_by_word(std::string_view line) {
    for (const std::string_view by : by_words) {
        const auto equal = [](char a, char b) { return a == std::tolower(b); };
        if (line.size() > by.size() && std::equal(by.begin(), by.end(), line.begin(), equal))
            return line.substr(by.size());
    }
    return line;
}

/// Names end where a date begins.
std::string_view without_date(std::string_view line) {
    const std::size_t digit = line.find_first_of("0123456789");
    if (digit == std::string_view::npos) return line;
    line = line.substr(0, digit);
    const std::size_t end = line.find_last_not_of(" ,.|-");
    if (end == std::string_view::npos) return {};
    line = line.substr(0, end + 1);
    const std::size_t word = line.find_last_of(' ') + 1;
    return month_named(text::fold(line.substr(word))) != 0 ? line.substr(0, word) : line;
}

std::optional<std::string> names_in(std::string_view text) {
    const std::string line = folded_line(text);
    std::string_view names = without_date(without_by_word(line));
    const std::size_t end = names.find_last_not_of(" ,|-");
    if (end == std::string_view::npos) return std::nullopt;
    names = names.substr(0, end + 1);
    if (names.ends_with(':') || !has_word(names) || is_weekday_name(text::fold(names)))
        return std::nullopt;
    return std::string(names);
}

/// Of a marked author, the element that is marked as the name.
std::uint32_t name_within(const LivePage& page, std::uint32_t author) {
    for (std::uint32_t at = author; at < page.node(author).end; ++at)
        if (page.node(at).hints.name && page.counts(at).characters > 0) return at;
    return author;
}

}  // namespace

ShownByline shown_byline(const HtmlTree& tree) {
    const LivePage page(tree, false);
    for (std::uint32_t at = 1; at < page.size(); ++at) {
        const std::uint32_t length = page.counts(at).characters;
        if (page.dropped(at) || !page.node(at).hints.byline) continue;
        if (length == 0 || length > longest_byline) continue;
        const std::uint32_t name = name_within(page, at);
        if (auto names = names_in(tree.text(page.node(name)))) return {at, std::move(*names)};
    }
    return {};
}

}  // namespace morgue::indexer
