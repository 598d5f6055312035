#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <exception>
#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <base/bytes.hpp>
#include <base/child.hpp>
#include <base/file.hpp>

namespace morgue::base {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t length_bytes = 4;
constexpr int look_again_ms = 100;
constexpr int exit_after_failure = 1;
constexpr const char* pipe_name = "a pipe to a child process";

struct Pipe {
    Descriptor read;
    Descriptor write;
};

Pipe make_pipe() {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw FileError(errno, "cannot create", pipe_name);
    return {Descriptor(ends[0]), Descriptor(ends[1])};
}

void send(const Descriptor& to, std::string_view message) {
    std::string framed;
    put_big_endian(framed, message.size(), length_bytes);
    write_all(to, framed.append(message), pipe_name);
}

/// The last thing that a child says, after an empty message, when its work throws.
void send_failure(const Descriptor& to, std::string_view what) {
    send(to, {});
    send(to, what);
}

/// Signals do again what they do by themselves: the handlers are the parent's. What the work may
/// crash over is not worth an image of its memory.
void become_child(pid_t parent) {
    for (const int signal : {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGTERM, SIGPIPE})
        std::signal(signal, SIG_DFL);
    const struct rlimit no_image {};
    ::setrlimit(RLIMIT_CORE, &no_image);
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (::getppid() != parent) ::_exit(exit_after_failure);
}

[[noreturn]] void run_child(const std::function<void(const Say&)>& work, const Descriptor& to) {
    int status = 0;
    try {
        work([&](std::string_view message) { send(to, message); });
    } catch (const std::exception& error) {
        send_failure(to, error.what());
        status = exit_after_failure;
    } catch (...) {
        send_failure(to, "an unknown exception");
        status = exit_after_failure;
    }
    ::_exit(status);
}

/// The parent's side: takes messages from the pipe until it is closed.
class Listener {
  public:
    Listener(Descriptor from, const std::function<void(std::string_view)>& hear,
             const ChildWatch& watch)
        : from_(std::move(from)), hear_(hear), watch_(watch), heard_at_(Clock::now()) {}

    enum class End { closed, stopped, silent };

    End listen() {
        for (;;) {
            if (watch_.stop.stop_requested()) return End::stopped;
            if (Clock::now() - heard_at_ > watch_.patience) return End::silent;
            struct pollfd waiting {
                from_.get(), POLLIN, 0
            };
            if (::poll(&waiting, 1, look_again_ms) > 0 && !take()) return End::closed;
        }
    }

    const std::string& failure() const noexcept { return failure_; }

  private:
    /// False when the other end is closed.
    bool take() {
        std::array<char, 1 << 16> piece{};
        const ssize_t got = ::read(from_.get(), piece.data(), piece.size());
        if (got < 0 && errno == EINTR) return true;
        if (got <= 0) return false;
        heard_at_ = Clock::now();
        held_.append(piece.data(), static_cast<std::size_t>(got));
        hand_over();
        return true;
    }

    void hand_over() {
        std::string_view rest = held_;
        while (rest.size() >= length_bytes) {
            ByteReader in(rest);
            const std::string_view message = in.bytes(in.big_endian(length_bytes));
            if (in.failed()) break;
            rest.remove_prefix(length_bytes + message.size());
            if (failed_) failure_ = message;
            if (message.empty()) failed_ = true;
            if (!failed_) hear_(message);
        }
        held_.erase(0, held_.size() - rest.size());
    }

    Descriptor from_;
    const std::function<void(std::string_view)>& hear_;
    const ChildWatch& watch_;
    Clock::time_point heard_at_;
    std::string held_;
    bool failed_ = false;
    std::string failure_;
};

/// A child, ended and waited for whatever happens here.
class Child {
  public:
    explicit Child(pid_t id) : id_(id) {}
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;
    ~Child() {
        if (id_ == 0) return;
        end();
        wait();
    }

    void end() const { ::kill(id_, SIGKILL); }
    /// As waitpid() gives it.
    int wait() {
        int status = 0;
        while (::waitpid(id_, &status, 0) < 0 && errno == EINTR) {
        }
        id_ = 0;
        return status;
    }

  private:
    pid_t id_;
};

ChildEnd end_of(Listener::End listened, int status, const std::string& failure) {
    using How = ChildEnd::How;
    if (listened == Listener::End::stopped) return {How::stopped, {}};
    if (listened == Listener::End::silent) return {How::hung, {}};
    if (WIFSIGNALED(status)) return {How::crashed, ::strsignal(WTERMSIG(status))};
    if (WEXITSTATUS(status) != 0) return {How::failed, failure};
    return {How::finished, {}};
}

}  // namespace

ChildEnd run_in_child(const std::function<void(const Say&)>& work,
                      const std::function<void(std::string_view message)>& hear,
                      const ChildWatch& watch) {
    Pipe pipe = make_pipe();
    const pid_t parent = ::getpid();
    const pid_t id = ::fork();
    if (id < 0) throw FileError(errno, "cannot start", "a child process");
    if (id == 0) {
        become_child(parent);
        run_child(work, pipe.write);
    }
    Child child(id);
    pipe.write = Descriptor();
    Listener listener(std::move(pipe.read), hear, watch);
    const Listener::End listened = listener.listen();
    if (listened != Listener::End::closed) child.end();
    return end_of(listened, child.wait(), listener.failure());
}

}  // namespace morgue::base
