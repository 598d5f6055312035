#include <sys/stat.h>
#include <unistd.h>

#include <gtest/gtest.h>

#include <indexer/source/read.hpp>
#include <support/temporary_directory.hpp>

namespace morgue::indexer {
namespace {

class ReadFile : public testing::Test {
  protected:
    SkipReason refused(const std::string& name, std::size_t limit = 100) const {
        const auto result = read_article_file(directory_.path() + "/" + name, {limit});
        const auto* reason = std::get_if<Unreadable>(&result);
        if (reason == nullptr) throw std::runtime_error(name + " was read");
        return reason->reason;
    }

    test::TemporaryDirectory directory_;
};

TEST_F(ReadFile, GivesBytesAndState) {
    directory_.write("a.txt", std::string("x\0y", 3));
    const auto result = read_article_file(directory_.path() + "/a.txt", {100});
    const auto& read = std::get<FileBytes>(result);
    EXPECT_EQ(read.bytes, std::string("x\0y", 3));
    EXPECT_EQ(read.state.size, 3U);
    EXPECT_NE(read.state.inode, 0U);
    EXPECT_GT(read.state.mtime_ns, 0);
}

TEST_F(ReadFile, NeverWaitsOnAFifo) {
    ASSERT_EQ(::mkfifo((directory_.path() + "/pipe.txt").c_str(), 0600), 0);
    EXPECT_EQ(refused("pipe.txt"), SkipReason::not_a_file);
}

TEST_F(ReadFile, FollowsNoLink) {
    directory_.write("a.txt", "text");
    ASSERT_EQ(::symlink("a.txt", (directory_.path() + "/link.txt").c_str()), 0);
    EXPECT_EQ(refused("link.txt"), SkipReason::not_a_file);
}

TEST_F(ReadFile, RefusesWhatIsTooLargeGoneOrAFolder) {
    directory_.write("large.txt", std::string(101, 'x'));
    EXPECT_EQ(refused("large.txt"), SkipReason::too_large);
    EXPECT_EQ(refused("gone.txt"), SkipReason::vanished);
    EXPECT_EQ(refused("."), SkipReason::not_a_file);
}

}  // namespace
}  // namespace morgue::indexer
