#include <algorithm>
#include <array>

#include <tools/hits/hit_printer.hpp>

namespace morgue::tools {

namespace {

constexpr std::array<HitFormat, 3> table{{
    {"text", "for people", Readers::people, Shows::passages, make_text_hits},
    {"json", "an object a line", Readers::programs, Shows::passages, make_json_hits},
    {"paths", "a path a line", Readers::programs, Shows::facts, make_path_hits},
}};

}  // namespace

std::span<const HitFormat> hit_formats() noexcept {
    return table;
}

const HitFormat& hit_format_named(std::string_view name) noexcept {
    const auto* const found = std::find_if(
        table.begin(), table.end(), [&](const HitFormat& format) { return format.name == name; });
    return found == table.end() ? table.front() : *found;
}

}  // namespace morgue::tools
