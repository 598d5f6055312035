#include <algorithm>
#include <crash/mutations.hpp>

namespace morgue::test {

namespace {

constexpr std::size_t block = 8192;
constexpr std::size_t zeroed = 512;
constexpr std::size_t noisy = 4096;

using Random = std::mt19937_64;

std::string noise(Random& random, std::size_t size) {
    std::string bytes;
    while (bytes.size() < size) bytes.push_back(static_cast<char>(random()));
    return bytes;
}

/// Of a file with one block only, that is nothing.
void swap_blocks(std::string& bytes, std::size_t one, std::size_t other) {
    const std::size_t blocks = bytes.size() / block;
    if (blocks < 2) return;
    one %= blocks;
    other %= blocks;
    const std::string kept = bytes.substr(one * block, block);
    bytes.replace(one * block, block, bytes.substr(other * block, block));
    bytes.replace(other * block, block, kept);
}

void harm(std::string& bytes, const Mutation& mutation, Random& random) {
    const auto at = static_cast<std::size_t>(mutation.at);
    switch (mutation.harm) {
        case Harm::bit:
            bytes[at] = static_cast<char>(bytes[at] ^ (1 << random() % 8));
            return;
        case Harm::zeros:
            bytes.replace(at, zeroed, std::min(zeroed, bytes.size() - at), '\0');
            return;
        case Harm::noise:
            bytes.replace(at, noisy, noise(random, std::min(noisy, bytes.size() - at)));
            return;
        case Harm::cut:
            bytes.resize(at);
            return;
        case Harm::swap:
            swap_blocks(bytes, at / block, random());
            return;
    }
}

bool is_small(const std::string& file) {
    return file.ends_with("iamglass") || file.ends_with("MANIFEST");
}

}  // namespace

const char* name_of(Harm harm) {
    switch (harm) {
        case Harm::bit:
            return "bit";
        case Harm::zeros:
            return "zeros";
        case Harm::noise:
            return "noise";
        case Harm::cut:
            return "cut";
        case Harm::swap:
            return "swap";
    }
    return "unknown";
}

std::string to_string(const Mutation& mutation) {
    return std::string(name_of(mutation.harm)) + " at byte " + std::to_string(mutation.at) +
           " of " + mutation.file + ", seed " + std::to_string(mutation.seed);
}

std::string mutated(const std::string& bytes, const Mutation& mutation) {
    Random random(mutation.seed);
    for (int tries = 0; tries < 100; ++tries) {
        std::string harmed = bytes;
        harm(harmed, mutation, random);
        if (harmed != bytes) return harmed;
    }
    // Zeros over zeros, or the only block changed for itself.
    return bytes.substr(0, static_cast<std::size_t>(mutation.at));
}

std::vector<Mutation> mutations_of(const std::vector<SizedFile>& files, std::size_t each,
                                   std::uint64_t seed) {
    Random random(seed);
    std::vector<Mutation> mutations;
    for (const SizedFile& file : files) {
        if (is_small(file.name))
            for (std::uint64_t at = 0; at < file.bytes; ++at)
                mutations.push_back({file.name, Harm::bit, at, random()});
        for (const Harm kind : every_harm)
            for (std::size_t left = each; left > 0; --left)
                mutations.push_back({file.name, kind, random() % file.bytes, random()});
    }
    return mutations;
}

}  // namespace morgue::test
