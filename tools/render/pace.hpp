#pragma once

#include <cstdint>
#include <string>

namespace morgue::tools {

// What progress is told by. Texts are empty while a pace would be chance.

/// From 0 to 1; less than 0 where nobody knows how much there is.
double share_of(std::uint64_t done, std::uint64_t all);
/// "0:12 left", "1:02:03 left": at the pace of the seconds gone by.
std::string time_left(double share, double seconds);
/// "0:07 gone"
std::string time_gone(double seconds);
/// "1,234 articles/s"
std::string rate(std::uint64_t number, double seconds, const std::string& what);
/// "3.1 MB/s"
std::string byte_rate(std::uint64_t bytes, double seconds);

}  // namespace morgue::tools
