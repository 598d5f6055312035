#include <algorithm>
#include <charconv>
#include <map>

#include <tools/render/labelled.hpp>
#include <tools/render/safe_text.hpp>
#include <tools/render/status_text.hpp>
#include <tools/render/wording.hpp>

namespace morgue::tools {

namespace {

/// Of a list that is longer, so many are shown.
constexpr std::size_t shown_values = 6;
constexpr std::size_t shown_years = 8;

void append(std::string& list, const std::string& item) {
    list += (list.empty() ? "" : ", ") + item;
}

std::string hint(std::string_view by) {
    return " (morgue count --by=" + std::string{by} + " '*' lists them)";
}

std::string item_of(const std::string& value, std::size_t articles) {
    return value + " (" + grouped(articles) + ")";
}

/// "en (812), de (40), none (3)"; of many the most frequent.
std::string list_of(IndexStatus::Counts counts, std::string_view by) {
    std::string none;
    if (!counts.empty() && counts.back().first.empty()) {
        none = item_of("none", counts.back().second);
        counts.pop_back();
    }
    const std::size_t shown = counts.size() > shown_values + 1 ? shown_values : counts.size();
    std::string list;
    for (std::size_t i = 0; i < shown; ++i)
        append(list, item_of(printable(counts[i].first), counts[i].second));
    const std::size_t left_out = counts.size() - shown;
    if (left_out > 0) append(list, grouped(left_out) + " more");
    if (!none.empty()) append(list, none);
    return left_out > 0 ? list + hint(by) : list;
}

std::string dates_of(const IndexStatus& status) {
    const std::string undated = grouped(status.undated) + " undated";
    if (status.first_date.empty()) return undated;
    return status.first_date + " to " + status.last_date + ", " + undated;
}

int number_of(const std::string& year) {
    int number = 0;
    std::from_chars(year.data(), year.data() + year.size(), number);
    return number;
}

/// "1994, 1999 to 2001": the years between in which nothing is held.
std::string gaps_between(const std::vector<std::string>& years) {
    std::string gaps;
    for (std::size_t i = 1; i < years.size(); ++i) {
        const int first = number_of(years[i - 1]) + 1;
        const int last = number_of(years[i]) - 1;
        if (first > last) continue;
        append(gaps, first == last ? std::to_string(first)
                                   : std::to_string(first) + " to " + std::to_string(last));
    }
    return gaps;
}

std::string years_of(const IndexStatus& status) {
    std::vector<std::string> years;
    std::string list;
    for (const auto& [year, articles] : status.years) {
        if (year.empty()) continue;
        years.push_back(year);
        append(list, item_of(year, articles));
    }
    if (years.empty()) return {};
    if (years.size() > shown_years)
        list = grouped(years.size()) + ", " + years.front() + " to " + years.back() + hint("year");
    const std::string gaps = gaps_between(years);
    return gaps.empty() ? list : list + "; none held of " + gaps;
}

/// "3 files: 2 no reader, 1 empty (--skipped lists them)"
std::string skipped_of(const IndexStatus& status) {
    std::map<std::string_view, std::size_t> reasons;
    for (const Skip& skip : status.skipped) ++reasons[to_string(skip.reason)];
    std::string list;
    for (const auto& [reason, files] : reasons)
        append(list, grouped(files) + " " + std::string{reason});
    const std::string files = counted(status.skipped.size(), "file");
    return list.empty() ? files : files + ": " + list + " (--skipped lists them)";
}

std::string root_line(const RootStatus& root, const Paths& paths) {
    std::string line = printable(paths.from_here(root.path)) + ": ";
    line += counted(root.articles, "article");
    if (!root.lang.empty()) line += ", --lang=" + printable(root.lang);
    return line;
}

void add_oddities(const IndexStatus& status, std::vector<Labelled>& rows) {
    if (status.superseded > 0)
        rows.push_back({"old", counted(status.superseded, "old version") +
                                   " that other Xapian programs still see"});
    if (status.cut_words > 0)
        rows.push_back({"cut", counted(status.cut_words, "word") +
                                   " over 120 bytes, found by their beginning"});
}

}  // namespace

std::string status_as_text(const IndexStatus& status, const Paths& paths, const Looks& looks) {
    std::vector<Labelled> rows{
        {"index", printable(paths.index())},
        {"articles", grouped(status.articles)},
        {"dates", dates_of(status)},
        {"years", years_of(status)},
        {"sources", list_of(status.sources, "source")},
        {"languages", list_of(status.languages, "lang")},
        {"formats", list_of(status.formats, "format")},
    };
    for (const RootStatus& root : status.roots) rows.push_back({"folder", root_line(root, paths)});
    rows.push_back({"skipped", skipped_of(status)});
    rows.push_back({"size", bytes_for_people(status.bytes_on_disk)});
    add_oddities(status, rows);
    std::erase_if(rows, [](const Labelled& row) { return row.value.empty(); });
    return labelled_lines(rows, looks);
}

std::string skip_as_text(const Skip& skip, const Paths& paths) {
    std::string line = printable(paths.from_here(skip.path)) + ": ";
    line += to_string(skip.reason);
    if (!skip.detail.empty()) line += " (" + printable(skip.detail) + ")";
    return line;
}

}  // namespace morgue::tools
