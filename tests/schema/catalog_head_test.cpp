#include <limits>

#include <gtest/gtest.h>

#include <base/bytes.hpp>
#include <base/crc32c.hpp>
#include <base/file.hpp>
#include <schema/catalog_head.hpp>
#include <schema/generation.hpp>
#include <support/temporary_directory.hpp>

namespace morgue::schema {
namespace {

CatalogHead full_head() {
    CatalogHead head;
    head.settings.generation = 7;
    head.settings.roots = {{".", {.whole = true, .follows_links = true}},
                           {"/srv/\xff wire", {.whole = false, .follows_links = false}}};
    head.settings.forgotten = {"a/b", "/srv/\xff wire/old"};
    head.settings.languages = {{{".", ""}, "en"}, {{".", "world/de"}, "de"}};
    head.tables = {{1, std::numeric_limits<std::uint64_t>::max(), 0xfedcba98}, {9, 77, 0}};
    return head;
}

TEST(CatalogHead, RoundTrips) {
    for (const CatalogHead& head : {CatalogHead{}, full_head()})
        EXPECT_EQ(decode_catalog_head(encode(head)), head);
}

TEST(CatalogHead, DamageGivesNothing) {
    const std::string bytes = encode(full_head());
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        for (int bit = 0; bit < 8; ++bit) {
            std::string damaged = bytes;
            damaged[at] = static_cast<char>(damaged[at] ^ (1 << bit));
            ASSERT_FALSE(decode_catalog_head(damaged)) << at << '.' << bit;
        }
        ASSERT_FALSE(decode_catalog_head(bytes.substr(0, at))) << at;
    }
    EXPECT_FALSE(decode_catalog_head(bytes + '\0'));
}

TEST(CatalogHead, NonsenseWithAGoodChecksumGivesNothing) {
    const std::string bytes = encode(full_head());
    const std::string content = bytes.substr(0, bytes.size() - 4);
    ASSERT_TRUE(decode_catalog_head(base::sealed(content)));
    for (std::size_t length = 0; length < content.size(); ++length)
        ASSERT_FALSE(decode_catalog_head(base::sealed(content.substr(0, length)))) << length;
    EXPECT_FALSE(decode_catalog_head(base::sealed(content + '\0')));
    EXPECT_FALSE(decode_catalog_head(base::sealed("\x07" + content.substr(1)))) << "a later layout";
    std::string endless("\x06\x07", 2);
    base::put_varint(endless, std::numeric_limits<std::uint64_t>::max());
    EXPECT_FALSE(decode_catalog_head(base::sealed(endless)));
}

TEST(CatalogHead, IsReadWholeOrNotAtAll) {
    const test::TemporaryDirectory dir;
    EXPECT_FALSE(read_catalog_head(dir.path()));
    write_catalog_head(dir.path(), full_head());
    EXPECT_EQ(read_catalog_head(dir.path()), full_head());
    base::write_file_durably(dir / files_name, "");
    EXPECT_FALSE(read_catalog_head(dir.path()));
}

TEST(CatalogSettings, LanguageIsThatOfTheNearestFolder) {
    CatalogSettings settings;
    settings.languages = {{{".", "world/de/old"}, "nl"},
                          {{".", ""}, "en"},
                          {{".", "world/de"}, "de"},
                          {{"/srv", "wire/one.txt"}, "fr"}};
    const struct {
        FileKey file;
        std::string lang;
    } rows[] = {{{".", "x.txt"}, "en"},
                {{".", "world/x.txt"}, "en"},
                {{".", "world/de/x.txt"}, "de"},
                {{".", "world/de/a/b/x.txt"}, "de"},
                {{".", "world/de/old/x.txt"}, "nl"},
                {{".", "world/de/older/x.txt"}, "de"},
                {{".", "world/den/x.txt"}, "en"},
                {{".", "world/de"}, "de"},
                {{".", ""}, "en"},
                {{"/srv", "x.txt"}, ""},
                {{"/srv", "wire/one.txt"}, "fr"},
                {{"/srv", "wire/one.txt.old"}, ""},
                {{"/other", "world/de/x.txt"}, ""}};
    for (const auto& row : rows)
        EXPECT_EQ(settings.language_of(row.file), row.lang)
            << row.file.root << ' ' << row.file.file;
}

}  // namespace
}  // namespace morgue::schema
