#include <algorithm>
#include <array>
#include <optional>

#include <schema/field.hpp>
#include <schema/term.hpp>
#include <search/query/chars.hpp>
#include <search/query/fact_leaf.hpp>

namespace morgue::query {

namespace {

FactLeaf read_state(std::string_view state, bool) {
    const std::string lower = ascii_lower(state);
    if (lower == "gone") return Gone{};
    if (lower == "first") return First{};
    return Complaint{Problem::unknown_state, "is: knows no '" + shown(state) + "'",
                     "write is:first for articles that repeat no other, or is:gone for those whose "
                     "file is gone"};
}

Complaint bad_id(const std::string& name, std::string_view id) {
    return {Problem::bad_id, "'" + shown(id) + "' is no article's id",
            "write " + name + ": and an id as hits show it: " +
                std::to_string(schema::min_id_digits) + " or more of the digits 0-9 and a-f"};
}

FactLeaf read_alike(std::string_view id, bool) {
    if (schema::may_begin_an_id(id)) return Alike{ascii_lower(id)};
    return bad_id("dup", id);
}

FactLeaf read_id(std::string_view id, bool) {
    if (schema::may_begin_an_id(id)) return Id{ascii_lower(id)};
    return bad_id("id", id);
}

template <schema::Fact fact>
FactLeaf read_known(std::string_view value, bool quoted) {
    const bool prefix = !quoted && value.size() > 1 && value.ends_with('*');
    if (prefix) value.remove_suffix(1);
    if (quoted || value.find_first_of("*?") == std::string_view::npos || fact == schema::Fact::url)
        return Known{fact, std::string(value), prefix};
    return Complaint{Problem::not_yet,
                     "the wildcard in '" + shown(value) + "' is not known there to this version",
                     "write the beginning and a star, or put it in quotes"};
}

bool may_be_stated(const FieldInfo& field) {
    const bool has_value = schema::spec(field.field).kind != schema::FieldKind::path;
    return (field.searchable && has_value) || field.field == Field::url;
}

FactLeaf read_has(std::string_view name, bool) {
    std::string known;
    for (const FieldInfo& field : fields()) {
        if (!may_be_stated(field)) continue;
        if (field.name == ascii_lower(name)) return Has{field.field};
        known.append(known.empty() ? "" : ", ").append(field.name);
    }
    return Complaint{Problem::unknown_fact, "has: knows no '" + shown(name) + "'",
                     "write one of " + known};
}

/// One number, which may be open.
std::optional<std::uint32_t> number_in(std::string_view text) {
    if (text == "0") return 0;
    return number_up_to(schema::most_length, text);
}

Complaint bad_length(std::string_view text) {
    return {Problem::bad_length, "'" + shown(text) + "' is no number of words",
            "write words:800, words:>800, words:<=200 or words:200..800"};
}

FactLeaf read_range(std::string_view text, std::size_t dots) {
    const std::string_view from = text.substr(0, dots);
    const std::string_view to = text.substr(dots + 2);
    const auto least = from.empty() ? std::optional(0U) : number_in(from);
    const auto most = to.empty() ? std::optional(schema::most_length) : number_in(to);
    if (!least || !most || (from.empty() && to.empty()) || *least > *most) return bad_length(text);
    return Length{*least, *most};
}

FactLeaf read_length(std::string_view text, bool) {
    if (const auto dots = text.find(".."); dots != std::string_view::npos)
        return read_range(text, dots);
    const bool less = text.starts_with('<');
    const bool more = text.starts_with('>');
    const bool same = text.substr(less || more ? 1 : 0).starts_with('=');
    const auto number = number_in(text.substr((less || more ? 1U : 0U) + (same ? 1U : 0U)));
    const std::uint32_t beyond = more ? schema::most_length : 0;
    if (!number || ((more || less) && !same && *number == beyond)) return bad_length(text);
    if (less) return Length{0, same ? *number : *number - 1};
    if (more) return Length{same ? *number : *number + 1, schema::most_length};
    return Length{*number, *number};
}

struct Row {
    std::string_view name;
    FactLeaf (*read)(std::string_view, bool);
    std::string_view example;
    bool lists = false;
    bool quotes = false;
};

constexpr std::array<Row, 8> rows{{
    {"is", read_state, "is:first"},
    {"dup", read_alike, "dup:8c2f01aa"},
    {"id", read_id, "id:8c2f01aa"},
    {"type", read_known<schema::Fact::type>, "type:html", true, true},
    {"name", read_known<schema::Fact::name>, "name:storm.txt", false, true},
    {"url", read_known<schema::Fact::url>, "url:example.org", false, true},
    {"has", read_has, "has:byline", true},
    {"words", read_length, "words:>800"},
}};

const Row* row_of(std::string_view name) {
    const auto* row = std::ranges::find(rows, ascii_lower(name), &Row::name);
    return row == rows.end() ? nullptr : row;
}

}  // namespace

bool is_fact_name(std::string_view name) {
    return row_of(name) != nullptr;
}

bool takes_list(std::string_view name) {
    const Row* const row = row_of(name);
    return row != nullptr && row->lists;
}

bool takes_quotes(std::string_view name) {
    const Row* const row = row_of(name);
    return row != nullptr && row->quotes;
}

std::string_view fact_example(std::string_view name) {
    return row_of(name)->example;
}

FactLeaf read_fact(std::string_view name, std::string_view value, bool quoted) {
    return row_of(name)->read(value, quoted);
}

std::string written(const Length& length) {
    if (length.least == length.most) return std::to_string(length.least);
    const bool open = length.most == schema::most_length;
    return (length.least == 0 ? "" : std::to_string(length.least)) + ".." +
           (open ? "" : std::to_string(length.most));
}

}  // namespace morgue::query
