#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <utility>

#include <morgue/error.hpp>

#include <indexer/confined/messages.hpp>
#include <indexer/confined/reader_process.hpp>

namespace morgue::indexer {

namespace {

constexpr std::chrono::seconds patience_at_start{60};
constexpr int most_looks = 1000;
constexpr std::chrono::milliseconds between_looks{1};
constexpr std::size_t megabyte = std::size_t{1} << 20;

[[noreturn]] void throw_not_started(const std::string& program, const std::string& why) {
    throw Error(ErrorCode::io_error, "the program that reads the files cannot be started: " + why,
                program, "install Morgue anew");
}

struct Ends {
    base::Descriptor ours;
    base::Descriptor theirs;
};

Ends connected(const std::string& program) {
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
        throw_not_started(program, std::strerror(errno));
    return {base::Descriptor(ends[0]), base::Descriptor(ends[1])};
}

/// What a process begins with: nothing of ours but the connection, no signal held back or ignored,
/// and a group of its own, so that Ctrl-C ends the run and not what it reads.
class Beginning {
  public:
    explicit Beginning(int connection) {
        ::posix_spawn_file_actions_init(&files_);
        ::posix_spawn_file_actions_adddup2(&files_, connection, STDIN_FILENO);
        ::posix_spawn_file_actions_addopen(&files_, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
        ::posix_spawn_file_actions_adddup2(&files_, STDOUT_FILENO, STDERR_FILENO);
        ::posix_spawn_file_actions_addclosefrom_np(&files_, STDERR_FILENO + 1);
        sigset_t none;
        sigset_t all;
        ::sigemptyset(&none);
        ::sigfillset(&all);
        ::posix_spawnattr_init(&attributes_);
        ::posix_spawnattr_setsigmask(&attributes_, &none);
        ::posix_spawnattr_setsigdefault(&attributes_, &all);
        ::posix_spawnattr_setflags(
            &attributes_, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
    }
    Beginning(const Beginning&) = delete;
    Beginning& operator=(const Beginning&) = delete;
    ~Beginning() {
        ::posix_spawn_file_actions_destroy(&files_);
        ::posix_spawnattr_destroy(&attributes_);
    }

    pid_t start(const std::string& program, std::size_t memory_bytes) const {
        const std::string memory = std::to_string(memory_bytes);
        const std::array<char*, 3> arguments{const_cast<char*>(program.c_str()),
                                             const_cast<char*>(memory.c_str()), nullptr};
        pid_t id = 0;
        const int error =
            ::posix_spawn(&id, program.c_str(), &files_, &attributes_, arguments.data(), environ);
        if (error != 0) throw_not_started(program, std::strerror(error));
        return id;
    }

  private:
    posix_spawn_file_actions_t files_{};
    posix_spawnattr_t attributes_{};
};

struct Started {
    pid_t id;
    base::Descriptor connection;
};

Started start(const std::string& program, std::size_t memory_bytes) {
    Ends ends = connected(program);
    const pid_t id = Beginning(ends.theirs.get()).start(program, memory_bytes);
    return {id, std::move(ends.ours)};
}

}  // namespace

Failure without_meaning() {
    return {"it gave an answer without meaning", true};
}

ReaderProcess::ReaderProcess(const std::string& program, std::size_t memory_bytes)
    : memory_bytes_(memory_bytes), id_(0), channel_(base::Descriptor()) {
    Started started = start(program, memory_bytes);
    id_ = started.id;
    channel_ = Channel(std::move(started.connection));
    try {
        greet(program);
    } catch (...) {
        end(Ending::now);
        throw;
    }
}

ReaderProcess::~ReaderProcess() {
    end(Ending::now);
}

void ReaderProcess::greet(const std::string& program) {
    channel_.set_patience(patience_at_start);
    if (channel_.receive(heard_, greeting().size()) != Passage::whole)
        throw_not_started(program, "it does not answer");
    if (heard_.head != greeting()) throw_not_started(program, "it is of another version");
}

std::variant<std::string_view, Failure> ReaderProcess::ask(std::string_view head,
                                                           std::string_view body,
                                                           const Allowance& allowance, int file) {
    channel_.set_patience(allowance.patience);
    Passage passage = channel_.send(head, body, file);
    if (passage == Passage::whole) passage = channel_.receive(heard_, memory_bytes_);
    if (passage != Passage::whole) return failure_of(passage, allowance);
    switch (heard_.head.empty() ? Answer{} : static_cast<Answer>(heard_.head.front())) {
        case Answer::result:
            return heard_.body;
        case Answer::failure:
            return Failure{"it failed: " + heard_.head.substr(1), true};
        case Answer::no_memory:
            return Failure{
                "it needed more than " + std::to_string(memory_bytes_ / megabyte) + " MB of memory",
                true};
    }
    return without_meaning();
}

Failure ReaderProcess::failure_of(Passage passage, const Allowance& allowance) {
    if (passage == Passage::too_long) return without_meaning();
    if (passage == Passage::late)
        return {"it did nothing for " + std::to_string(allowance.patience.count()) + " seconds",
                false};
    const int status = end(Ending::by_itself);
    if (!WIFSIGNALED(status)) return {"it ended without an answer", true};
    if (WTERMSIG(status) == SIGXCPU)
        return {"it took more than " + std::to_string(allowance.time.count()) +
                    " seconds of the processor",
                false};
    return {std::string("it crashed: ") + ::strsignal(WTERMSIG(status)), true};
}

/// As waitpid() gives it. What ends by itself has closed its connection, and little time left.
int ReaderProcess::end(Ending how) {
    int status = 0;
    if (id_ == 0) return status;
    const pid_t id = std::exchange(id_, 0);
    for (int i = 0; how == Ending::by_itself && i < most_looks; ++i) {
        if (::waitpid(id, &status, WNOHANG) != 0) return status;
        std::this_thread::sleep_for(between_looks);
    }
    ::kill(id, SIGKILL);
    while (::waitpid(id, &status, 0) < 0 && errno == EINTR) {
    }
    return status;
}

}  // namespace morgue::indexer
