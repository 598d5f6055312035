#include <algorithm>

#include <gtest/gtest.h>

#include <indexer/removals.hpp>

namespace morgue::indexer {
namespace {

schema::FileKey file(int number) {
    return {".", "f" + std::to_string(number) + ".txt"};
}

/// A root of `articles` articles, one a file, and the keys of the first `gone` of them.
struct Situation {
    Situation(int articles, int gone) {
        for (int i = 0; i < articles; ++i) put(file(i));
        for (int i = 0; i < gone; ++i) candidates.push_back(file(i));
        Scan scan;
        scan.target = {".", "/archive", {""}};
        scan.found.files.add({"other.txt", 1, 1, 1});
        scans.push_back(scan);
    }

    void put(const schema::FileKey& key) {
        schema::CatalogEntry entry;
        entry.articles.resize(1);
        catalog.put(key, entry);
    }

    RemovalDecision decide(bool confirmed = false) const {
        return decide_removals(scans, candidates, catalog, confirmed);
    }

    schema::FileCatalog catalog;
    std::vector<schema::FileKey> candidates;
    std::vector<Scan> scans;
};

TEST(Removals, HappenAfterACompleteScan) {
    const Situation some(1000, 10);
    EXPECT_EQ(some.decide().allowed.size(), 10U);
    EXPECT_TRUE(some.decide().withheld.empty());
}

TEST(Removals, OfManyAndOfALargeShareAreWithheld) {
    EXPECT_TRUE(Situation(250, 50).decide().withheld.empty()) << "fifty are harmless";
    EXPECT_TRUE(Situation(255, 51).decide().withheld.empty()) << "a fifth is harmless";
    const RemovalDecision decision = Situation(254, 51).decide();
    EXPECT_TRUE(decision.allowed.empty());
    ASSERT_EQ(decision.withheld.size(), 1U);
    EXPECT_EQ(decision.withheld[0].articles, 51U);
    EXPECT_EQ(decision.withheld[0].why, "51 of its 254 articles would be removed");
}

TEST(Removals, OfManyHappenWhenConfirmed) {
    EXPECT_EQ(Situation(254, 254).decide(true).allowed.size(), 254U);
}

TEST(Removals, AreWithheldWhenTheRootIsEmptyOrMissing) {
    Situation emptied(10, 10);
    emptied.scans[0].found.files = {};
    ASSERT_EQ(emptied.decide().withheld.size(), 1U);
    EXPECT_EQ(emptied.decide().withheld[0].why, "it is empty");
    emptied.scans[0].found.missing = {""};
    EXPECT_EQ(emptied.decide().withheld[0].why, "it is missing");
    EXPECT_EQ(emptied.decide().withheld[0].remedy, Withheld::Remedy::forget);
    EXPECT_EQ(emptied.decide(true).allowed.size(), 10U);
}

TEST(Removals, NeverFollowAnIncompleteScan) {
    Situation incomplete(1000, 1);
    incomplete.scans[0].found.complete = false;
    EXPECT_TRUE(incomplete.decide(true).allowed.empty());
    ASSERT_EQ(incomplete.decide(true).withheld.size(), 1U);
    EXPECT_EQ(incomplete.decide(true).withheld[0].root, "/archive");
}

TEST(Removals, ReachNoFurtherThanThePathGiven) {
    Situation below(1000, 3);
    below.scans[0].target.starts = {"f1.txt"};
    const RemovalDecision decision = below.decide();
    ASSERT_EQ(decision.allowed.size(), 1U);
    EXPECT_EQ(decision.allowed[0], file(1));
}

TEST(Removals, AreCountedByRootHoweverManyPathsAreGiven) {
    Situation parts(205, 200);
    Scan& scan = parts.scans[0];
    scan.target.starts.clear();
    for (int i = 0; i < 205; ++i) scan.target.starts.push_back(file(i).file);
    std::sort(scan.target.starts.begin(), scan.target.starts.end());
    EXPECT_TRUE(parts.decide().allowed.empty());
    EXPECT_EQ(parts.decide(true).allowed.size(), 200U);
}

TEST(Removals, AFileThatWasNamedAndIsGoneIsJustGone) {
    Situation named(10, 1);
    Scan& scan = named.scans[0];
    scan.target.starts = scan.found.missing = {file(0).file};
    scan.found.files = {};
    EXPECT_EQ(named.decide().allowed.size(), 1U);
}

TEST(Removals, OfAllThatARootHoldsAreWithheld) {
    Situation named(1, 1);
    Scan& scan = named.scans[0];
    scan.target.starts = scan.found.missing = {file(0).file};
    scan.found.files = {};
    EXPECT_TRUE(named.decide().allowed.empty());
    EXPECT_EQ(named.decide(true).allowed.size(), 1U);
}

TEST(Removals, AFolderThatWasNamedAndIsGoneMayBeADisk) {
    Situation parts(10, 0);
    const schema::FileKey inside{".", "disk/a.txt"};
    parts.put(inside);
    parts.candidates = {inside, file(0)};
    Scan& scan = parts.scans[0];
    scan.target.starts = {"disk", file(0).file};
    scan.found.missing = {"disk"};
    const RemovalDecision decision = parts.decide();
    EXPECT_EQ(decision.allowed, std::vector<schema::FileKey>{file(0)});
    ASSERT_EQ(decision.withheld.size(), 1U);
    EXPECT_EQ(decision.withheld[0].root, "/archive/disk");
    EXPECT_EQ(parts.decide(true).allowed.size(), 2U);
}

}  // namespace
}  // namespace morgue::indexer
