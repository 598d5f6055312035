#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include <schema/field.hpp>

namespace morgue::schema {
namespace {

// The numbers reach the disk.
TEST(Fields, KeepTheirNumbers) {
    const std::string_view names[] = {"title",  "byline",  "source",  "section",     "place",
                                      "agency", "tag",     "lang",    "date",        "url",
                                      "path",   "charset", "version", "unread-date", "page",
                                      "issue",  "other-id"};
    ASSERT_EQ(fields().size(), std::size(names));
    for (std::size_t i = 0; i < std::size(names); ++i) {
        EXPECT_EQ(fields()[i].name, names[i]);
        EXPECT_EQ(static_cast<std::size_t>(fields()[i].field), i);
    }
}

TEST(Fields, AreFoundByName) {
    for (const FieldInfo& row : fields()) {
        EXPECT_EQ(field_named(row.name), row.field);
        EXPECT_EQ(info(row.field).name, row.name);
        EXPECT_EQ(spec(row.field).shown.name, row.name);
    }
    for (const std::string_view name : {"", "Title", "titl", "titles", "author"})
        EXPECT_EQ(field_named(name), std::nullopt) << name;
}

TEST(Fields, EveryRowIsOfOnePiece) {
    for (const FieldSpec& row : field_table()) {
        const std::string_view name = row.shown.name;
        EXPECT_FALSE(row.shown.description.empty()) << name;
        EXPECT_EQ(row.shown.searchable, row.kind != FieldKind::stored) << name;
        EXPECT_EQ(row.shown.searchable, !row.prefix.empty()) << name;
        EXPECT_EQ(row.shown.searchable, row.shown.example.starts_with(std::string(name) + ":"))
            << name;
    }
}

}  // namespace
}  // namespace morgue::schema
