#include <algorithm>
#include <vector>

#include <schema/fact_term.hpp>
#include <search/query/chars.hpp>
#include <search/query/field_name.hpp>

namespace morgue::query {

namespace {

constexpr std::string_view after_name = "after";
constexpr std::string_view before_name = "before";

std::vector<std::string_view> searchable_names() {
    std::vector<std::string_view> names;
    for (const FieldInfo& row : fields())
        if (row.searchable) names.push_back(row.name);
    names.push_back(after_name);
    names.push_back(before_name);
    names.push_back(lead_name);
    for (const auto& [name, prefix] : schema::fact_prefixes) names.push_back(name);
    return names;
}

/// Whether one text becomes the other by changing one byte or swapping two neighbours.
bool one_change(std::string_view left, std::string_view right) {
    std::size_t at = 0;
    while (at < left.size() && left[at] == right[at]) ++at;
    if (at == left.size()) return false;
    if (left.substr(at + 1) == right.substr(at + 1)) return true;
    return at + 1 < left.size() && left[at] == right[at + 1] && left[at + 1] == right[at] &&
           left.substr(at + 2) == right.substr(at + 2);
}

/// Whether the longer text is the shorter one with one byte more.
bool one_more(std::string_view shorter, std::string_view longer) {
    std::size_t at = 0;
    while (at < shorter.size() && shorter[at] == longer[at]) ++at;
    return shorter.substr(at) == longer.substr(at + 1);
}

bool one_edit_away(std::string_view left, std::string_view right) {
    if (left.size() == right.size()) return one_change(left, right);
    if (left.size() + 1 == right.size()) return one_more(left, right);
    return right.size() + 1 == left.size() && one_more(right, left);
}

}  // namespace

std::string_view name_before_colon(std::string_view text) {
    if (text.empty() || !is_ascii_letter(text.front())) return {};
    const auto in_name = [](char byte) {
        return is_ascii_letter(byte) || is_digit(byte) || byte == '-' || byte == '_';
    };
    const auto end = std::find_if_not(text.begin(), text.end(), in_name);
    if (end == text.end() || *end != ':') return {};
    return text.substr(0, static_cast<std::size_t>(end - text.begin()));
}

std::optional<FieldName> find_field(std::string_view name) {
    const std::string lower = ascii_lower(name);
    if (lower == after_name) return FieldName{Field::date, FieldReading::after};
    if (lower == before_name) return FieldName{Field::date, FieldReading::before};
    const std::optional<Field> field = field_named(lower);
    if (!field || !info(*field).searchable) return std::nullopt;
    return FieldName{*field};
}

std::string_view written(const FieldName& name) {
    switch (name.reading) {
        case FieldReading::after:
            return after_name;
        case FieldReading::before:
            return before_name;
        case FieldReading::value:
            break;
    }
    return info(name.field).name;
}

std::string_view example(const FieldName& name) {
    switch (name.reading) {
        case FieldReading::after:
            return "after:2019-03";
        case FieldReading::before:
            return "before:2020";
        case FieldReading::value:
            break;
    }
    return info(name.field).example;
}

std::optional<std::string_view> almost_field(std::string_view name) {
    const std::string lower = ascii_lower(name);
    for (const std::string_view known : searchable_names())
        if (one_edit_away(lower, known)) return known;
    return std::nullopt;
}

std::string all_field_names() {
    std::string list;
    for (const std::string_view name : searchable_names())
        list.append(list.empty() ? "" : ", ").append(name).append(":");
    return list;
}

}  // namespace morgue::query
