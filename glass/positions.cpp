#include <algorithm>
#include <bit>
#include <glass/positions.hpp>

namespace morgue::glass {

namespace {

class BitWriter {
  public:
    explicit BitWriter(char* at) : at_(at) {}

    /// A value below `outof`: the values in the middle take a bit less, where bits are to spare.
    void put(std::uint64_t value, std::uint64_t outof) {
        const auto bits = static_cast<unsigned>(std::bit_width(outof - 1));
        const std::uint64_t spare = (std::uint64_t{1} << bits) - outof;
        const std::uint64_t mid = (outof - spare) / 2;
        if (spare == 0 || value < mid)
            put_bits(value, bits);
        else if (value < mid + spare)
            put_bits(value, bits - 1);
        else
            put_bits(value - mid - spare + (std::uint64_t{1} << (bits - 1)), bits);
    }

    char* finish() {
        for (; held_bits_ > 0; held_bits_ -= std::min(held_bits_, 8U)) {
            *at_++ = static_cast<char>(held_);
            held_ >>= 8;
        }
        return at_;
    }

  private:
    void put_bits(std::uint64_t value, unsigned bits) {
        held_ |= value << held_bits_;
        held_bits_ += bits;
        if (held_bits_ < 32) return;
        for (unsigned byte = 0; byte < 4; ++byte) *at_++ = static_cast<char>(held_ >> (8 * byte));
        held_ >>= 32;
        held_bits_ -= 32;
    }

    char* at_;
    std::uint64_t held_ = 0;  ///< at most 31 bits wait, so that 32 more fit
    unsigned held_bits_ = 0;
};

/// What stands between the first and the last of these, which are known.
void put_between(BitWriter& bits, std::span<const std::uint32_t> positions) {
    if (positions.size() < 3) return;
    const std::size_t mid = (positions.size() - 1) / 2;
    const std::uint64_t lowest = positions.front() + std::uint64_t{mid};
    const std::uint64_t room =
        std::uint64_t{positions.back()} - positions.front() - (positions.size() - 1) + 1;
    bits.put(positions[mid] - lowest, room);
    put_between(bits, positions.first(mid + 1));
    put_between(bits, positions.subspan(mid));
}

}  // namespace

char* put_positions(char* at, std::span<const std::uint32_t> positions) {
    at = put_varint(at, positions.back());
    if (positions.size() == 1) return at;
    BitWriter bits(at);
    bits.put(positions.front(), positions.back());
    bits.put(positions.size() - 2, positions.back() - positions.front());
    put_between(bits, positions);
    return bits.finish();
}

}  // namespace morgue::glass
