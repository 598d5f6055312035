#include <tools/kwic/occurrence.hpp>

namespace morgue::tools {

namespace {

bool is_inside_character(std::string_view text, std::size_t at) {
    return at < text.size() && (text[at] & '\xC0') == '\x80';
}

bool is_space(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

bool breaks_word(std::string_view text, std::size_t at) {
    return at > 0 && at < text.size() && !is_space(text[at - 1]) && !is_space(text[at]);
}

std::size_t back(std::string_view text, std::size_t at, std::size_t characters) {
    for (; at > 0 && characters > 0; --characters) do
            --at;
        while (at > 0 && is_inside_character(text, at));
    return at;
}

std::size_t forth(std::string_view text, std::size_t at, std::size_t characters) {
    for (; at < text.size() && characters > 0; --characters) do
            ++at;
        while (is_inside_character(text, at));
    return at;
}

/// Where the first whole word of text[begin, end) begins; `begin` where no space stands there.
std::size_t first_whole_word(std::string_view text, std::size_t begin, std::size_t end) {
    if (!breaks_word(text, begin)) return begin;
    std::size_t at = begin;
    while (at < end && !is_space(text[at])) ++at;
    return at < end ? at : begin;
}

/// Where the last whole word of text[begin, end) ends; `end` where no space stands there.
std::size_t last_whole_word(std::string_view text, std::size_t begin, std::size_t end) {
    if (!breaks_word(text, end)) return end;
    std::size_t at = end;
    while (at > begin && !is_space(text[at - 1])) --at;
    return at > begin ? at : end;
}

}  // namespace

std::string_view to_string(Part part) noexcept {
    return part == Part::headline ? "title" : "body";
}

Context context_of(const Occurrence& occurrence, std::size_t characters) {
    const auto& [begin, end] = occurrence.lit;
    const std::string_view text = occurrence.text;
    const std::size_t from = first_whole_word(text, back(text, begin, characters), begin);
    const std::size_t to = last_whole_word(text, end, forth(text, end, characters));
    return {text.substr(from, begin - from), text.substr(begin, end - begin),
            text.substr(end, to - end)};
}

bool for_each_occurrence(const Hit& hit, const std::function<bool(const Occurrence&)>& fn) {
    const Article& article = hit.found.article;
    for (const ByteRange& lit : hit.title_highlights)
        if (!fn({hit.found, Part::headline, article.value(Field::title), lit})) return false;
    for (const ByteRange& lit : hit.body_highlights)
        if (!fn({hit.found, Part::body, article.body, lit})) return false;
    return true;
}

}  // namespace morgue::tools
