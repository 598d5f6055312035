#include <algorithm>
#include <array>
#include <vector>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <indexer/formats/article_parts.hpp>
#include <indexer/formats/dateline.hpp>
#include <indexer/formats/lines.hpp>
#include <indexer/formats/month_names.hpp>
#include <indexer/formats/words.hpp>
#include <text/fold.hpp>

namespace morgue::indexer {

namespace {

constexpr std::size_t longest_dateline = 140;  // bytes

constexpr std::array<std::string_view, 5> dashes{"--", "—", "–", "―", "-"};

constexpr std::string_view agencies[] = {
    "aap",       "afp",     "anadolu",   "ani",
    "ansa",      "antara",  "ap",        "apa",
    "belga",     "bernama", "bloomberg", "cna",
    "cnn",       "cp",      "dpa",       "efe",
    "epd",       "ians",    "interfax",  "irna",
    "itar-tass", "jiji",    "kna",       "kyodo",
    "lusa",      "mti",     "ntb",       "pa",
    "pap",       "pti",     "reuters",   "ria",
    "ritzau",    "sana",    "sda",       "sid",
    "spa",       "tass",    "tt",        "upi",
    "wam",       "xinhua",  "yonhap",    "agence france-presse"};

// Capitals before a dash that are a kind of report, not a place.
constexpr std::string_view no_places[] = {
    "alert",     "analysis",   "breaking",  "column",    "correction",     "corrected",
    "editorial", "eilmeldung", "exclusive", "explainer", "factbox",        "feature",
    "flash",     "graphic",    "insight",   "interview", "just in",        "live",
    "news",      "note",       "obituary",  "opinion",   "photos",         "poll",
    "preview",   "profile",    "refile",    "review",    "special report", "timeline",
    "update",    "updated",    "urgent",    "video",     "watch",          "wrapup"};

struct Cut {
    std::string_view head;  ///< before the dash
    std::size_t end;        ///< where the text after it begins
    bool long_dash;         ///< not a single hyphen
};

// A dash counts with white space before it or after a bracket; a hyphen needs it on both sides.
std::optional<Cut> cut_at(std::string_view line, std::size_t at, std::string_view dash) {
    const std::string_view before = line.substr(0, at);
    const bool space = before.ends_with(' ');
    const std::string_view after = line.substr(at + dash.size());
    if (!space && !before.ends_with(')') && dash == "-") return std::nullopt;
    if (dash == "-" && !after.starts_with(' ')) return std::nullopt;
    const std::size_t gap = after.find_first_not_of(ascii_space);
    if (gap == std::string_view::npos) return std::nullopt;
    return Cut{trimmed(before), at + dash.size() + gap, dash != "-"};
}

std::optional<Cut> find_dash(std::string_view line) {
    for (std::size_t at = 1; at < line.size() && at < longest_dateline; ++at) {
        if (line[at] != '-' && line[at] != '\xe2') continue;
        for (const std::string_view dash : dashes)
            if (line.substr(at).starts_with(dash))
                if (auto cut = cut_at(line, at, dash)) return cut;
    }
    return std::nullopt;
}

std::vector<std::string_view> comma_parts(std::string_view text) {
    std::vector<std::string_view> parts;
    while (true) {
        // The Arabic comma is two bytes and stands here as it does in Latin datelines.
        const std::size_t comma = std::min(text.find(','), text.find("،"));
        parts.push_back(trimmed(text.substr(0, comma)));
        if (comma == std::string_view::npos) return parts;
        text.remove_prefix(comma + (text[comma] == ',' ? 1 : 2));
    }
}

bool is_date_part(std::string_view part) {
    for (const std::string_view word : words_of(part)) {
        if (word.find_first_of("0123456789") != std::string_view::npos) return true;
        std::string folded = text::fold(word);
        while (folded.ends_with('.')) folded.pop_back();
        if (month_named(folded) != 0 || is_weekday_name(folded)) return true;
    }
    return false;
}

bool has_case(std::string_view word) {
    return begins_with_capital(word) || begins_with_small_letter(word);
}

enum class Certainty { none, mixed_case, capitals };

// How surely a part names a place: in capitals, capitalised or in a script without capitals.
Certainty certainty_of(std::string_view part) {
    const auto words = words_of(part);
    if (words.empty() || words.size() > 5 || is_one_of(no_places, part) ||
        is_one_of(no_places, words[0]))
        return Certainty::none;
    bool capitals = true;
    for (const std::string_view word : words) {
        if (!is_name_like(word)) return Certainty::none;
        if (has_case(word) && !begins_with_capital(word) && word.size() > 3) return Certainty::none;
        capitals = capitals && is_all_capitals(word);
    }
    if (begins_with_small_letter(words[0])) return Certainty::none;
    return capitals && part.size() >= 3 ? Certainty::capitals : Certainty::mixed_case;
}

bool is_known_agency(std::string_view text) {
    const auto words = words_of(text);
    return is_one_of(agencies, text) || (!words.empty() && is_one_of(agencies, words[0]));
}

bool may_be_agency(std::string_view text) {
    const auto words = words_of(text);
    return !words.empty() && words.size() <= 4 && text.size() <= 40 &&
           begins_with_capital(words[0]) && text.find_first_of("0123456789,;:") == text.npos;
}

// "PARIS (AP)" without its brackets; false where what stands in them is no agency.
bool take_agency(std::string_view& head, Dateline& found) {
    if (!head.ends_with(')')) return true;
    const std::size_t open = head.rfind('(');
    if (open == std::string_view::npos) return false;
    const std::string_view agency = trimmed(head.substr(open + 1, head.size() - open - 2));
    if (!is_known_agency(agency) && !may_be_agency(agency)) return false;
    found.agency = agency;
    head = trimmed(head.substr(0, open));
    return true;
}

// "AUSTIN, Texas, March 3, 2019": place and date; how sure the place is.
Certainty take_place(std::string_view head, Dateline& found) {
    const auto parts = comma_parts(head);
    const Certainty certainty = certainty_of(parts[0]);
    if (certainty == Certainty::none || parts.size() > 5) return Certainty::none;
    found.place = parts[0];
    for (std::size_t i = 1; i < parts.size(); ++i) {
        const bool date = is_date_part(parts[i]);
        if (!date && (!found.date.empty() || certainty_of(parts[i]) == Certainty::none))
            return Certainty::none;
        std::string& text = date ? found.date : found.place;
        if (!text.empty()) text += ", ";
        text += parts[i];
    }
    return certainty;
}

}  // namespace

std::optional<Dateline> read_dateline(std::string_view line) {
    const auto cut = find_dash(line);
    if (!cut) return std::nullopt;
    Dateline found;
    found.end = cut->end;
    std::string_view head = cut->head;
    if (!take_agency(head, found)) return std::nullopt;
    const Certainty certainty = take_place(head, found);
    if (certainty == Certainty::none) return std::nullopt;
    if (certainty == Certainty::mixed_case && !is_known_agency(found.agency)) return std::nullopt;
    // Capitals before a mere hyphen may be anything; so may they be with a stray agency.
    if (found.agency.empty() && found.date.empty() && !cut->long_dash) return std::nullopt;
    return found;
}

void state_dateline(Article& article, std::string_view dateline) {
    std::string line = folded_line(dateline);
    while (!line.empty() && (line.back() == '-' || line.back() == ' ')) line.pop_back();
    if (const auto read = read_dateline(line + " \u2014 x")) {
        state(article, Field::place, read->place, Provenance::record);
        state(article, Field::agency, read->agency, Provenance::record);
    } else {
        state(article, Field::place, line.substr(0, line.find(',')), Provenance::record);
    }
}

}  // namespace morgue::indexer
