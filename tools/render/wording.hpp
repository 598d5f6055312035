#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace morgue::tools {

/// 1234567 as "1,234,567".
std::string grouped(std::uint64_t number);

/// "1 article", "2 articles", "1,234 articles".
std::string counted(std::uint64_t number, std::string_view noun);

/// Bytes for people: "512 bytes", "1.2 MB".
std::string bytes_for_people(std::uint64_t bytes);

}  // namespace morgue::tools
