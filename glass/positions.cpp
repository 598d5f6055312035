#include <algorithm>
#include <bit>
#include <cstring>
#include <glass/positions.hpp>
#include <limits>

#include <base/bytes.hpp>

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

namespace {

std::uint64_t little_endian(const char* at) {
    std::uint64_t number;
    std::memcpy(&number, at, sizeof number);
    if constexpr (std::endian::native == std::endian::big) return __builtin_bswap64(number);
    return number;
}

/// Takes bits, least significant first, of bytes with position_padding behind them.
class BitReader {
  public:
    BitReader(std::string_view bytes, std::size_t taken)
        : bytes_(bytes.data()), bits_(8 * bytes.size()), at_(taken) {}

    /// What was put as a value below `outof`. Never gives as much as that, whatever the bits.
    /// Without a branch that depends on them, since there is no guessing where these go.
    std::uint64_t take(std::uint64_t outof) {
        if (outof < 2 || exhausted()) return 0;
        const std::uint64_t held = little_endian(bytes_ + at_ / 8) >> at_ % 8;
        const auto bits = static_cast<unsigned>(std::bit_width(outof - 1)) - 1;
        const std::uint64_t half = std::uint64_t{1} << bits;
        const std::uint64_t value = held & (half - 1);
        const std::uint64_t one_more = value < outof - half ? 1 : 0;
        at_ += bits + one_more;
        return value + (held & one_more << bits);
    }

    std::size_t taken() const noexcept { return at_; }
    bool exhausted() const noexcept { return at_ > bits_; }

  private:
    const char* bytes_;
    std::size_t bits_;
    std::size_t at_;
};

/// What put_between() wrote, up to the first that is not below `enough`: of any position that is
/// written there, those before it follow sooner than those behind it. Gives how many that are.
std::size_t take_between(BitReader& bits, std::uint32_t* positions, std::size_t count,
                         std::uint32_t enough) {
    std::size_t taken = 0;
    while (count > 2) {
        const std::size_t mid = (count - 1) / 2;
        const std::uint64_t room =
            std::uint64_t{positions[count - 1]} - positions[0] - (count - 1) + 1;
        positions[mid] = static_cast<std::uint32_t>(positions[0] + mid + bits.take(room));
        const std::size_t before = mid > 1 ? take_between(bits, positions, mid + 1, enough) : 2;
        if (before <= mid || positions[mid] >= enough) return taken + before;
        taken += mid;
        positions += mid;
        count -= mid;
    }
    return taken + count;
}

}  // namespace

std::optional<PositionList> PositionList::read(std::string_view bytes) {
    constexpr std::size_t most = (std::size_t{1} << 30) / sizeof(std::uint32_t);
    base::ByteReader reader(bytes);
    const std::uint64_t last = reader.varint();
    if (reader.failed() || last > std::numeric_limits<std::uint32_t>::max()) return std::nullopt;
    PositionList list;
    list.first_ = list.last_ = static_cast<std::uint32_t>(last);
    list.code_ = reader.bytes(reader.left());
    if (list.code_.empty()) return list;
    if (last == 0) return std::nullopt;
    BitReader bits(list.code_, 0);
    list.first_ = static_cast<std::uint32_t>(bits.take(last));
    list.size_ = static_cast<std::size_t>(bits.take(last - list.first_)) + 2;
    list.bits_taken_ = bits.taken();
    if (bits.exhausted() || list.size_ > most) return std::nullopt;
    return list;
}

bool PositionList::append_to(std::vector<std::uint32_t>& positions, std::uint32_t enough) const {
    if (size_ == 1) {
        positions.push_back(first_);
        return true;
    }
    const std::size_t before = positions.size();
    positions.resize(before + size_);
    positions[before] = first_;
    positions.back() = last_;
    BitReader bits(code_, bits_taken_);
    positions.resize(before + take_between(bits, positions.data() + before, size_, enough));
    return !bits.exhausted();
}

}  // namespace morgue::glass
