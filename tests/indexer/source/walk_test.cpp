#include <sys/stat.h>
#include <unistd.h>

#include <gtest/gtest.h>

#include <indexer/source/walk.hpp>
#include <support/temporary_directory.hpp>

namespace morgue::indexer {
namespace {

class Walk : public testing::Test {
  protected:
    WalkResult run(const std::string& start = {}) const {
        return walk(directory_.path(), start, [](const std::string&) { return true; }, {});
    }

    static std::vector<std::string> paths(const WalkResult& result) {
        std::vector<std::string> names;
        for (const FoundFile& file : result.files) names.push_back(file.path);
        return names;
    }

    test::TemporaryDirectory directory_;
};

using Names = std::vector<std::string>;

TEST_F(Walk, ListsFilesInByteOrder) {
    for (const char* name : {"b.txt", "a/z.txt", "a.txt", "a/b/c.txt", "\xff.txt"})
        directory_.write(name, "x");
    const WalkResult result = run();
    EXPECT_EQ(paths(result), (Names{"a.txt", "a/b/c.txt", "a/z.txt", "b.txt", "\xff.txt"}));
    EXPECT_TRUE(result.complete);
    EXPECT_EQ(result.files[0].size, 1U);
}

TEST_F(Walk, PassesOverHiddenNamesAndLinks) {
    directory_.write(".hidden.txt", "x");
    directory_.write(".git/x.txt", "x");
    directory_.write("real.txt", "x");
    ASSERT_EQ(::symlink("real.txt", (directory_.path() + "/link.txt").c_str()), 0);
    ASSERT_EQ(::symlink(".", (directory_.path() + "/loop").c_str()), 0);
    EXPECT_EQ(paths(run()), (Names{"real.txt"}));
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
    EXPECT_EQ(paths(run("b")), (Names{"b/x.txt"}));
    EXPECT_EQ(paths(run("a/x.txt")), (Names{"a/x.txt"}));
    EXPECT_TRUE(run("c").files.empty());
}

TEST_F(Walk, EntersOnlyWhereItMay) {
    directory_.write("a/x.txt", "x");
    directory_.write("b/x.txt", "x");
    const WalkResult result =
        walk(directory_.path(), "", [](const std::string& folder) { return folder != "a"; }, {});
    EXPECT_EQ(paths(result), (Names{"b/x.txt"}));
}

TEST_F(Walk, IsIncompleteWhenStopped) {
    directory_.write("a/x.txt", "x");
    std::stop_source source;
    source.request_stop();
    const WalkResult result = walk(
        directory_.path(), "", [](const std::string&) { return true; }, source.get_token());
    EXPECT_FALSE(result.complete);
}

TEST_F(Walk, SurvivesAVeryDeepTree) {
    std::string path = directory_.path();
    for (int depth = 0; depth < 500; ++depth) {
        path += "/d";
        ASSERT_EQ(::mkdir(path.c_str(), 0700), 0);
    }
    EXPECT_TRUE(run().complete);
}

}  // namespace
}  // namespace morgue::indexer
