#include <array>
#include <cstdio>

#include <tools/render/wording.hpp>

namespace morgue::tools {

std::string grouped(std::uint64_t number) {
    std::string digits = std::to_string(number);
    for (auto at = static_cast<int>(digits.size()) - 3; at > 0; at -= 3)
        digits.insert(static_cast<std::size_t>(at), 1, ',');
    return digits;
}

std::string counted(std::uint64_t number, std::string_view noun) {
    return grouped(number) + " " + std::string{noun} + (number == 1 ? "" : "s");
}

std::string bytes_for_people(std::uint64_t bytes) {
    if (bytes < 1000) return counted(bytes, "byte");
    constexpr std::array<const char*, 4> units{"kB", "MB", "GB", "TB"};
    double amount = static_cast<double>(bytes) / 1000;
    std::size_t unit = 0;
    for (; amount >= 999.95 && unit + 1 < units.size(); ++unit) amount /= 1000;
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.1f %s", amount, units[unit]);
    return text.data();
}

}  // namespace morgue::tools
