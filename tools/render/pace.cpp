#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include <tools/render/pace.hpp>
#include <tools/render/wording.hpp>

namespace morgue::tools {

namespace {

constexpr double shortest_seconds = 0.5;

/// "0:12", "1:02:03"
std::string as_clock(long seconds) {
    std::array<char, 48> text{};
    if (seconds >= 3600)
        std::snprintf(text.data(), text.size(), "%ld:%02ld:%02ld", seconds / 3600,
                      seconds / 60 % 60, seconds % 60);
    else
        std::snprintf(text.data(), text.size(), "%ld:%02ld", seconds / 60, seconds % 60);
    return text.data();
}

}  // namespace

double share_of(std::uint64_t done, std::uint64_t all) {
    return all == 0 ? -1 : std::min(1.0, static_cast<double>(done) / static_cast<double>(all));
}

std::string time_left(double share, double seconds) {
    if (share <= 0 || seconds < shortest_seconds) return {};
    return as_clock(static_cast<long>(std::ceil(seconds * (1 - share) / share))) + " left";
}

std::string time_gone(double seconds) {
    return as_clock(static_cast<long>(seconds)) + " gone";
}

std::string rate(std::uint64_t number, double seconds, const std::string& what) {
    if (seconds < shortest_seconds || number == 0) return {};
    const double pace = static_cast<double>(number) / seconds;
    return grouped(static_cast<std::uint64_t>(std::llround(pace))) + " " + what + "/s";
}

std::string byte_rate(std::uint64_t bytes, double seconds) {
    if (seconds < shortest_seconds || bytes == 0) return {};
    const double pace = static_cast<double>(bytes) / seconds;
    return bytes_for_people(static_cast<std::uint64_t>(pace)) + "/s";
}

}  // namespace morgue::tools
