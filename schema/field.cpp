#include <array>

#include <schema/field.hpp>

namespace morgue::schema {

namespace {

constexpr std::array<FieldSpec, 17> table{{
    {{Field::title, "title", "words of the headline", "title:louvre", false, true},
     FieldKind::text,
     "S"},
    {{Field::byline, "byline", "words of the author's name", "byline:\"jane doe\"", true, true},
     FieldKind::text,
     "A"},
    {{Field::source, "source", "the outlet", "source:ap", false, true},
     FieldKind::value,
     "XSOURCE"},
    {{Field::section, "section", "the section", "section:world", false, true},
     FieldKind::value,
     "XSECTION"},
    {{Field::place, "place", "words of a place it is from or about", "place:paris", true, true},
     FieldKind::text,
     "XPLACE"},
    {{Field::agency, "agency", "the wire agency", "agency:reuters", false, true},
     FieldKind::value,
     "XAGENCY"},
    {{Field::tag, "tag", "a keyword of the article", "tag:crude", true, true},
     FieldKind::value,
     "K"},
    {{Field::lang, "lang", "the language's two-letter code", "lang:fr", false, true},
     FieldKind::value,
     "L"},
    // Terms Y2019, M201903 and D20190304, as precise as the article's date is.
    {{Field::date, "date", "publication date: a day, month, year or range", "date:2019-03..2019-06",
      false, true},
     FieldKind::date,
     "D"},
    {{Field::url, "url", "canonical address", "", false, false}, FieldKind::stored, ""},
    {{Field::path, "path", "the file or a folder above it", "path:2019/03", false, true},
     FieldKind::path,
     "P"},
    {{Field::charset, "charset", "that its file was read in", "", false, false},
     FieldKind::stored,
     ""},
    {{Field::version, "version", "of an item of a wire", "", false, false}, FieldKind::stored, ""},
    {{Field::unread_date, "unread-date", "what stands where its date should", "", false, false},
     FieldKind::stored,
     ""},
    {{Field::page, "page", "the page that it was printed on", "page:1", false, true},
     FieldKind::value,
     "XPAGE"},
    {{Field::issue, "issue", "the number of the paper's issue", "issue:12", false, true},
     FieldKind::value,
     "XISSUE"},
    {{Field::other_id, "other-id", "another id that its sender has for it", "", false, false},
     FieldKind::stored,
     ""},
}};

consteval bool in_order() {
    for (std::size_t i = 0; i < table.size(); ++i)
        if (static_cast<std::size_t>(table[i].shown.field) != i) return false;
    return true;
}

consteval bool prefixes_differ() {
    for (std::size_t i = 0; i < table.size(); ++i)
        for (std::size_t k = i + 1; k < table.size(); ++k)
            if (!table[i].prefix.empty() && table[i].prefix == table[k].prefix) return false;
    return true;
}

static_assert(in_order(), "rows stand in the order of Field");
static_assert(prefixes_differ(), "two fields may not share a prefix");

constexpr auto shown_rows = [] {
    std::array<FieldInfo, table.size()> rows{};
    for (std::size_t i = 0; i < table.size(); ++i) rows[i] = table[i].shown;
    return rows;
}();

}  // namespace

std::span<const FieldSpec> field_table() noexcept {
    return table;
}

const FieldSpec& spec(Field field) noexcept {
    return table[static_cast<std::size_t>(field)];
}

}  // namespace morgue::schema

namespace morgue {

std::span<const FieldInfo> fields() noexcept {
    return schema::shown_rows;
}

const FieldInfo& info(Field field) noexcept {
    return schema::spec(field).shown;
}

std::optional<Field> field_named(std::string_view name) noexcept {
    for (const FieldInfo& row : fields())
        if (row.name == name) return row.field;
    return std::nullopt;
}

}  // namespace morgue
