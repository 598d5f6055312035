#include <algorithm>
#include <charconv>
#include <map>

#include <tools/render/index_report.hpp>
#include <tools/render/labelled.hpp>
#include <tools/render/safe_text.hpp>
#include <tools/render/shell_path.hpp>
#include <tools/render/status_text.hpp>
#include <tools/render/wording.hpp>

namespace morgue::tools {

namespace {

/// Of a list that is longer, so many are shown.
constexpr std::size_t shown_values = 6;
constexpr std::size_t shown_years = 8;

/// A list is not cut for the sake of one.
std::size_t shown_of(std::size_t values) {
    return values > shown_values + 1 ? shown_values : values;
}

void append(std::string& list, const std::string& item) {
    list += (list.empty() ? "" : ", ") + item;
}

std::string in_parentheses(std::size_t articles) {
    return " (" + grouped(articles) + ")";
}

/// "en (812), de (40), none (3)"; of many the most frequent.
Labelled list_of(const std::string& label, IndexStatus::Counts counts) {
    Labelled row{.label = label, .value = ""};
    std::string none;
    if (!counts.empty() && counts.back().first.empty()) {
        none = "none" + in_parentheses(counts.back().second);
        counts.pop_back();
    }
    const std::size_t shown = shown_of(counts.size());
    for (std::size_t i = 0; i < shown; ++i)
        row.items.push_back({counts[i].first, in_parentheses(counts[i].second)});
    for (std::size_t i = 0; i + 1 < shown; ++i) row.items[i].note += ", ";
    if (counts.size() > shown) row.note = ", " + grouped(counts.size() - shown) + " more";
    if (row.items.empty())
        row.value = none;
    else if (!none.empty())
        row.note += ", " + none;
    return row;
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
        append(list, year + in_parentheses(articles));
    }
    if (years.empty()) return {};
    if (years.size() > shown_years)
        list = grouped(years.size()) + ", " + years.front() + " to " + years.back();
    const std::string gaps = gaps_between(years);
    return gaps.empty() ? list : list + "; none held of " + gaps;
}

/// "3 files and 1 part: 3 no reader, 1 empty (--skipped lists them)"
std::string skipped_of(const IndexStatus& status) {
    std::map<std::string_view, std::size_t> reasons;
    for (const Skip& skip : status.skipped)
        if (!skip.was_read()) ++reasons[to_string(skip.reason)];
    std::string list;
    for (const auto& [reason, files] : reasons)
        append(list, grouped(files) + " " + std::string{reason});
    const auto parts = static_cast<std::size_t>(std::ranges::count_if(
        status.skipped, [](const Skip& skip) { return !skip.member.empty() && !skip.was_read(); }));
    std::string files = counted(count_skips(status.skipped).left_out - parts, "file");
    if (parts > 0) files += " and " + counted(parts, "part");
    return list.empty() ? files : files + ": " + list + " (--skipped lists them)";
}

Labelled root_row(const RootStatus& root, const Paths& paths) {
    std::string note = ": " + counted(root.articles, "article");
    if (!root.lang.empty()) note += ", --lang=" + printable(root.lang);
    return {.label = "folder",
            .value = shell_path(paths.from_here(root.path)),
            .note = note,
            .is_ready = true};
}

/// How to see the lists whole that are cut.
Labelled in_full(const IndexStatus& status) {
    std::string ways;
    if (status.years.size() > shown_years) append(ways, "year");
    if (shown_of(status.sources.size()) < status.sources.size()) append(ways, "source");
    if (shown_of(status.languages.size()) < status.languages.size()) append(ways, "lang");
    if (ways.empty()) return {"", ""};
    const std::size_t comma = ways.find(", ");
    Labelled row{"in full", "morgue count --by=" + ways.substr(0, comma) + " '*'"};
    if (comma != std::string::npos) row.note = "; likewise " + ways.substr(comma + 2);
    return row;
}

void add_oddities(const IndexStatus& status, std::vector<Labelled>& rows) {
    if (status.repeats > 0)
        rows.push_back({"copies", counted(status.repeats, "article") +
                                      " near-identical to an earlier one (-is:first)"});
    if (status.gone > 0)
        rows.push_back({"gone", counted(status.gone, "article") + " whose file is gone (is:gone)"});
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
        {.label = "index", .value = shell_path(paths.index()), .note = "", .is_ready = true},
        {"articles", grouped(status.articles)},
        {"dates", dates_of(status)},
        {"years", years_of(status)},
        list_of("sources", status.sources),
        list_of("languages", status.languages),
        list_of("formats", status.formats),
    };
    for (const RootStatus& root : status.roots) rows.push_back(root_row(root, paths));
    rows.push_back({"skipped", skipped_of(status)});
    if (const std::size_t files = count_skips(status.skipped).off_standard; files > 0)
        rows.push_back({"off standard", counted(files, "file") + ", read (--skipped lists them)"});
    if (const std::string passed = passed_parts_text(status.passed_parts); !passed.empty())
        rows.push_back({"passed over", "in files: " + passed});
    rows.push_back({"size", bytes_for_people(status.bytes_on_disk)});
    add_oddities(status, rows);
    rows.push_back(in_full(status));
    return labelled_lines(rows, looks);
}

std::string skip_as_text(const Skip& skip, const Paths& paths) {
    std::string line = printable(paths.from_here(skip.path));
    if (!skip.member.empty()) line += "!" + printable(skip.member);
    line += ": " + std::string(to_string(skip.reason));
    if (!skip.detail.empty()) line += " (" + printable(skip.detail) + ")";
    return line;
}

}  // namespace morgue::tools
