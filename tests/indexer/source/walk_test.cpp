#include <algorithm>
#include <sys/stat.h>
#include <unistd.h>

#include <gtest/gtest.h>

#include <base/file.hpp>
#include <indexer/source/walk.hpp>
#include <support/temporary_directory.hpp>

namespace morgue::indexer {
namespace {

using Names = std::vector<std::string>;

class Walk : public testing::Test {
  protected:
    WalkResult run(const Names& starts = {""}, bool follow = false,
                   const Boundaries& boundaries = {}) const {
        return walk({{directory_.path(), starts, follow}}, boundaries, {}).front();
    }

    WalkResult following() const { return run({""}, true); }

    void link(const std::string& target, const std::string& name) const {
        ASSERT_EQ(::symlink(target.c_str(), (directory_ / name).c_str()), 0);
    }

    static Names paths(const WalkResult& result) {
        Names names;
        for (const FoundFile& file : result.files) names.emplace_back(file.path);
        return names;
    }

    static Names passed(const WalkResult& result, PassedWhy why) {
        Names names;
        for (const Passed& item : result.passed_over)
            if (item.why == why) names.push_back(item.path);
        return names;
    }

    test::TemporaryDirectory directory_;
};

TEST_F(Walk, ListsFilesInByteOrder) {
    for (const char* name : {"b.txt", "a/z.txt", "a.txt", "a/b/c.txt", "\xff.txt"})
        directory_.write(name, "x");
    const WalkResult result = run();
    EXPECT_EQ(paths(result), (Names{"a.txt", "a/b/c.txt", "a/z.txt", "b.txt", "\xff.txt"}));
    EXPECT_TRUE(result.complete);
    EXPECT_EQ(result.files[0].size, 1U);
}

TEST_F(Walk, ListsFilesInByteOrderAcrossManyFolders) {
    Names written;
    for (const char* folder : {"", "a", "a!", "a-b", "a0", "b", "a/c", "a/c!", "b/d/e"})
        for (const char* name : {"a0.txt", "c", "c0", "z.txt"}) {
            const std::string path = base::join(folder, name);
            if (path != "a/c") written.push_back(path);
        }
    for (const std::string& path : written) directory_.write(path, "x");
    std::sort(written.begin(), written.end());
    EXPECT_EQ(paths(run()), written);
    EXPECT_EQ(paths(following()), written);
    std::erase_if(written, [](const std::string& path) {
        return !path.starts_with("a-b/") && !path.starts_with("a/") && path != "a0.txt";
    });
    EXPECT_EQ(paths(run({"a", "a-b", "a0.txt"})), written);
}

TEST_F(Walk, PassesOverHiddenNamesAndLinksAndSaysSo) {
    directory_.write(".hidden.txt", "x");
    directory_.write(".git/x.txt", "x");
    directory_.write("real.txt", "x");
    link("real.txt", "link.txt");
    link(".", "loop");
    const WalkResult result = run();
    EXPECT_EQ(paths(result), (Names{"real.txt"}));
    EXPECT_EQ(passed(result, PassedWhy::hidden), (Names{".git", ".hidden.txt"}));
    EXPECT_EQ(passed(result, PassedWhy::link), (Names{"link.txt", "loop"}));
}

TEST_F(Walk, NamesWhatIsNoFile) {
    ASSERT_EQ(::mkfifo((directory_.path() + "/pipe").c_str(), 0600), 0);
    const WalkResult result = run();
    ASSERT_EQ(result.skipped.size(), 1U);
    EXPECT_EQ(result.skipped[0].path, "pipe");
    EXPECT_EQ(result.skipped[0].reason, SkipReason::not_a_file);
}

TEST_F(Walk, StartsWhereItIsTold) {
    directory_.write("a/x.txt", "x");
    directory_.write("b/x.txt", "x");
    EXPECT_EQ(paths(run({"b"})), (Names{"b/x.txt"}));
    EXPECT_EQ(paths(run({"a/x.txt", "b"})), (Names{"a/x.txt", "b/x.txt"}));
    const WalkResult missing = run({"a/y.txt", "c"});
    EXPECT_TRUE(missing.files.empty());
    EXPECT_EQ(missing.missing, (Names{"a/y.txt", "c"}));
    EXPECT_TRUE(missing.complete);
}

TEST_F(Walk, ARootThatIsGoneIsMissingAsAWhole) {
    const auto gone = walk({{directory_ / "none", {"a", "b"}}}, {}, {}).front();
    EXPECT_EQ(gone.missing, (Names{""}));
}

TEST_F(Walk, EntersNoClosedFolderAndCountsTheForgotten) {
    for (const char* name : {"a/x.txt", "b/x.txt", "c/x.txt"}) directory_.write(name, "x");
    const Boundaries boundaries{.closed = identities_of({directory_ / "a", directory_ / "none"}),
                                .forgotten = identities_of({directory_ / "c"}),
                                .not_by_link = {}};
    const WalkResult result = run({""}, false, boundaries);
    EXPECT_EQ(paths(result), (Names{"b/x.txt"}));
    EXPECT_EQ(passed(result, PassedWhy::forgotten), (Names{"c"}));
}

TEST_F(Walk, IsIncompleteWhenStopped) {
    directory_.write("a/x.txt", "x");
    std::stop_source source;
    source.request_stop();
    EXPECT_FALSE(walk({{directory_.path(), {""}}}, {}, {source.get_token(), {}}).front().complete);
}

TEST_F(Walk, SurvivesAVeryDeepTree) {
    std::string path = directory_.path();
    for (int depth = 0; depth < 500; ++depth) {
        path += "/d";
        ASSERT_EQ(::mkdir(path.c_str(), 0700), 0);
    }
    EXPECT_TRUE(run().complete);
}

TEST_F(Walk, FollowsLinksOutOfTheTreeWhenAsked) {
    directory_.write("tree/real.txt", "x");
    directory_.write("elsewhere/a.txt", "xx");
    directory_.write("elsewhere/below/b.txt", "x");
    directory_.write("single.txt", "x");
    link("../elsewhere", "tree/folder");
    link("../single.txt", "tree/one.txt");
    const auto found = walk({{directory_ / "tree", {""}, true}}, {}, {}).front();
    EXPECT_EQ(paths(found), (Names{"folder/a.txt", "folder/below/b.txt", "one.txt", "real.txt"}));
    EXPECT_EQ(found.files[0].size, 2U);
    EXPECT_FALSE(found.files[0].is_link);
    EXPECT_TRUE(found.files[2].is_link);
    EXPECT_TRUE(found.passed_over.empty());
}

TEST_F(Walk, SurvivesLinksThatLeadInCircles) {
    directory_.write("a/x.txt", "x");
    link(".", "self");
    link("..", "a/up");
    link("../a", "a/again");
    link("second", "first");
    link("first", "second");
    const WalkResult found = following();
    EXPECT_EQ(paths(found), (Names{"a/x.txt"}));
    EXPECT_EQ(found.dangling, (Names{"first", "second"}));
}

TEST_F(Walk, FindsWhatTwoWaysLeadToOnceAndWhereItReallyStands) {
    directory_.write("z/real.txt", "x");
    link("z", "a");
    link("z/real.txt", "b.txt");
    EXPECT_EQ(paths(following()), (Names{"z/real.txt"}));
}

TEST_F(Walk, OfSeveralLinksTheFirstByPathLeadsThere) {
    directory_.write("out/x.txt", "x");
    directory_.write("tree/real.txt", "x");
    for (const char* name : {"tree/b", "tree/a", "tree/c"}) link("../out", name);
    link("../out/x.txt", "tree/0.txt");
    const auto found = walk({{directory_ / "tree", {""}, true}}, {}, {}).front();
    EXPECT_EQ(paths(found), (Names{"0.txt", "real.txt"}));
}

TEST_F(Walk, HardLinksAreFilesOfTheirOwnWithAndWithoutLinksFollowed) {
    directory_.write("a.txt", "x");
    ASSERT_EQ(::link((directory_ / "a.txt").c_str(), (directory_ / "b.txt").c_str()), 0);
    EXPECT_EQ(paths(run()), (Names{"a.txt", "b.txt"}));
    EXPECT_EQ(paths(following()), (Names{"a.txt", "b.txt"}));
}

TEST_F(Walk, TwoTreesThatFollowLinksFindNothingTwice) {
    directory_.write("one/x.txt", "x");
    directory_.write("two/y.txt", "x");
    directory_.write("out/z.txt", "x");
    link("../two", "one/to-two");
    link("../out", "one/to-out");
    link("../out", "two/to-out");
    const auto found =
        walk({{directory_ / "one", {""}, true}, {directory_ / "two", {""}, true}}, {}, {});
    EXPECT_EQ(paths(found[0]), (Names{"to-out/z.txt", "x.txt"}));
    EXPECT_EQ(paths(found[1]), (Names{"y.txt"}));
}

TEST_F(Walk, LinksLeadNeitherIntoClosedFoldersNorIntoWhatIsReadForItself) {
    directory_.write("index/part", "x");
    directory_.write("held/below/a.txt", "x");
    directory_.write("tree/real.txt", "x");
    link("../index", "tree/index");
    link("../index/part", "tree/part");
    link("../held/below", "tree/below");
    const Boundaries boundaries{.closed = identities_of({directory_ / "index"}),
                                .forgotten = {},
                                .not_by_link = {directory_ / "index", directory_ / "held"}};
    const auto found = walk({{directory_ / "tree", {""}, true}}, boundaries, {}).front();
    EXPECT_EQ(paths(found), (Names{"real.txt"}));
}

TEST_F(Walk, AFileThatIsHiddenWhereItStandsIsFoundByItsLink) {
    directory_.write(".store/x.txt", "x");
    link(".store/x.txt", "shown.txt");
    EXPECT_EQ(paths(following()), (Names{"shown.txt"}));
}

class WalkIgnoring : public Walk {
  protected:
    void SetUp() override {
        for (const char* name : {"a.txt", "draft.txt", "2019/a.txt", "2019/draft.txt", "old/a.txt",
                                 "2019/keep/draft.txt"})
            directory_.write(name, "x");
    }
};

TEST_F(WalkIgnoring, PassesOverWhatItsFilesName) {
    directory_.write(".morgueignore", "draft.txt\n/old/\n");
    const WalkResult found = run();
    EXPECT_EQ(paths(found), (Names{"2019/a.txt", "a.txt"}));
    EXPECT_EQ(passed(found, PassedWhy::ignored),
              (Names{"draft.txt", "old", "2019/draft.txt", "2019/keep/draft.txt"}));
    EXPECT_TRUE(passed(found, PassedWhy::hidden).empty());
}

TEST_F(WalkIgnoring, ANearerFileDecides) {
    directory_.write(".morgueignore", "draft.txt\nold\n");
    directory_.write("2019/keep/.morgueignore", "!draft.txt\n");
    directory_.write("old/.morgueignore", "!a.txt\n");
    EXPECT_EQ(paths(run()), (Names{"2019/a.txt", "2019/keep/draft.txt", "a.txt"}));
}

TEST_F(WalkIgnoring, HoldsForAPartOfTheTreeToo) {
    directory_.write(".morgueignore", "draft.txt\nold/\n");
    directory_.write("2019/.morgueignore", "keep/\n");
    EXPECT_EQ(paths(run({"2019"})), (Names{"2019/a.txt"}));
    const WalkResult none = run({"2019/keep/draft.txt", "draft.txt", "old/a.txt"});
    EXPECT_TRUE(none.files.empty());
    EXPECT_EQ(passed(none, PassedWhy::ignored), (Names{"2019/keep", "draft.txt", "old"}));
}

TEST_F(WalkIgnoring, TellsOfLinesThatAreNoPatterns) {
    directory_.write("2019/.morgueignore", "fine\n[a-\n");
    const WalkResult found = run();
    ASSERT_EQ(found.notes.size(), 1U);
    EXPECT_EQ(found.notes[0].message, directory_ / "2019/.morgueignore" +
                                          " line 2 is no pattern: '[a-': a [ is never closed");
}

TEST_F(WalkIgnoring, AFolderWhoseIgnoreFileCannotBeReadIsNotRead) {
    base::make_directories(directory_ / "2019/.morgueignore");
    const WalkResult found = run();
    EXPECT_EQ(paths(found), (Names{"a.txt", "draft.txt", "old/a.txt"}));
    EXPECT_FALSE(found.complete);
    ASSERT_EQ(found.skipped.size(), 1U);
    EXPECT_EQ(found.skipped[0].path, "2019/.morgueignore");
}

TEST_F(WalkIgnoring, AppliesToTheNamesOfLinks) {
    link("2019", "linked");
    link("old/a.txt", "draft-link.txt");
    directory_.write(".morgueignore", "draft*\nlinked/\n2019\nold\n");
    const WalkResult found = following();
    EXPECT_EQ(paths(found), (Names{"a.txt"}));
}

}  // namespace
}  // namespace morgue::indexer
