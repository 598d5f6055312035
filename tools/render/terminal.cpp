#include <cstdlib>
#include <sys/ioctl.h>
#include <unistd.h>

#include <tools/render/terminal.hpp>

namespace morgue::tools {

namespace {

constexpr Style plain{
    .title = "", .faint = "", .path = "", .hit_on = "[", .hit_off = "]", .off = ""};

constexpr Style coloured{.title = "\x1b[1m",
                         .faint = "\x1b[2m",
                         .path = "\x1b[35m",
                         .hit_on = "\x1b[1;31m",
                         .hit_off = "\x1b[0m",
                         .off = "\x1b[0m"};

bool is_set(const char* variable) {
    const char* const value = std::getenv(variable);
    return value != nullptr && *value != '\0';
}

bool terminal_takes_colour() {
    const char* const term = std::getenv("TERM");
    const bool is_dumb = term != nullptr && std::string_view{term} == "dumb";
    return stdout_is_terminal() && !is_set("NO_COLOR") && !is_dumb;
}

}  // namespace

bool stdout_is_terminal() noexcept {
    return isatty(STDOUT_FILENO) == 1;
}

bool stderr_is_terminal() noexcept {
    return isatty(STDERR_FILENO) == 1;
}

std::size_t terminal_columns() noexcept {
    winsize size{};
    for (const int file : {STDOUT_FILENO, STDERR_FILENO})
        if (ioctl(file, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
    const char* const stated = std::getenv("COLUMNS");
    const int columns = stated == nullptr ? 0 : std::atoi(stated);
    return columns > 0 ? static_cast<std::size_t>(columns) : 80;
}

Style style_for(ColorChoice choice) noexcept {
    if (choice == ColorChoice::automatic) return terminal_takes_colour() ? coloured : plain;
    return choice == ColorChoice::always ? coloured : plain;
}

}  // namespace morgue::tools
