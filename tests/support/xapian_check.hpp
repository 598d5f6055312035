#pragma once

#include <array>
#include <cerrno>
#include <cstdio>
#include <string>
#include <system_error>

namespace morgue::test {

/// What `xapian-check` finds wrong with a database; empty where nothing is. A program of its own,
/// since Xapian's function for it does not pass AddressSanitizer.
inline std::string faults_of(const std::string& path) {
    const std::string command = "xapian-check '" + path + "' 2>&1";
    std::string said;
    std::FILE* const pipe = ::popen(command.c_str(), "r");
    if (pipe == nullptr) throw std::system_error(errno, std::generic_category(), command);
    std::array<char, 4096> piece{};
    for (std::size_t got = 0; (got = std::fread(piece.data(), 1, piece.size(), pipe)) > 0;)
        said.append(piece.data(), got);
    return ::pclose(pipe) == 0 ? std::string() : said;
}

}  // namespace morgue::test
