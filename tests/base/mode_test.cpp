#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <gtest/gtest.h>

#include <base/copy.hpp>
#include <base/file.hpp>
#include <base/lock.hpp>
#include <support/temporary_directory.hpp>

namespace morgue::base {
namespace {

using test::TemporaryDirectory;

mode_t mode_of(const std::string& path) {
    struct stat facts {};
    EXPECT_EQ(::lstat(path.c_str(), &facts), 0) << path;
    return facts.st_mode & 07777;
}

/// Whatever the umask is.
class Mode : public testing::TestWithParam<mode_t> {
  protected:
    Mode() : before_(::umask(GetParam())) {}
    ~Mode() override { ::umask(before_); }

    std::string folder(const std::string& name, mode_t mode) const {
        make_directories(directory_ / name);
        EXPECT_EQ(::chmod((directory_ / name).c_str(), mode), 0);
        return directory_ / name;
    }

    TemporaryDirectory directory_;

  private:
    mode_t before_;
};

INSTANTIATE_TEST_SUITE_P(Umasks, Mode, testing::Values(0, 022, 077));

TEST_P(Mode, OfWhatIsWrittenIsItsFolders) {
    for (const mode_t mode : {0700, 0750, 0755, 0777}) {
        const std::string in = folder("f", mode);
        write_file_durably(in + "/file", "x");
        EXPECT_EQ(mode_of(in + "/file"), mode & 0666U);
        const auto lock = FileLock::take(in + "/LOCK");
        EXPECT_EQ(mode_of(in + "/LOCK"), mode & 0666U);
    }
}

TEST_P(Mode, IsInheritedAllTheWayDown) {
    const std::string in = folder("f", 0750);
    folder("f/a", 0777);
    folder("f/a/b", 0700);
    directory_.write("f/a/b/file", "x");
    ASSERT_EQ(::symlink("/etc/hostname", (in + "/a/link").c_str()), 0);
    inherit_mode(in + "/a");
    EXPECT_EQ(mode_of(in + "/a"), 0750U);
    EXPECT_EQ(mode_of(in + "/a/b"), 0750U);
    EXPECT_EQ(mode_of(in + "/a/b/file"), 0640U);
}

TEST_P(Mode, SpecialBitsStay) {
    const std::string in = folder("f", 0755);
    folder("f/shared", 02770);
    inherit_mode(in + "/shared");
    EXPECT_EQ(mode_of(in + "/shared"), 02755U);
}

TEST_P(Mode, IsNarrowedAndNeverWidened) {
    const std::string in = folder("f", 0750);
    EXPECT_FALSE(narrow_mode(in, 0777));
    EXPECT_FALSE(narrow_mode(in, 0750));
    EXPECT_TRUE(narrow_mode(in, 0705));
    EXPECT_EQ(mode_of(in), 0700U);
    EXPECT_FALSE(narrow_mode(in, 0)) << "the owner keeps all";
}

TEST_P(Mode, OfAPrivateFolderIsItsOwners) {
    make_private_directory(directory_ / "p");
    EXPECT_EQ(mode_of(directory_ / "p") & 077, 0U);
    make_private_directory(directory_ / "p");
    EXPECT_THROW(make_private_directory(directory_ / "none/p"), FileError);
}

TEST(Parent, OfPaths) {
    EXPECT_EQ(parent("a/b/c"), "a/b");
    EXPECT_EQ(parent("/a/b"), "/a");
    EXPECT_EQ(parent("/a"), "/");
    EXPECT_EQ(parent("/"), "/");
    EXPECT_EQ(parent("a"), "");
    EXPECT_EQ(parent(""), "");
}

class Copy : public testing::Test {
  protected:
    std::uint64_t copy(const std::string& from, const std::string& to) const {
        std::uint64_t told = 0;
        copy_file(directory_ / from, directory_ / to, [&](std::uint64_t bytes) {
            told += bytes;
            return true;
        });
        return told;
    }

    TemporaryDirectory directory_;
};

TEST_F(Copy, HoldsTheSameBytes) {
    for (const std::size_t size : {0, 1, 5 << 20}) {
        const std::string bytes(size, 'x');
        directory_.write("from", bytes);
        const std::string to = "to" + std::to_string(size);
        EXPECT_EQ(copy("from", to), size);
        EXPECT_EQ(*read_file(directory_ / to), bytes);
        EXPECT_EQ(mode_of(directory_ / to) & 077, 0U);
    }
}

TEST_F(Copy, NeverGoesOverAFileNorThroughALink) {
    directory_.write("from", "x");
    directory_.write("there", "kept");
    EXPECT_THROW(copy("from", "there"), FileError);
    EXPECT_EQ(*read_file(directory_ / "there"), "kept");
    ASSERT_EQ(::symlink("from", (directory_ / "link").c_str()), 0);
    EXPECT_THROW(copy("link", "to"), FileError);
    ASSERT_EQ(::mkfifo((directory_ / "pipe").c_str(), 0600), 0);
    EXPECT_THROW(copy("pipe", "to"), FileError);
    EXPECT_THROW(copy("none", "to"), FileError);
}

TEST_F(Copy, StopsWhenTold) {
    directory_.write("from", std::string(9 << 20, 'x'));
    copy_file(directory_ / "from", directory_ / "to", [](std::uint64_t) { return false; });
    EXPECT_LT(read_file(directory_ / "to")->size(), std::size_t{9} << 20);
}

}  // namespace
}  // namespace morgue::base
