#include <algorithm>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <string>
#include <string_view>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

#include <gtest/gtest.h>

#include <base/file.hpp>
#include <support/temporary_directory.hpp>

namespace morgue::base {
namespace {

using test::TemporaryDirectory;
using Names = std::vector<std::string>;

/// Runs `fn` in a process of its own and gives its process id.
template <typename Fn>
pid_t in_child(Fn fn) {
    const pid_t child = ::fork();
    if (child == 0) {
        fn();
        ::_exit(0);
    }
    return child;
}

void link_to(const std::string& target, const std::string& path) {
    ASSERT_EQ(::symlink(target.c_str(), path.c_str()), 0) << path;
}

TEST(ReadFile, GivesTheBytes) {
    const TemporaryDirectory dir;
    std::string bytes(200'000, '\0');
    for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<char>(i * 31);
    for (const std::string& content : {std::string(), std::string("a\0b\n", 4), bytes}) {
        write_file_durably(dir / "file", content);
        EXPECT_EQ(read_file(dir / "file"), content) << content.size();
    }
}

TEST(ReadFile, GivesNothingWhereThereIsNone) {
    const TemporaryDirectory dir;
    EXPECT_EQ(read_file(dir / "none"), std::nullopt);
    EXPECT_EQ(read_file(dir / "none/none"), std::nullopt);
    write_file_durably(dir / "file", "");
    EXPECT_EQ(read_file(dir / "file/below"), std::nullopt);
}

TEST(ReadFile, ThrowsForWhatIsNoFile) {
    const TemporaryDirectory dir;
    try {
        read_file(dir.path());
        FAIL() << "a folder was read";
    } catch (const FileError& error) {
        EXPECT_EQ(error.path(), dir.path());
        EXPECT_EQ(error.code().value(), EISDIR);
        EXPECT_NE(std::string(error.what()).find(dir.path()), std::string::npos) << error.what();
    }
    link_to("loop", dir / "loop");
    EXPECT_THROW(read_file(dir / "loop"), FileError);
}

TEST(ReadFile, DoesNotWaitForAWriterOfAPipe) {
    const TemporaryDirectory dir;
    ASSERT_EQ(::mkfifo((dir / "pipe").c_str(), 0600), 0);
    EXPECT_THROW(read_file(dir / "pipe"), FileError);
}

TEST(WriteFileDurably, LeavesNothingBesideTheFile) {
    const TemporaryDirectory dir;
    write_file_durably(dir / "file", "old");
    write_file_durably(dir / "file", "new");
    EXPECT_EQ(read_file(dir / "file"), "new");
    EXPECT_EQ(list_directory(dir.path()), Names{"file"});
}

TEST(WriteFileDurably, OvercomesWhatAnInterruptedWriteLeft) {
    const TemporaryDirectory dir;
    write_file_durably(dir / "file.tmp", std::string(1000, 'x'));
    write_file_durably(dir / "file", "new");
    EXPECT_EQ(read_file(dir / "file"), "new");
}

TEST(WriteFileDurably, KeepsTheOldFileWhenTheDiskIsFull) {
    const TemporaryDirectory dir;
    write_file_durably(dir / "file", "old");
    const pid_t child = in_child([&] {
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{4096, 4096};
        ::setrlimit(RLIMIT_FSIZE, &limit);
        try {
            write_file_durably(dir / "file", std::string(10'000, 'x'));
        } catch (const FileError&) {
            ::_exit(3);
        }
    });
    int status = 0;
    ::waitpid(child, &status, 0);
    EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 3) << "the write did not fail";
    EXPECT_EQ(read_file(dir / "file"), "old");
}

TEST(WriteFileDurably, KilledAtAnyMomentKeepsOldOrNew) {
    const TemporaryDirectory dir;
    const std::string versions[] = {std::string(100'000, 'a'), std::string(70'000, 'b')};
    write_file_durably(dir / "file", versions[0]);
    for (useconds_t wait = 0; wait < 20'000; wait += 1'000) {
        const pid_t child = in_child([&] {
            for (std::size_t turn = 1;; ++turn)
                write_file_durably(dir / "file", versions[turn % 2]);
        });
        ::usleep(wait);
        const auto seen = read_file(dir / "file");
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        for (const auto& content : {seen, read_file(dir / "file")})
            EXPECT_TRUE(content == versions[0] || content == versions[1]) << wait;
    }
}

TEST(WriteFileDurably, ThrowsWhereItCannotWrite) {
    const TemporaryDirectory dir;
    EXPECT_THROW(write_file_durably(dir / "none/file", "x"), FileError);
    make_directories(dir / "folder/below");
    EXPECT_THROW(write_file_durably(dir / "folder", "x"), FileError);
    EXPECT_TRUE(list_directory(dir / "folder") == Names{"below"});
}

TEST(Directories, AreMadeAndRemoved) {
    const TemporaryDirectory dir;
    EXPECT_TRUE(make_directories(dir / "a/b/c"));
    EXPECT_FALSE(make_directories(dir / "a/b/c"));
    write_file_durably(dir / "a/b/file", "x");
    EXPECT_THROW(make_directories(dir / "a/b/file"), FileError);
    remove_all(dir / "a");
    EXPECT_EQ(list_directory(dir.path()), Names{});
    EXPECT_NO_THROW(remove_all(dir / "a"));
}

TEST(Directories, RemovalStopsAtLinks) {
    const TemporaryDirectory dir;
    make_directories(dir / "kept");
    write_file_durably(dir / "kept/file", "x");
    make_directories(dir / "gone");
    link_to(dir / "kept", dir / "gone/link");
    remove_all(dir / "gone");
    EXPECT_EQ(read_file(dir / "kept/file"), "x");
}

TEST(Directories, AreListedSorted) {
    const TemporaryDirectory dir;
    const Names names{".hidden", "B", "a", "a b", "b", "\xff", "\xc3\xa9", "10", "9"};
    for (const std::string& name : names) write_file_durably(dir / name, "");
    Names sorted = names;
    std::sort(sorted.begin(), sorted.end());
    EXPECT_EQ(list_directory(dir.path()), sorted);
}

TEST(Directories, OneThatIsNotThereIsEmpty) {
    const TemporaryDirectory dir;
    EXPECT_EQ(list_directory(dir / "none"), Names{});
    write_file_durably(dir / "file", "");
    EXPECT_THROW(list_directory(dir / "file"), FileError);
}

TEST(Directories, BytesBelowCountFilesOnce) {
    const TemporaryDirectory dir;
    EXPECT_EQ(bytes_below(dir.path()), 0U);
    EXPECT_GT(free_bytes(dir.path()), 0U);
    EXPECT_THROW(free_bytes(dir / "nowhere"), FileError);
    make_directories(dir / "a/b");
    write_file_durably(dir / "one", std::string(10, 'x'));
    write_file_durably(dir / "a/two", std::string(200, 'x'));
    write_file_durably(dir / "a/b/three", std::string(3000, 'x'));
    EXPECT_EQ(bytes_below(dir.path()), 3210U);
    link_to("..", dir / "a/up");
    EXPECT_EQ(bytes_below(dir.path()), 3212U) << "a link counts as itself";
}

TEST(Directories, AreMadeDurable) {
    const TemporaryDirectory dir;
    write_file_durably(dir / "file", "x");
    EXPECT_NO_THROW(sync_directory_and_files(dir.path()));
    EXPECT_THROW(sync_directory(dir / "none"), FileError);
    EXPECT_THROW(sync_directory(dir / "file"), FileError);
}

TEST(Paths, Join) {
    const struct {
        std::string_view folder, name, path;
    } rows[] = {{"a", "b", "a/b"},   {"a/", "b", "a/b"}, {"/", "b", "/b"},
                {"", "b", "b"},      {".", "b", "b"},    {"a", "", "a"},
                {"..", "b", "../b"}, {"", "", ""},       {"a/b", "c/d", "a/b/c/d"}};
    for (const auto& row : rows) EXPECT_EQ(join(row.folder, row.name), row.path);
}

TEST(Paths, Canonical) {
    const TemporaryDirectory dir;
    make_directories(dir / "real/below");
    link_to("real", dir / "link");
    const struct {
        std::string path, canonical;
    } rows[] = {{"/", "/"},
                {"//", "/"},
                {"//no-such-folder", "/no-such-folder"},
                {"///no-such-folder//x", "/no-such-folder/x"},
                {"/..", "/"},
                {"/no-such-folder/x/..", "/no-such-folder"},
                {dir.path(), dir.path()},
                {dir / "", dir.path()},
                {dir / "/", dir.path()},
                {dir / ".", dir.path()},
                {dir / "real/./below/", dir / "real/below"},
                {dir / "real//below", dir / "real/below"},
                {dir / "real/below/..", dir / "real"},
                {dir / "link", dir / "real"},
                {dir / "link/below", dir / "real/below"},
                {dir / "link/below/../..", dir.path()},
                {dir / "link/none/none", dir / "real/none/none"},
                {dir / "none/../real", dir / "real"}};
    for (const auto& row : rows) EXPECT_EQ(canonical(row.path), row.canonical) << row.path;
}

TEST(Paths, CanonicalIsAbsolute) {
    const std::string here = canonical(".");
    EXPECT_TRUE(here.starts_with('/')) << here;
    EXPECT_EQ(canonical("none/x"), here + "/none/x");
    EXPECT_EQ(canonical("none/.."), here);
    EXPECT_EQ(canonical("none/x/../.."), here);
    EXPECT_EQ(canonical(""), here);
}

TEST(Paths, CanonicalOfALoopThrows) {
    const TemporaryDirectory dir;
    link_to("loop", dir / "loop");
    EXPECT_THROW(canonical(dir / "loop"), FileError);
}

TEST(Paths, Relative) {
    const struct {
        std::string target, folder, path;
    } rows[] = {{"/a/b", "/a", "b"},      {"/a/b/c", "/a", "b/c"}, {"/a", "/a", "."},
                {"/a", "/a/b", ".."},     {"/", "/a/b", "../.."},  {"/a", "/", "a"},
                {"/ab", "/a", "../ab"},   {"/", "/", "."},         {"/a/c", "/a/b", "../c"},
                {"/\xff/x", "/\xff", "x"}};
    for (const auto& row : rows)
        EXPECT_EQ(relative(row.target, row.folder), row.path) << row.target << ' ' << row.folder;
}

TEST(Paths, IsWithin) {
    const struct {
        std::string_view path, folder;
        bool within;
    } rows[] = {{"/a", "/a", true},       {"/a/b", "/a", true},  {"/ab", "/a", false},
                {"/a", "/ab", false},     {"/a", "/a/b", false}, {"/", "/", true},
                {"/a", "/", true},        {"/", "/a", false},    {"/a/b/c", "/a/b", true},
                {"/a/bc", "/a/b", false}, {"/b/a", "/a", false}, {"2019/03", "2019", true},
                {"2019", "201", false}};
    for (const auto& row : rows)
        EXPECT_EQ(is_within(row.path, row.folder), row.within) << row.path << ' ' << row.folder;
}

TEST(Descriptor, ClosesItselfOnce) {
    int pipe[2];
    ASSERT_EQ(::pipe(pipe), 0);
    {
        Descriptor first(pipe[0]);
        Descriptor second(pipe[1]);
        EXPECT_TRUE(first.open());
        Descriptor third(std::move(first));
        EXPECT_EQ(third.get(), pipe[0]);
        EXPECT_FALSE(Descriptor().open());
        third = std::move(second);
        EXPECT_EQ(third.get(), pipe[1]);
    }
    for (const int number : pipe) EXPECT_EQ(::fcntl(number, F_GETFD), -1);
}

}  // namespace
}  // namespace morgue::base
