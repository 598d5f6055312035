#include <algorithm>
#include <array>

#include <tools/hits/hit_printer.hpp>

namespace morgue::tools {

namespace {

constexpr auto people = Readers::people;
constexpr auto programs = Readers::programs;

constexpr std::array<HitFormat, 8> table{{
    {"text", "for people", people, Shows::passages, make_text_hits},
    {"json", "an object a line", programs, Shows::passages_in_file, make_json_hits},
    {"csv", "a table for spreadsheets", programs, Shows::passages_in_file, make_csv_hits},
    {"paths", "a file a line, each once", programs, Shows::facts, make_path_hits},
    {"paths0", "the same, ended by NUL", programs, Shows::facts, make_path0_hits},
    {"ids", "an id a line", programs, Shows::facts, make_id_hits},
    {"trec", "a TREC run", programs, Shows::facts, make_trec_hits},
    {"vimgrep", "file:line:column:text", programs, Shows::occurrences, make_vimgrep_hits},
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

bool shows_passages(const HitFormat& format) noexcept {
    return format.shows == Shows::passages || format.shows == Shows::passages_in_file;
}

bool shows_bodies(const HitFormat& format) noexcept {
    return format.shows == Shows::occurrences || format.shows == Shows::passages_in_file;
}

}  // namespace morgue::tools
