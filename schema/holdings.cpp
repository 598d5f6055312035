#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include <schema/holdings.hpp>
#include <schema/term.hpp>

namespace morgue {

namespace {

constexpr std::array<std::pair<By, std::string_view>, 7> names{{
    {By::year, "year"},
    {By::month, "month"},
    {By::day, "day"},
    {By::source, "source"},
    {By::section, "section"},
    {By::lang, "lang"},
    {By::format, "format"},
}};

consteval bool in_order() {
    for (std::size_t i = 0; i < names.size(); ++i)
        if (static_cast<std::size_t>(names[i].first) != i) return false;
    return true;
}

static_assert(in_order(), "rows stand in the order of By");

constexpr auto ways = [] {
    std::array<By, names.size()> list{};
    for (std::size_t i = 0; i < names.size(); ++i) list[i] = names[i].first;
    return list;
}();

}  // namespace

std::span<const By> ways_to_count() noexcept {
    return ways;
}

std::string_view to_string(By by) noexcept {
    return names[static_cast<std::size_t>(by)].second;
}

std::optional<By> by_named(std::string_view name) noexcept {
    for (const auto& [by, known] : names)
        if (known == name) return by;
    return std::nullopt;
}

}  // namespace morgue

namespace morgue::schema {

namespace {

/// The bytes of the order slot that hold the date.
constexpr std::size_t date_bytes = 4;

DatePrecision precision_of(By by) {
    if (by == By::year) return DatePrecision::year;
    return by == By::month ? DatePrecision::month : DatePrecision::day;
}

std::string bucket_of(const std::string& cell, By by) {
    const auto date = date_in(cell);
    return date ? to_string(coarsened(*date, precision_of(by))) : std::string();
}

/// Cells that mean the same.
struct Group {
    TallyRow row;
    std::size_t most_held = 0;  ///< of its spellings

    void add(const std::string& shown, const CellCount& count) {
        row.hits += count.hits;
        row.held += count.held;
        const bool commoner =
            count.held > most_held || (count.held == most_held && shown < row.value);
        if (!commoner && most_held > 0) return;
        row.value = shown;
        most_held = count.held;
    }
};

bool dates_ascend(const TallyRow& left, const TallyRow& right) {
    return left.value < right.value;
}

bool most_first(const TallyRow& left, const TallyRow& right) {
    return std::tie(right.hits, right.held, left.value) <
           std::tie(left.hits, left.held, right.value);
}

}  // namespace

Slot slot_of(By by) noexcept {
    switch (by) {
        case By::year:
        case By::month:
        case By::day:
            return Slot::order;
        case By::source:
            return Slot::source;
        case By::section:
            return Slot::section;
        case By::lang:
            return Slot::lang;
        case By::format:
            return Slot::format;
    }
    return Slot::order;
}

std::string_view cell_in(Slot slot, std::string_view value) noexcept {
    return slot == Slot::order ? value.substr(0, date_bytes) : value;
}

Cells held_cells(const Snapshot& snapshot, Slot slot) {
    Cells cells;
    std::size_t with_value = 0;
    snapshot.for_each_live_value(slot, [&](const std::string& value) {
        ++cells[std::string(cell_in(slot, value))].held;
        ++with_value;
    });
    if (const std::size_t all = snapshot.live_count(); with_value < all)
        cells[""].held += all - with_value;
    return cells;
}

std::vector<TallyRow> rows_of(const Cells& cells, By by) {
    const bool dates = slot_of(by) == Slot::order;
    std::map<std::string, Group> groups;
    for (const auto& [cell, count] : cells) {
        const std::string bucket = dates ? bucket_of(cell, by) : folded_value(cell);
        groups[bucket].add(dates || bucket.empty() ? bucket : cell, count);
    }
    std::vector<TallyRow> rows;
    for (auto& [bucket, group] : groups)
        if (!bucket.empty()) rows.push_back(std::move(group.row));
    std::sort(rows.begin(), rows.end(), dates ? dates_ascend : most_first);
    if (const auto none = groups.find(""); none != groups.end()) rows.push_back(none->second.row);
    return rows;
}

}  // namespace morgue::schema
