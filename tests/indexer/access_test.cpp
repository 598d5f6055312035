#include <sys/stat.h>
#include <unistd.h>

#include <gtest/gtest.h>

#include <base/file.hpp>
#include <indexer/access.hpp>
#include <support/temporary_directory.hpp>

namespace morgue::indexer {
namespace {

class Access : public testing::Test {
  protected:
    Access() { folder("index", 0777); }

    std::string folder(const std::string& name, mode_t mode) const {
        base::make_directories(directory_ / name);
        EXPECT_EQ(::chmod((directory_ / name).c_str(), mode), 0);
        return directory_ / name;
    }

    mode_t widest(const std::vector<std::string>& folders) const {
        return widest_mode(directory_ / "index", folders);
    }

    static mode_t mode_of(const std::string& path) {
        struct stat facts {};
        EXPECT_EQ(::lstat(path.c_str(), &facts), 0);
        return facts.st_mode & 0777;
    }

    test::TemporaryDirectory directory_;
};

TEST_F(Access, IsThatOfTheFolder) {
    for (const mode_t mode : {0700, 0750, 0755, 0770, 0777, 0705})
        EXPECT_EQ(widest({folder("a", mode)}), mode) << std::oct << mode;
    EXPECT_EQ(widest({}), 0777U);
}

TEST_F(Access, OfSeveralFoldersWhatAllAllow) {
    EXPECT_EQ(widest({folder("a", 0750), folder("b", 0705)}), 0700U);
    EXPECT_EQ(widest({folder("a", 0770), folder("b", 0755)}), 0750U);
}

TEST_F(Access, WhoMayNotListMayNotRead) {
    EXPECT_EQ(widest({folder("a", 0711)}), 0700U);
    EXPECT_EQ(widest({folder("a", 0744)}), 0700U);
}

TEST_F(Access, TheOwnerKeepsAll) {
    EXPECT_EQ(widest({folder("a", 0555)}), 0755U);
}

TEST_F(Access, AFolderThatIsGoneDoesNotCount) {
    EXPECT_EQ(widest({directory_ / "none"}), 0777U);
}

TEST_F(Access, DoorsOnTheWayCountUnlessTheIndexIsBehindThemToo) {
    folder("closed", 0700);
    EXPECT_EQ(widest({folder("closed/a", 0755)}), 0700U);
    const std::string inside = folder("closed/index", 0777);
    EXPECT_EQ(widest_mode(inside, {directory_ / "closed/a"}), 0755U);
    folder("closed", 0711);
    EXPECT_EQ(widest({directory_ / "closed/a"}), 0755U) << "one may pass through";
}

TEST_F(Access, IsNarrowedWithAllThatIsInItAndNeverWidened) {
    const std::string index = directory_ / "index";
    folder("index/below", 0777);
    directory_.write("index/below/file", "x");
    EXPECT_FALSE(limit_access(index, {folder("a", 0750)}));
    EXPECT_EQ(mode_of(index), 0750U);
    EXPECT_EQ(mode_of(index + "/below"), 0750U);
    EXPECT_EQ(mode_of(index + "/below/file"), 0640U);
    limit_access(index, {folder("a", 0755)});
    EXPECT_EQ(mode_of(index), 0750U);
}

}  // namespace
}  // namespace morgue::indexer
