#include <algorithm>

#include <gtest/gtest.h>

#include <indexer/file_plan.hpp>

namespace morgue::indexer {
namespace {

class FilePlanTest : public testing::Test {
  protected:
    FilePlanTest() { scan_.target = {".", "/archive", {""}}; }

    void found(const std::string& path, std::uint64_t inode, std::int64_t mtime = 5) {
        scan_.found.files.add({path, 10, mtime, inode});
    }

    schema::CatalogEntry& known(const std::string& path, std::uint64_t inode) {
        schema::CatalogEntry& entry = catalog_.files[{".", path}];
        entry.state = {10, 5, inode, {}};
        entry.articles.resize(1);
        return entry;
    }

    schema::CatalogEntry& skipped(const std::string& path, SkipReason reason) {
        schema::CatalogEntry& entry = known(path, 1);
        entry.articles.clear();
        entry.skipped = reason;
        return entry;
    }

    FilePlan plan() {
        FilePlan made;
        plan_files(scan_, catalog_, made);
        find_renames({scan_}, catalog_, made);
        return made;
    }

    Scan scan_;
    schema::FileCatalog catalog_;
};

TEST_F(FilePlanTest, OpensNothingThatLooksTheSame) {
    known("a.txt", 1);
    found("a.txt", 1);
    EXPECT_TRUE(plan().to_read.empty());
    EXPECT_EQ(plan().unchanged, 1U);
}

TEST_F(FilePlanTest, OpensWhatIsNewOrLooksDifferent) {
    known("time.txt", 1);
    known("inode.txt", 2);
    found("inode.txt", 9);
    found("new.txt", 3);
    found("time.txt", 1, 6);
    const FilePlan made = plan();
    ASSERT_EQ(made.to_read.size(), 3U);
    EXPECT_EQ(made.to_read[0].path, "/archive/inode.txt");
}

TEST_F(FilePlanTest, OpensWhatChangedTooNearToTheLastScan) {
    known("a.txt", 1).racy = true;
    found("a.txt", 1);
    EXPECT_EQ(plan().to_read.size(), 1U);
}

TEST_F(FilePlanTest, TriesAgainWhatMayHavePassed) {
    for (const SkipReason reason : {SkipReason::unreadable, SkipReason::vanished,
                                    SkipReason::no_reader, SkipReason::too_large})
        skipped(std::string(to_string(reason)), reason);
    for (const SkipReason reason : {SkipReason::empty, SkipReason::binary, SkipReason::malformed})
        skipped(std::string(to_string(reason)), reason);
    for (const auto& [key, entry] : catalog_.files) found(key.file, 1);
    const FilePlan made = plan();
    EXPECT_EQ(made.to_read.size(), 4U);
    EXPECT_EQ(made.unchanged, 0U) << "they are no articles";
}

TEST_F(FilePlanTest, LooksAgainAtABadFileWhoseArticlesAreStillThere) {
    known("a.txt", 1).skipped = SkipReason::empty;
    found("a.txt", 1);
    EXPECT_EQ(plan().to_read.size(), 1U);
}

TEST_F(FilePlanTest, TellsVanishedFilesFromForgottenSkips) {
    known("gone.txt", 1);
    skipped("gone.pdf", SkipReason::no_reader);
    const FilePlan made = plan();
    ASSERT_EQ(made.vanished.size(), 1U);
    EXPECT_EQ(made.vanished[0].file, "gone.txt");
    EXPECT_EQ(catalog_.files.size(), 1U);
}

TEST_F(FilePlanTest, LooksNoFurtherThanThePathGiven) {
    known("2019/a.txt", 1);
    known("2019-extra/a.txt", 2);
    known("2020/a.txt", 3);
    scan_.target.starts = {"2019"};
    const FilePlan made = plan();
    ASSERT_EQ(made.vanished.size(), 1U);
    EXPECT_EQ(made.vanished[0].file, "2019/a.txt");
}

TEST_F(FilePlanTest, KeepsWhatALinkLedToThatLeadsNowhereNow) {
    known("disk/a.txt", 1);
    known("disk-2/a.txt", 2);
    scan_.found.dangling = {"disk"};
    const FilePlan made = plan();
    EXPECT_EQ(made.unchanged, 1U);
    ASSERT_EQ(made.vanished.size(), 1U);
    EXPECT_EQ(made.vanished[0].file, "disk-2/a.txt");
}

TEST_F(FilePlanTest, PairsARenamedFile) {
    known("old.txt", 1);
    found("new.txt", 1);
    const FilePlan made = plan();
    EXPECT_TRUE(made.to_read.empty());
    EXPECT_TRUE(made.vanished.empty());
    ASSERT_EQ(made.renamed.size(), 1U);
    EXPECT_EQ(made.renamed[0].from.file, "old.txt");
    EXPECT_EQ(made.renamed[0].to.file, "new.txt");
}

TEST_F(FilePlanTest, AnInodeUsedAgainIsNoRename) {
    known("old.txt", 1);
    found("new.txt", 1, 6);
    const FilePlan made = plan();
    EXPECT_TRUE(made.renamed.empty());
    EXPECT_EQ(made.to_read.size(), 1U);
    EXPECT_EQ(made.vanished.size(), 1U);
}

TEST_F(FilePlanTest, AnotherReaderReadsTheFileAnew) {
    known("old.txt", 1);
    found("new.html", 1);
    EXPECT_TRUE(plan().renamed.empty());
}

}  // namespace
}  // namespace morgue::indexer
