#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>
#include <vector>

#include <tools/diagnostics.hpp>
#include <tools/pager.hpp>
#include <tools/render/looks.hpp>
#include <tools/render/terminal.hpp>

namespace morgue::tools {

namespace {

constexpr const char* usual_pager = "less";
constexpr std::string_view shell_syntax = "|&;<>()$`\\\"' \t\n*?[#~=%";
constexpr std::array<int, 4> fatal_signals{SIGINT, SIGTERM, SIGHUP, SIGQUIT};

/// What less and lv need to show our colours and our UTF-8, where people have not set them.
constexpr std::array<std::pair<const char*, const char*>, 3> settings{
    {{"LESS", "FRX"}, {"LESSCHARSET", "utf-8"}, {"LV", "-c"}}};

/// The one pager of the process. Read by the signal handler, hence plain.
struct Pager {
    pid_t process = -1;
    int stdout_before = -1;
    int stderr_before = -1;
};

Pager running;
std::string wanted;

/// Dying at once would give the terminal back to the shell while the pager still draws on it.
void wait_and_die(int signal) {
    close(STDOUT_FILENO);
    close(STDERR_FILENO);
    while (waitpid(running.process, nullptr, 0) < 0 && errno == EINTR) {
    }
    std::signal(signal, SIG_DFL);
    std::raise(signal);
}

std::vector<std::string> environment() {
    std::vector<std::string> all;
    for (char** entry = environ; *entry != nullptr; ++entry) all.emplace_back(*entry);
    for (const auto& [name, value] : settings)
        if (std::getenv(name) == nullptr) all.push_back(std::string{name} + "=" + value);
    return all;
}

std::vector<std::string> arguments_of(const std::string& command) {
    if (command.find_first_of(shell_syntax) == std::string::npos) return {command};
    return {"sh", "-c", command};
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
    std::vector<char*> all;
    for (std::string& text : texts) all.push_back(text.data());
    all.push_back(nullptr);
    return all;
}

/// Holds fatal signals back while the pager is started: from its first moment on it is waited for.
class SignalsHeld {
  public:
    SignalsHeld() {
        sigset_t fatal{};
        sigemptyset(&fatal);
        for (const int signal : fatal_signals) sigaddset(&fatal, signal);
        sigprocmask(SIG_BLOCK, &fatal, &before_);
    }
    SignalsHeld(const SignalsHeld&) = delete;
    SignalsHeld& operator=(const SignalsHeld&) = delete;
    ~SignalsHeld() { sigprocmask(SIG_SETMASK, &before_, nullptr); }

    const sigset_t& before() const noexcept { return before_; }

  private:
    sigset_t before_{};
};

/// The process that reads `input`, or an error number, negative.
pid_t spawn(const std::string& command, int input, const sigset_t& mask) {
    std::vector<std::string> words = arguments_of(command);
    std::vector<std::string> settings_of_all = environment();
    posix_spawn_file_actions_t actions{};
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
    posix_spawnattr_t attributes{};
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setsigmask(&attributes, &mask);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
    pid_t process = -1;
    const int error = posix_spawnp(&process, words.front().c_str(), &actions, &attributes,
                                   pointers(words).data(), pointers(settings_of_all).data());
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return error == 0 ? process : -error;
}

void send_output_to(int descriptor) {
    running.stdout_before = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 0);
    dup2(descriptor, STDOUT_FILENO);
    if (!stderr_is_terminal()) return;
    running.stderr_before = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 0);
    dup2(descriptor, STDERR_FILENO);
}

void restore(int& before, int descriptor) {
    if (before < 0) return;
    dup2(before, descriptor);
    close(before);
    before = -1;
}

void complain(const std::string& command, int error) {
    if (command == usual_pager) return;
    print_warning({.code = "pager",
                   .message = "cannot run the pager '" + command + "': " + std::strerror(error),
                   .hint = "set $MORGUE_PAGER to another, or to nothing"});
}

}  // namespace

std::string pager_command() {
    for (const char* const name : {"MORGUE_PAGER", "PAGER"})
        if (const char* const named = std::getenv(name); named != nullptr)
            return std::string_view{named} == "cat" ? "" : named;
    return terminal_takes_escapes() ? usual_pager : "";
}

bool pager_takes_links(std::string_view command) {
    const std::string_view program = command.substr(0, command.find(' '));
    const std::size_t slash = program.rfind('/');
    return program.empty() ||
           program.substr(slash == std::string_view::npos ? 0 : slash + 1) == usual_pager;
}

void page_output(const Looks& looks) {
    wanted = looks.pager;
}

void start_pager() {
    if (wanted.empty()) return;
    const std::string command = std::exchange(wanted, {});
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) return complain(command, errno);
    const SignalsHeld held;
    const pid_t process = spawn(command, ends[0], held.before());
    close(ends[0]);
    if (process > 0) {
        running.process = process;
        send_output_to(ends[1]);
        std::signal(SIGPIPE, SIG_IGN);
        for (const int signal : fatal_signals) std::signal(signal, wait_and_die);
    } else {
        complain(command, -process);
    }
    close(ends[1]);
}

bool is_paging() noexcept {
    return running.process > 0;
}

void finish_pager() {
    if (!is_paging()) return;
    // What is shown is complete: Ctrl-C is the pager's from here on, and no verdict on the search.
    for (const int signal : {SIGINT, SIGQUIT}) std::signal(signal, SIG_IGN);
    restore(running.stdout_before, STDOUT_FILENO);
    restore(running.stderr_before, STDERR_FILENO);
    while (waitpid(running.process, nullptr, 0) < 0 && errno == EINTR) {
    }
    running.process = -1;
}

}  // namespace morgue::tools
