#pragma once

#include <string_view>

namespace morgue::tools {

enum class ColorChoice { automatic, always, never };

/// The escape sequences that begin each part of a result; empty where there are none.
struct Style {
    std::string_view title;
    std::string_view faint;
    std::string_view path;
    std::string_view hit;  ///< what matched
    std::string_view off;  ///< ends any of them
};

/// Colours when asked for, or by themselves on a terminal. Where NO_COLOR is set, a terminal gets
/// bold and underlined text instead.
Style style_for(ColorChoice choice) noexcept;

}  // namespace morgue::tools
