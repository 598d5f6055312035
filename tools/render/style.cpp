#include <cstdlib>

#include <tools/render/style.hpp>
#include <tools/render/terminal.hpp>

namespace morgue::tools {

namespace {

constexpr Style bare{};

constexpr Style without_colour{
    .title = "\x1b[1m", .faint = "", .path = "", .hit = "\x1b[1;4m", .off = "\x1b[0m"};

constexpr Style coloured{.title = "\x1b[1m",
                         .faint = "\x1b[2m",
                         .path = "\x1b[35m",
                         .hit = "\x1b[1;31m",
                         .off = "\x1b[0m"};

/// https://no-color.org: set and not empty.
bool refuses_colour() {
    const char* const value = std::getenv("NO_COLOR");
    return value != nullptr && *value != '\0';
}

}  // namespace

Style style_for(ColorChoice choice) noexcept {
    if (choice == ColorChoice::always) return coloured;
    if (choice == ColorChoice::never || !terminal_takes_escapes()) return bare;
    return refuses_colour() ? without_colour : coloured;
}

}  // namespace morgue::tools
