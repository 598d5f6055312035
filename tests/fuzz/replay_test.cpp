#include <fuzz/targets.hpp>
#include <random>

#include <gtest/gtest.h>

namespace morgue::test {
namespace {

class Replay : public testing::TestWithParam<FuzzTarget> {
  protected:
    static void run(std::string_view bytes) {
        const FuzzTarget& target = GetParam();
        EXPECT_NO_THROW(target.run(target, bytes))
            << target.name << ": " << testing::PrintToString(std::string(bytes));
    }
};

/// Bits turned, bytes repeated, lost or moved, and ends cut off.
std::string mutated(std::string bytes, std::mt19937& random) {
    for (std::size_t changes = 1 + random() % 4; changes > 0 && !bytes.empty(); --changes) {
        const std::size_t at = random() % bytes.size();
        const std::size_t length = 1 + random() % 40;
        const std::string piece = bytes.substr(random() % bytes.size(), length);
        switch (random() % 5) {
            case 0:
                bytes[at] = static_cast<char>(bytes[at] ^ (1 << random() % 8));
                break;
            case 1:
                bytes[at] = static_cast<char>(random());
                break;
            case 2:
                bytes.insert(at, piece);
                break;
            case 3:
                bytes.erase(at, length);
                break;
            default:
                bytes.resize(at);
        }
    }
    return bytes;
}

/// What nothing comes of would be mutated to no end.
TEST_P(Replay, WhatIsWellFormed) {
    const FuzzTarget& target = GetParam();
    for (const std::string& seed : fuzz_seeds(target))
        EXPECT_TRUE(target.run(target, seed)) << target.name << ": " << seed;
}

TEST_P(Replay, WhatIsNot) {
    std::mt19937 random(20190304);
    const std::vector<std::string> seeds = fuzz_seeds(GetParam());
    for (int round = 0; round < 100; ++round) run(mutated(seeds[random() % seeds.size()], random));
}

std::string name_of(const testing::TestParamInfo<FuzzTarget>& target) {
    std::string name;
    for (const char byte : target.param.name)
        if (std::isalnum(static_cast<unsigned char>(byte)) != 0) name += byte;
    return name;
}

INSTANTIATE_TEST_SUITE_P(Fuzz, Replay, testing::ValuesIn(fuzz_targets()), name_of);

}  // namespace
}  // namespace morgue::test
