#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace morgue::test {

/// What happens to files on bad disks and by bad programs.
enum class Harm { bit, zeros, noise, cut, swap };
inline constexpr Harm every_harm[] = {Harm::bit, Harm::zeros, Harm::noise, Harm::cut, Harm::swap};
const char* name_of(Harm harm);

/// One thing done to one file.
struct Mutation {
    std::string file;  ///< below the index's folder
    Harm harm = Harm::bit;
    std::uint64_t at = 0;    ///< where, in bytes; for `swap` one of the two blocks
    std::uint64_t seed = 0;  ///< for what it writes there
};
/// All that is needed to do it again.
std::string to_string(const Mutation& mutation);

/// The bytes after it: others than before.
std::string mutated(const std::string& bytes, const Mutation& mutation);

/// One turned bit in every byte of the small files, and `each` of every kind for every table.
/// `files` are below the index's folder, with their sizes.
struct SizedFile {
    std::string name;
    std::uint64_t bytes = 0;
};
std::vector<Mutation> mutations_of(const std::vector<SizedFile>& files, std::size_t each,
                                   std::uint64_t seed);

}  // namespace morgue::test
