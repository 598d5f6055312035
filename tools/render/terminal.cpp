#include <charconv>
#include <cstdlib>
#include <string_view>
#include <sys/ioctl.h>
#include <unistd.h>

#include <tools/render/terminal.hpp>

namespace morgue::tools {

namespace {

constexpr std::size_t usual_columns = 80;
constexpr std::size_t most_columns = 10'000;

std::string_view variable(const char* name) {
    const char* const value = std::getenv(name);
    return value == nullptr ? std::string_view{} : value;
}

std::size_t columns_of_device() {
    winsize size{};
    for (const int file : {STDOUT_FILENO, STDERR_FILENO})
        if (ioctl(file, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
    return 0;
}

std::size_t columns_of_environment() {
    const std::string_view text = variable("COLUMNS");
    std::size_t columns = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), columns);
    const bool is_number = error == std::errc{} && end == text.data() + text.size();
    return is_number && columns <= most_columns ? columns : 0;
}

struct Terminal {
    bool is_stdout = isatty(STDOUT_FILENO) == 1;
    bool is_stderr = isatty(STDERR_FILENO) == 1;
    std::size_t columns = columns_of_device();
};

const Terminal& terminal() {
    static const Terminal found;
    return found;
}

}  // namespace

bool stdout_is_terminal() noexcept {
    return terminal().is_stdout;
}

bool stderr_is_terminal() noexcept {
    return terminal().is_stderr;
}

std::size_t terminal_columns() noexcept {
    if (terminal().columns > 0) return terminal().columns;
    const std::size_t stated = columns_of_environment();
    return stated > 0 ? stated : usual_columns;
}

bool terminal_takes_escapes() noexcept {
    const std::string_view term = variable("TERM");
    return stdout_is_terminal() && !term.empty() && term != "dumb";
}

bool terminal_takes_links() noexcept {
    const std::string_view term = variable("TERM");
    return terminal_takes_escapes() && term != "linux" && !term.starts_with("eterm");
}

}  // namespace morgue::tools
