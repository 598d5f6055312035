#include <csignal>
#include <optional>
#include <string>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>

#include <gtest/gtest.h>

#include <base/lock.hpp>
#include <support/temporary_directory.hpp>

namespace morgue::base {
namespace {

using test::TemporaryDirectory;

std::string this_host() {
    char host[256] = {};
    ::gethostname(host, sizeof host - 1);
    return host;
}

std::string holder_text(pid_t pid) {
    return "pid " + std::to_string(pid) + " on " + this_host();
}

/// Whether a new process gets the lock.
bool child_gets(const std::string& path) {
    const pid_t child = ::fork();
    if (child == 0) ::_exit(FileLock::take(path).has_value() ? 0 : 1);
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

/// A process that holds the lock until it is killed.
class HoldingChild {
  public:
    explicit HoldingChild(const std::string& path) {
        int ready[2];
        if (::pipe(ready) != 0) return;
        pid_ = ::fork();
        if (pid_ == 0) hold(path, ready[1]);
        ::close(ready[1]);
        char byte = 0;
        holds_ = ::read(ready[0], &byte, 1) == 1;
        ::close(ready[0]);
    }
    HoldingChild(const HoldingChild&) = delete;
    HoldingChild& operator=(const HoldingChild&) = delete;
    ~HoldingChild() { kill(); }

    bool holds() const { return holds_; }
    pid_t pid() const { return pid_; }
    void kill() {
        if (pid_ <= 0) return;
        ::kill(pid_, SIGKILL);
        ::waitpid(std::exchange(pid_, -1), nullptr, 0);
    }

  private:
    [[noreturn]] static void hold(const std::string& path, int ready) {
        const std::optional<FileLock> lock = FileLock::take(path);
        if (!lock || ::write(ready, "!", 1) != 1) ::_exit(1);
        for (;;) ::pause();
    }

    pid_t pid_ = -1;
    bool holds_ = false;
};

TEST(FileLock, IsHeldOnceInAProcess) {
    const TemporaryDirectory dir;
    const auto lock = FileLock::take(dir / "LOCK");
    ASSERT_TRUE(lock);
    EXPECT_FALSE(FileLock::take(dir / "LOCK"));
    EXPECT_TRUE(FileLock::take(dir / "OTHER"));
}

TEST(FileLock, IsRefusedToAnotherProcess) {
    const TemporaryDirectory dir;
    {
        const auto lock = FileLock::take(dir / "LOCK");
        ASSERT_TRUE(lock);
        EXPECT_FALSE(child_gets(dir / "LOCK"));
    }
    EXPECT_TRUE(child_gets(dir / "LOCK"));
}

TEST(FileLock, IsFreedWithTheObject) {
    const TemporaryDirectory dir;
    {
        auto lock = FileLock::take(dir / "LOCK");
        ASSERT_TRUE(lock);
        const auto moved = std::move(lock);
        EXPECT_FALSE(FileLock::take(dir / "LOCK"));
    }
    EXPECT_TRUE(FileLock::take(dir / "LOCK"));
}

TEST(FileLock, IsFreedWhenTheHolderIsKilled) {
    const TemporaryDirectory dir;
    HoldingChild child(dir / "LOCK");
    ASSERT_TRUE(child.holds());
    EXPECT_FALSE(FileLock::take(dir / "LOCK"));
    child.kill();
    EXPECT_TRUE(FileLock::take(dir / "LOCK"));
}

TEST(FileLock, NamesTheHolder) {
    const TemporaryDirectory dir;
    HoldingChild child(dir / "LOCK");
    ASSERT_TRUE(child.holds());
    EXPECT_EQ(FileLock::holder(dir / "LOCK"), holder_text(child.pid()));
    // A refused take leaves the holder's name.
    EXPECT_FALSE(FileLock::take(dir / "LOCK"));
    EXPECT_EQ(FileLock::holder(dir / "LOCK"), holder_text(child.pid()));
    child.kill();
    const auto lock = FileLock::take(dir / "LOCK");
    ASSERT_TRUE(lock);
    EXPECT_EQ(FileLock::holder(dir / "LOCK"), holder_text(::getpid()));
}

TEST(FileLock, ALongerNameOfAnEarlierHolderIsGone) {
    const TemporaryDirectory dir;
    write_file_durably(dir / "LOCK", std::string(1000, 'x'));
    const auto lock = FileLock::take(dir / "LOCK");
    ASSERT_TRUE(lock);
    EXPECT_EQ(FileLock::holder(dir / "LOCK"), holder_text(::getpid()));
}

TEST(FileLock, WithoutAFileNobodyIsKnown) {
    const TemporaryDirectory dir;
    EXPECT_EQ(FileLock::holder(dir / "LOCK"), "an unknown process");
}

TEST(FileLock, AFolderThatIsNotThereIsAnError) {
    const TemporaryDirectory dir;
    EXPECT_THROW(FileLock::take(dir / "none/LOCK"), FileError);
}

TEST(FileLock, FollowsNoLink) {
    const TemporaryDirectory dir;
    write_file_durably(dir / "precious", "text");
    ASSERT_EQ(::symlink((dir / "precious").c_str(), (dir / "LOCK").c_str()), 0);
    EXPECT_THROW(FileLock::take(dir / "LOCK"), FileError);
    EXPECT_EQ(read_file(dir / "precious"), "text");
}

}  // namespace
}  // namespace morgue::base
