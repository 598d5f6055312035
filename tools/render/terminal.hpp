#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace morgue::tools {

enum class ColorChoice { automatic, always, never };

bool stdout_is_terminal() noexcept;
bool stderr_is_terminal() noexcept;

/// Columns of the terminal, else $COLUMNS, else 80.
std::size_t terminal_columns() noexcept;

/// The sequences around each part of a result. Without colour they are empty, but for the
/// brackets around what matched.
struct Style {
    std::string_view title;
    std::string_view faint;
    std::string_view path;
    std::string_view hit_on;
    std::string_view hit_off;
    std::string_view off;
};

/// Colours when asked for; otherwise on a terminal alone, unless NO_COLOR is set.
Style style_for(ColorChoice choice) noexcept;

}  // namespace morgue::tools
