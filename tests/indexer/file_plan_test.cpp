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

    void put(const std::string& path, const schema::CatalogEntry& entry) {
        catalog_.put({".", path}, entry);
    }

    static schema::CatalogEntry with_article(std::uint64_t inode) {
        schema::CatalogEntry entry;
        entry.state = {10, 5, inode, {}};
        entry.articles.resize(1);
        return entry;
    }

    void known(const std::string& path, std::uint64_t inode) { put(path, with_article(inode)); }

    void skipped(const std::string& path, SkipReason reason) {
        schema::CatalogEntry entry = with_article(1);
        entry.articles.clear();
        entry.skipped = reason;
        put(path, entry);
    }

    std::vector<std::string> known_files() const {
        std::vector<std::string> files;
        for (auto at = catalog_.all(); !at.at_end(); at.next()) files.emplace_back(at.file());
        return files;
    }

    FilePlan plan() {
        FilePlan made;
        plan_files(scan_, catalog_, made);
        find_renames(catalog_, made);
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
    EXPECT_EQ(made.to_read[0].path(), "/archive/inode.txt");
}

TEST_F(FilePlanTest, OpensWhatChangedTooNearToTheLastScan) {
    schema::CatalogEntry racy = with_article(1);
    racy.racy = true;
    put("a.txt", racy);
    found("a.txt", 1);
    EXPECT_EQ(plan().to_read.size(), 1U);
}

TEST_F(FilePlanTest, TriesAgainWhatMayHavePassed) {
    for (const SkipReason reason : {SkipReason::unreadable, SkipReason::vanished,
                                    SkipReason::no_reader, SkipReason::too_large})
        skipped(std::string(to_string(reason)), reason);
    for (const SkipReason reason : {SkipReason::empty, SkipReason::binary, SkipReason::malformed})
        skipped(std::string(to_string(reason)), reason);
    for (const std::string& file : known_files()) found(file, 1);
    const FilePlan made = plan();
    EXPECT_EQ(made.to_read.size(), 4U);
    EXPECT_EQ(made.unchanged, 0U) << "they are no articles";
}

TEST_F(FilePlanTest, LooksAgainAtABadFileWhoseArticlesAreStillThere) {
    schema::CatalogEntry turned_bad = with_article(1);
    turned_bad.skipped = SkipReason::empty;
    put("a.txt", turned_bad);
    found("a.txt", 1);
    EXPECT_EQ(plan().to_read.size(), 1U);
}

TEST_F(FilePlanTest, TellsVanishedFilesFromForgottenSkips) {
    known("gone.txt", 1);
    skipped("gone.pdf", SkipReason::no_reader);
    const FilePlan made = plan();
    ASSERT_EQ(made.vanished.size(), 1U);
    EXPECT_EQ(made.vanished[0].file, "gone.txt");
    EXPECT_EQ(known_files(), std::vector<std::string>{"gone.txt"});
}

TEST_F(FilePlanTest, TellsNewFilesAmongKnownOnesFromThose) {
    known("a/b.txt", 1);
    known("a/d.txt", 2);
    known("b.txt", 3);
    for (const char* path : {"a.txt", "a/a.txt", "a/b.txt", "a/c.txt", "b.txt", "c.txt"})
        found(path, path[0] == 'b' ? 3 : 1);
    const FilePlan made = plan();
    std::vector<std::string> read;
    for (const FileToRead& file : made.to_read) read.emplace_back(file.found.path);
    EXPECT_EQ(read, (std::vector<std::string>{"a.txt", "a/a.txt", "a/c.txt", "c.txt"}));
    ASSERT_EQ(made.vanished.size(), 1U);
    EXPECT_EQ(made.vanished[0].file, "a/d.txt");
    EXPECT_EQ(made.unchanged, 2U);
}

TEST_F(FilePlanTest, NotesWhatTheScanCouldNotReadOnce) {
    scan_.found.skipped = {{"pipe", SkipReason::not_a_file, {}}};
    EXPECT_EQ(plan().newly_skipped, 1U);
    EXPECT_EQ(plan().newly_skipped, 0U);
    EXPECT_EQ(known_files(), std::vector<std::string>{"pipe"});
    scan_.found.skipped = {{"pipe", SkipReason::unreadable, "no permission"}};
    EXPECT_EQ(plan().newly_skipped, 1U) << "for another reason";
    EXPECT_EQ(catalog_.find({".", "pipe"})->detail, "no permission");
    scan_.found.skipped.clear();
    EXPECT_EQ(plan().newly_skipped, 0U);
    EXPECT_TRUE(known_files().empty());
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
