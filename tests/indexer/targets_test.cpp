#include <gtest/gtest.h>

#include <morgue/error.hpp>

#include <base/file.hpp>
#include <indexer/targets.hpp>
#include <support/temporary_directory.hpp>

namespace morgue::indexer {
namespace {

class Targets : public testing::Test {
  protected:
    Targets() {
        for (const char* folder : {"archive/.morgue", "archive/2019", "other"})
            base::make_directories(directory_.path() + "/" + folder);
    }

    using List = std::vector<Target>;

    List resolve(const std::vector<std::string>& roots, const std::vector<std::string>& paths) {
        for (const std::string& root : roots) catalog_.roots.try_emplace(root);
        for (const std::string& path : paths) options_.paths.push_back(top() + "/" + path);
        return resolve_targets(index(), catalog_, options_).list;
    }

    std::string index() const { return top() + "/archive/.morgue"; }

    std::string top() const { return base::canonical(directory_.path()); }

    test::TemporaryDirectory directory_;
    schema::FileCatalog catalog_;
    IngestOptions options_;
};

TEST_F(Targets, ARootThatHoldsTheIndexIsKeptRelativeToIt) {
    EXPECT_EQ(resolve({}, {"archive"}), (List{{".", top() + "/archive", {""}}}));
}

TEST_F(Targets, AnotherRootIsAbsolute) {
    EXPECT_EQ(resolve({}, {"other"}), (List{{top() + "/other", top() + "/other", {""}}}));
}

TEST_F(Targets, APathBelowAKnownRootIsAPartOfIt) {
    EXPECT_EQ(resolve({"."}, {"archive/2019"}), (List{{".", top() + "/archive", {"2019"}}}));
}

TEST_F(Targets, ARootWithinAPathIsATargetOfItsOwn) {
    const std::string inner = top() + "/archive/2019";
    EXPECT_EQ(resolve({"2019"}, {"archive"}),
              (List{{".", top() + "/archive", {""}}, {"2019", inner, {""}}}));
}

TEST_F(Targets, ARootBesideTheIndexMovesWithIt) {
    EXPECT_EQ(resolve({}, {"archive/2019"}), (List{{"2019", top() + "/archive/2019", {""}}}));
}

TEST_F(Targets, PathsWithinEachOtherAreOne) {
    EXPECT_EQ(resolve({"."}, {"archive/2019", "archive", "archive"}),
              (List{{".", top() + "/archive", {""}}}));
}

TEST_F(Targets, AMissingPathThatWasKnownIsKept) {
    catalog_.put({".", "1999/a.txt"}, {});
    EXPECT_EQ(resolve({"."}, {"archive/1999"}), (List{{".", top() + "/archive", {"1999"}}}));
}

TEST_F(Targets, AnyOtherMissingPathIsAnError) {
    EXPECT_THROW(resolve({}, {"nowhere"}), Error);
    EXPECT_THROW(resolve({"."}, {"archive/nowhere"}), Error);
}

TEST_F(Targets, TheIndexItselfIsNoFolderOfArticles) {
    EXPECT_THROW(resolve({}, {"archive/.morgue"}), Error);
}

TEST_F(Targets, OuterFoldersComeFirstHoweverTheyAreGiven) {
    EXPECT_EQ(resolve({}, {"archive/2019", "archive"}), (List{{".", top() + "/archive", {""}}}));
}

TEST_F(Targets, AFileOfNoRootMakesARootOfNamedFiles) {
    directory_.write("other/a.txt", "x");
    EXPECT_EQ(resolve({}, {"other/a.txt"}),
              (List{{top() + "/other", top() + "/other", {"a.txt"}}}));
    EXPECT_FALSE(catalog_.roots.at(top() + "/other").whole);
    EXPECT_EQ(resolve({}, {"other"}), (List{{top() + "/other", top() + "/other", {""}}}));
    EXPECT_TRUE(catalog_.roots.at(top() + "/other").whole);
}

TEST_F(Targets, FilesOfAListShareOneRoot) {
    for (const char* file : {"other/a/1.txt", "other/a/2.txt", "other/b/1.txt"})
        directory_.write(file, "x");
    options_.paths_are_a_list = true;
    EXPECT_EQ(resolve({}, {"other/b/1.txt", "other/a/2.txt", "other/a/1.txt"}),
              (List{{top() + "/other", top() + "/other", {"a/1.txt", "a/2.txt", "b/1.txt"}}}));
    EXPECT_EQ(catalog_.roots.size(), 1U);
}

TEST_F(Targets, NamesOnAListThatAreNotThereAreSkipped) {
    options_.paths_are_a_list = true;
    options_.paths = {top() + "/archive/2019/none.txt", index() + "/XAPIANDB"};
    const indexer::Targets found = resolve_targets(index(), catalog_, options_);
    EXPECT_TRUE(found.list.empty());
    ASSERT_EQ(found.skipped.size(), 1U);
    EXPECT_EQ(found.skipped[0].path, top() + "/archive/2019/none.txt");
}

TEST_F(Targets, WhatARootPassesOverBecomesOneWhenAPersonNamesIt) {
    base::make_directories(top() + "/archive/.drafts");
    const std::string drafts = top() + "/archive/.drafts";
    EXPECT_EQ(resolve({"."}, {"archive/.drafts"}), (List{{".drafts", drafts, {""}}}));
    options_ = {};
    options_.paths_are_a_list = true;
    catalog_ = {};
    EXPECT_EQ(resolve({"."}, {"archive/.drafts"}), (List{{".", top() + "/archive", {".drafts"}}}));
}

TEST_F(Targets, AForgottenFolderIsReadAgainWhenAPersonNamesIt) {
    catalog_.forgotten = {"2019"};
    options_.paths_are_a_list = true;
    EXPECT_TRUE(resolve({"."}, {"archive/2019"}).empty());
    EXPECT_EQ(catalog_.forgotten.size(), 1U);
    options_ = {};
    EXPECT_EQ(resolve({"."}, {"archive/2019"}), (List{{".", top() + "/archive", {"2019"}}}));
    EXPECT_TRUE(catalog_.forgotten.empty());
}

TEST_F(Targets, WhatIsBelowAForgottenFolderBecomesARoot) {
    base::make_directories(top() + "/archive/2019/05");
    catalog_.forgotten = {"2019"};
    EXPECT_EQ(resolve({"."}, {"archive/2019/05"}),
              (List{{"2019/05", top() + "/archive/2019/05", {""}}}));
    EXPECT_EQ(catalog_.forgotten.size(), 1U);
}

TEST_F(Targets, AllThatIsKnown) {
    catalog_.roots = {{".", {}}, {"/named", {.whole = false, .follows_links = false}}};
    for (const char* file : {"b.txt", "a.txt"}) catalog_.put({"/named", file}, {});
    EXPECT_EQ(known_targets(index(), catalog_).list,
              (List{{".", top() + "/archive", {""}}, {"/named", "/named", {"a.txt", "b.txt"}}}));
}

TEST(TargetCovers, ItsStartsAndWhatIsBelow) {
    const Target some{".", "/archive", {"2019", "a.txt"}};
    for (const char* file : {"2019", "2019/x.txt", "2019/03/x.txt", "a.txt"})
        EXPECT_TRUE(some.covers(file)) << file;
    for (const char* file : {"", "2019.txt", "2019-x/a", "a", "b.txt"})
        EXPECT_FALSE(some.covers(file)) << file;
    EXPECT_TRUE((Target{".", "/archive", {""}}.covers("a/b")));
}

}  // namespace
}  // namespace morgue::indexer
