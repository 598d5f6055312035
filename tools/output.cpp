#include <cerrno>
#include <chrono>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>
#include <utility>

#include <tools/output.hpp>
#include <tools/pager.hpp>
#include <tools/render/filling.hpp>
#include <tools/render/terminal.hpp>

namespace morgue::tools {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t large_piece = std::size_t{64} * 1024;
/// A person does not notice it, and a pipe is not woken for every record.
constexpr std::chrono::milliseconds soon_enough{50};

struct Pending {
    std::string data;
    Clock::time_point last_handed{};
};

Pending& pending() {
    static Pending waiting;
    return waiting;
}

[[noreturn]] void fail() {
    if (errno == EPIPE && is_paging()) throw ReaderGone{};
    throw OutputError(std::string{"cannot write the output: "} + std::strerror(errno));
}

/// What could not be written is gone: it must not be tried again when the program ends.
void hand_over(std::string data) {
    for (std::string_view rest = data; !rest.empty();) {
        const ssize_t written = write(STDOUT_FILENO, rest.data(), rest.size());
        if (written < 0 && errno != EINTR) fail();
        if (written > 0) rest.remove_prefix(static_cast<std::size_t>(written));
    }
}

}  // namespace

void hold_standard_streams() {
    // open() gives the lowest free number; for reading only, so that writing there still fails.
    for (int held = 0; held <= STDERR_FILENO;) {
        held = open("/dev/null", O_RDONLY);
        if (held > STDERR_FILENO) close(held);
        if (held < 0) return;
    }
}

void write_out(std::string_view data) {
    start_pager();
    pending().data += data;
    if (pending().data.size() >= 16 * large_piece) finish_output();
}

void write_line(std::string_view line) {
    write_out(line);
    write_out("\n");
}

void write_report(std::string_view lines, bool plain) {
    if (plain || !stdout_is_terminal()) return write_out(lines);
    while (!lines.empty()) {
        const std::size_t end = lines.find('\n');
        write_line(filled(lines.substr(0, end), terminal_columns()));
        lines.remove_prefix(end + 1);
    }
}

void end_record() {
    const bool is_large = pending().data.size() >= large_piece;
    if (is_large || Clock::now() - pending().last_handed >= soon_enough) finish_output();
}

void finish_output() {
    hand_over(std::exchange(pending().data, {}));
    pending().last_handed = Clock::now();
}

}  // namespace morgue::tools
