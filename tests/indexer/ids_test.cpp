#include <gtest/gtest.h>

#include <indexer/ids.hpp>

namespace morgue::indexer {
namespace {

Article article(std::string key, std::string url) {
    Article made{.key = std::move(key), .body = "text", .metadata = {}};
    if (!url.empty()) made.add(Field::url, std::move(url));
    return made;
}

TEST(ClaimedId, PrefersTheKeyThenTheUrlThenThePath) {
    const Location place{".", "2019/x.txt", "", -1};
    const Location elsewhere{".", "2020/y.txt", "", -1};
    const auto keyed = claimed_id(article("k", "http://u"), place);
    EXPECT_EQ(keyed, claimed_id(article("k", "http://other"), elsewhere));
    EXPECT_NE(keyed, claimed_id(article("", "http://u"), place));
    EXPECT_EQ(claimed_id(article("", "http://u"), place),
              claimed_id(article("", "http://u"), elsewhere));
    EXPECT_NE(claimed_id(article("", ""), place), claimed_id(article("", ""), elsewhere));
}

TEST(ClaimedId, KeepsKeysUrlsAndPathsApart) {
    EXPECT_NE(claimed_id(article("x", ""), {}), claimed_id(article("", "x"), {}));
}

TEST(ClaimedId, IsStableForEver) {
    EXPECT_EQ(claimed_id(article("", ""), {".", "2019/03/04/louvre.txt", "", 9}).full(),
              "cfbb7cd7ea4f1deba1452a010ada6bfd");
}

TEST(ArticleIdText, IsTwelveDigitsOfThirtyTwo) {
    const ArticleId id = claimed_id(article("k", ""), {});
    EXPECT_EQ(id.to_string().size(), 12U);
    EXPECT_EQ(id.full().substr(0, 12), id.to_string());
    EXPECT_EQ(id.full().size(), 32U);
}

schema::CatalogEntry claiming(const ArticleId& id, const ArticleId& claimed) {
    schema::CatalogEntry entry;
    entry.articles.push_back({id, claimed, ""});
    return entry;
}

bool nobody(const ArticleId&) {
    return false;
}

TEST(IdCorrections, AreNoneWhereNothingIsDisputed) {
    schema::FileCatalog catalog;
    const ArticleId one = claimed_id(article("one", ""), {});
    const ArticleId two = claimed_id(article("two", ""), {});
    catalog.put({".", "a.txt"}, claiming(one, one));
    catalog.put({".", "b.txt"}, claiming(two, two));
    EXPECT_TRUE(id_corrections(catalog, nobody).empty());
    EXPECT_EQ(count_disputed(catalog), 0U);
}

TEST(IdCorrections, GiveTheIdToTheFirstFileHoweverItCame) {
    schema::FileCatalog catalog;
    const ArticleId claimed = claimed_id(article("same", ""), {});
    const Location first{".", "a.txt", "", -1};
    const Location second{".", "b.txt", "", -1};
    // b.txt came first and took the id; a.txt came later.
    catalog.put({".", "a.txt"}, claiming(disputed_id(claimed, first), claimed));
    catalog.put({".", "b.txt"}, claiming(claimed, claimed));
    const auto corrections = id_corrections(catalog, nobody);
    EXPECT_EQ(count_disputed(catalog), 1U);
    ASSERT_EQ(corrections.size(), 2U);
    EXPECT_EQ(corrections[0].file.file, "a.txt");
    EXPECT_EQ(corrections[0].to, claimed);
    EXPECT_EQ(corrections[1].file.file, "b.txt");
    EXPECT_EQ(corrections[1].to, disputed_id(claimed, second));
}

TEST(IdCorrections, ReturnTheIdWhenItsHolderIsGone) {
    schema::FileCatalog catalog;
    const ArticleId claimed = claimed_id(article("same", ""), {});
    catalog.put({".", "b.txt"}, claiming(disputed_id(claimed, {".", "b.txt", "", -1}), claimed));
    const auto corrections = id_corrections(catalog, nobody);
    ASSERT_EQ(corrections.size(), 1U);
    EXPECT_EQ(corrections[0].to, claimed);
}

TEST(IdCorrections, TakeNoIdFromAnArticleThatIsNoFile) {
    schema::FileCatalog catalog;
    const ArticleId claimed = claimed_id(article("same", ""), {});
    catalog.put({".", "b.txt"}, claiming(disputed_id(claimed, {".", "b.txt", "", -1}), claimed));
    const auto held = [&](const ArticleId& id) { return id == claimed; };
    EXPECT_TRUE(id_corrections(catalog, held).empty());
}

TEST(ClaimedId, IsTheSameHoweverTheRootsAboveItAreNamed) {
    EXPECT_EQ(claimed_id(article("", ""), {".", "b/x.txt", "", -1}),
              claimed_id(article("", ""), {"b", "x.txt", "", -1}));
}

}  // namespace
}  // namespace morgue::indexer
