#include <utility>

#include <indexer/formats/zone_names.hpp>

namespace morgue::indexer {

namespace {

constexpr int hour = 60;

constexpr std::pair<std::string_view, int> zones[] = {
    {"z", 0},
    {"ut", 0},
    {"utc", 0},
    {"gmt", 0},
    // RFC 2822, section 4.3
    {"est", -5 * hour},
    {"edt", -4 * hour},
    {"cst", -6 * hour},
    {"cdt", -5 * hour},
    {"mst", -7 * hour},
    {"mdt", -6 * hour},
    {"pst", -8 * hour},
    {"pdt", -7 * hour},
    // Europe
    {"wet", 0},
    {"west", hour},
    {"bst", hour},
    {"cet", hour},
    {"cest", 2 * hour},
    {"met", hour},
    {"mest", 2 * hour},
    {"mez", hour},
    {"mesz", 2 * hour},
    {"eet", 2 * hour},
    {"eest", 3 * hour},
    {"msk", 3 * hour},
    {"мск", 3 * hour},
    // Elsewhere
    {"akst", -9 * hour},
    {"akdt", -8 * hour},
    {"hst", -10 * hour},
    {"jst", 9 * hour},
    {"kst", 9 * hour},
    {"hkt", 8 * hour},
    {"sgt", 8 * hour},
    {"awst", 8 * hour},
    {"aest", 10 * hour},
    {"aedt", 11 * hour},
    {"nzst", 12 * hour},
    {"nzdt", 13 * hour},
    {"sast", 2 * hour},
};

}  // namespace

std::optional<int> zone_named(std::string_view folded) {
    for (const auto& [name, minutes] : zones)
        if (name == folded) return minutes;
    return std::nullopt;
}

}  // namespace morgue::indexer
