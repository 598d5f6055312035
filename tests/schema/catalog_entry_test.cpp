#include <limits>

#include <gtest/gtest.h>

#include <schema/catalog_entry.hpp>
#include <support/error_of.hpp>

namespace morgue::schema {
namespace {

ArticleId id_from(unsigned char first) {
    ArticleId id;
    for (unsigned char& byte : id.bytes) byte = first++;
    return id;
}

CatalogEntry with_articles() {
    CatalogEntry entry;
    entry.state = {std::numeric_limits<std::uint64_t>::max(),
                   std::numeric_limits<std::int64_t>::min(), 77, id_from(9).bytes};
    entry.articles = {{id_from(1), id_from(1), ""}, {id_from(2), id_from(2), "member\n2"}};
    entry.dated_by_mtime = true;
    return entry;
}

CatalogEntry disputed() {
    CatalogEntry entry = with_articles();
    entry.articles[1].claimed = id_from(3);
    entry.dated_by_mtime = false;
    return entry;
}

CatalogEntry skipped() {
    CatalogEntry entry;
    entry.state.mtime_ns = -1;
    entry.skipped = SkipReason::no_reader;
    entry.detail = ".pdf";
    entry.racy = true;
    return entry;
}

CatalogEntry gone() {
    CatalogEntry entry = with_articles();
    entry.gone = true;
    entry.skipped = SkipReason::malformed;
    return entry;
}

CatalogEntry versioned() {
    CatalogEntry entry = with_articles();
    entry.articles[1].version = 3;
    entry.versions = {{id_from(7), 2, false}, {id_from(8), 4, true}};
    return entry;
}

CatalogEntry partly() {
    CatalogEntry entry = versioned();
    entry.parts = {{SkipReason::malformed, "line 3", "3"}, {SkipReason::empty, "", "a\nb"}};
    return entry;
}

CatalogEntry of_issue() {
    CatalogEntry entry = partly();
    entry.issue = "1899/mets.xml";
    entry.passed = {1, 2, 3, 4, 5, 600};
    return entry;
}

TEST(CatalogEntry, RoundTripsAndAgreesWithItsSummary) {
    for (const CatalogEntry& entry : {CatalogEntry{}, with_articles(), disputed(), skipped(),
                                      gone(), versioned(), partly(), of_issue()}) {
        const std::string bytes = encode(entry);
        EXPECT_EQ(decode_catalog_entry(bytes), entry);
        const FileSummary summary = decode_summary(bytes);
        EXPECT_EQ(summary.state, entry.state);
        EXPECT_EQ(summary.articles, entry.articles.size());
        EXPECT_EQ(summary.skipped, entry.skipped);
        EXPECT_EQ(summary.racy, entry.racy);
        EXPECT_EQ(summary.gone, entry.gone);
        EXPECT_EQ(summary.parts_skipped, !entry.parts.empty());
        EXPECT_EQ(summary.of_issue, !entry.issue.empty());
        EXPECT_EQ(summary.parts_passed, entry.passed.repeats > 0);
    }
    EXPECT_TRUE(decode_summary(encode(disputed())).disputed);
    EXPECT_TRUE(decode_summary(encode(versioned())).versioned);
    EXPECT_FALSE(decode_summary(encode(with_articles())).versioned);
    EXPECT_FALSE(decode_summary(encode(with_articles())).disputed);
}

TEST(CatalogEntry, EverySkipReasonRoundTripsAndNoOther) {
    CatalogEntry entry;
    for (unsigned reason = 0; reason <= static_cast<unsigned>(last_skip_reason); ++reason) {
        entry.skipped = static_cast<SkipReason>(reason);
        EXPECT_EQ(decode_catalog_entry(encode(entry)), entry) << reason;
    }
    entry.skipped = static_cast<SkipReason>(static_cast<unsigned>(last_skip_reason) + 1);
    const std::string bytes = encode(entry);
    EXPECT_EQ(test::error_code_of([&] { decode_catalog_entry(bytes); }), ErrorCode::index_corrupt);
    EXPECT_EQ(test::error_code_of([&] { decode_summary(bytes); }), ErrorCode::index_corrupt);
}

TEST(CatalogEntry, NeitherLessNorMoreIsTaken) {
    for (const CatalogEntry& entry :
         {with_articles(), disputed(), skipped(), partly(), of_issue()}) {
        const std::string bytes = encode(entry);
        for (std::size_t length = 0; length < bytes.size(); ++length)
            EXPECT_EQ(test::error_code_of([&] { decode_catalog_entry(bytes.substr(0, length)); }),
                      ErrorCode::index_corrupt)
                << length;
        EXPECT_EQ(test::error_code_of([&] { decode_catalog_entry(bytes + '\0'); }),
                  ErrorCode::index_corrupt);
    }
}

TEST(CatalogEntry, OfOneArticleTakesLittle) {
    CatalogEntry entry;
    entry.state = {2500, 1'700'000'000'000'000'000, 1'234'567, id_from(1).bytes};
    entry.articles = {{id_from(1), id_from(1), ""}};
    EXPECT_LE(encode(entry).size(), 48U);
}

TEST(FileKeys, AreInTheSameOrderJoined) {
    const std::vector<FileKey> keys{{"", ""},     {".", ""},      {".", "a"},     {".", "a!"},
                                    {".", "a/b"}, {".", "b"},     {"..", ""},     {"..", "\xff"},
                                    {"/srv", ""}, {"/srv", "\1"}, {"/srv\1", "a"}};
    for (std::size_t i = 1; i < keys.size(); ++i) {
        EXPECT_LT(keys[i - 1], keys[i]) << i;
        EXPECT_LT(joined(keys[i - 1].root, keys[i - 1].file), joined(keys[i].root, keys[i].file))
            << i;
    }
}

}  // namespace
}  // namespace morgue::schema
