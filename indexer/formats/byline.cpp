#include <algorithm>

#include <indexer/formats/byline.hpp>
#include <indexer/formats/lines.hpp>
#include <indexer/formats/month_names.hpp>
#include <indexer/formats/words.hpp>
#include <text/fold.hpp>

namespace morgue::indexer {

namespace {

constexpr std::size_t longest_byline = 160;  // bytes

constexpr std::string_view openings[] = {"by", "von", "par", "por", "door"};
constexpr std::string_view conjunctions[] = {"and", "und", "et", "y", "e", "en", "&"};
// Small words within a name.
constexpr std::string_view particles[] = {
    "de",  "del", "della", "der", "den", "di",  "da",  "dos", "das", "do",  "du", "la", "le",
    "van", "von", "zu",    "ten", "ter", "bin", "ibn", "al",  "el",  "st.", "y",  "of"};
// Words of a role or an outlet: what stands with them is no name.
constexpr std::string_view role_words[] = {
    "associated",   "agency",        "bureau",         "chief",    "columnist", "contributor",
    "contributors", "correspondent", "correspondents", "critic",   "desk",      "editor",
    "editors",      "guest",         "herald",         "journal",  "magazine",  "news",
    "press",        "redaktion",     "report",         "reporter", "reporters", "reuters",
    "senior",       "special",       "staff",          "times",    "tribune",   "writer",
    "writers"};
// Small words that a role may have.
constexpr std::string_view role_links[] = {"of", "the", "to", "for", "in", "and", "at", "from"};
// Capitalised words that begin a sentence after "By", not a name.
constexpr std::string_view never_names[] = {
    "the",   "a",    "an",   "this",  "that", "these",    "those",     "way", "far",
    "now",   "then", "its",  "his",   "her",  "their",    "our",       "all", "some",
    "order", "noon", "late", "early", "mid",  "contrast", "comparison"};

// A run of words with a common meaning, joined as it was written.
std::string joined(const std::vector<std::string_view>& words) {
    std::string text;
    for (const std::string_view word : words) {
        if (!text.empty()) text += ' ';
        text += word;
    }
    return text;
}

bool is_calendar_word(std::string_view word) {
    std::string folded = text::fold(word);
    while (folded.ends_with('.')) folded.pop_back();
    return month_named(folded) != 0 || is_weekday_name(folded);
}

bool is_role(const std::vector<std::string_view>& words) {
    bool role = false;
    for (const std::string_view word : words) {
        if (is_one_of(role_words, word))
            role = true;
        else if (!begins_with_capital(word) && !is_one_of(role_links, word))
            return false;
    }
    return role;
}

// "of The Associated Press", "in Paris", "for the Tribune": up to six words, without a verb as
// far as capitals tell.
bool is_trailer(const std::vector<std::string_view>& words) {
    if (words.empty() || words.size() > 6) return false;
    return std::all_of(words.begin(), words.end(), [](std::string_view word) {
        return is_one_of(role_links, word) || is_one_of(role_words, word) ||
               (begins_with_capital(word) && is_name_like(word));
    });
}

bool is_name(const std::vector<std::string_view>& words) {
    if (words.size() > 6) return false;
    std::size_t capitals = 0;
    for (const std::string_view word : words) {
        if (!is_name_like(word) || is_one_of(never_names, word)) return false;
        if (begins_with_capital(word))
            ++capitals;
        else if (!is_one_of(particles, word))
            return false;
    }
    if (capitals < 2 || is_calendar_word(words.front())) return false;
    // A full stop ends a name only as part of it: Jr., a last initial.
    return !words.back().ends_with('.') || words.back().size() <= 3;
}

// One word stands for an author only where it is an agency's letters or a known kind of desk.
bool is_single(const std::vector<std::string_view>& words) {
    return words.size() == 1 && (is_all_capitals(words[0]) || is_one_of(role_words, words[0])) &&
           is_name_like(words[0]) && !is_calendar_word(words[0]);
}

// What stands between commas and conjunctions, the links of a trailer ("in Paris") cut off.
struct Group {
    std::vector<std::string_view> words;
    bool after_comma = false;
};

std::vector<Group> groups_of(std::string_view line) {
    std::vector<Group> groups(1);
    for (std::string_view word : words_of(line)) {
        if (is_one_of(conjunctions, word) && !groups.back().words.empty()) {
            groups.push_back({});
            continue;
        }
        const bool comma = word.ends_with(',') || word.ends_with(';');
        if (comma) word.remove_suffix(1);
        if (!word.empty()) groups.back().words.push_back(word);
        if (comma) groups.push_back({{}, true});
    }
    return groups;
}

// The words before the first link; `trailer` takes the others.
std::vector<std::string_view> before_link(const std::vector<std::string_view>& words,
                                          std::vector<std::string_view>& trailer) {
    const auto link = std::find_if(words.begin(), words.end(), [](std::string_view word) {
        return begins_with_small_letter(word) && is_one_of(role_links, word);
    });
    trailer.assign(link, words.end());
    return {words.begin(), link};
}

// False where a group is neither a name nor what may follow one.
bool take_group(const Group& group, std::vector<std::string>& names) {
    std::vector<std::string_view> trailer;
    const auto words = before_link(group.words, trailer);
    if (!trailer.empty() && !is_trailer(trailer)) return false;
    const bool role = is_role(words);
    if (is_name(words) && !role) {
        names.push_back(joined(words));
        return true;
    }
    if (names.empty() && (is_single(words) || (role && words.size() <= 4))) {
        names.push_back(joined(words));
        return true;
    }
    return !names.empty() && (role || is_trailer(group.words));
}

}  // namespace

std::optional<std::vector<std::string>> read_byline(std::string_view line) {
    line = trimmed(line);
    if (line.size() > longest_byline) return std::nullopt;
    const std::size_t space = line.find(' ');
    if (space == std::string_view::npos) return std::nullopt;
    std::string_view opening = line.substr(0, space);
    if (opening.ends_with(':')) opening.remove_suffix(1);
    if (!is_one_of(openings, opening) || !begins_with_capital(opening)) return std::nullopt;
    std::vector<std::string> names;
    for (const Group& group : groups_of(line.substr(space)))
        if (!group.words.empty() && !take_group(group, names)) return std::nullopt;
    if (names.empty()) return std::nullopt;
    return names;
}

}  // namespace morgue::indexer
