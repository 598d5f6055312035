#include <cstring>

#include <text/glance.hpp>

#ifdef __SSE2__
#include <emmintrin.h>
#else
#include <text/characters.hpp>
#endif

namespace morgue::text {

namespace {

/// Which of 64 bytes are of a kind.
struct Kinds {
    std::uint64_t letters = 0;
    std::uint64_t capitals = 0;
    std::uint64_t digits = 0;
    std::uint64_t spaces = 0;
    std::uint64_t commas = 0;
    std::uint64_t dots = 0;
};

#ifdef __SSE2__
std::uint64_t equal(__m128i bytes, char byte) noexcept {
    const auto same = _mm_cmpeq_epi8(bytes, _mm_set1_epi8(byte));
    return static_cast<unsigned>(_mm_movemask_epi8(same));
}

/// Which of sixteen bytes lie between two.
std::uint64_t within(__m128i bytes, char first, char last) noexcept {
    const auto above = _mm_sub_epi8(bytes, _mm_set1_epi8(first));
    const auto least = _mm_min_epu8(above, _mm_set1_epi8(static_cast<char>(last - first)));
    return static_cast<unsigned>(_mm_movemask_epi8(_mm_cmpeq_epi8(above, least)));
}

Kinds kinds_of(const char* bytes) noexcept {
    Kinds kinds;
    for (unsigned from = 0; from < Glance::width; from += 16) {
        const auto some = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes + from));
        kinds.letters |= within(_mm_or_si128(some, _mm_set1_epi8(0x20)), 'a', 'z') << from;
        kinds.capitals |= within(some, 'A', 'Z') << from;
        kinds.digits |= within(some, '0', '9') << from;
        kinds.spaces |= equal(some, ' ') << from;
        kinds.commas |= equal(some, ',') << from;
        kinds.dots |= equal(some, '.') << from;
    }
    return kinds;
}
#else
Kinds kinds_of(const char* bytes) noexcept {
    Kinds kinds;
    for (unsigned at = 0; at < Glance::width; ++at) {
        const char byte = bytes[at];
        const Traits traits = byte_traits[static_cast<unsigned char>(byte)];
        const auto put = [at](std::uint64_t& bits, bool set) {
            bits |= static_cast<std::uint64_t>(set) << at;
        };
        put(kinds.letters, (traits & trait::letter) != 0);
        put(kinds.capitals, (traits & trait::upper) != 0);
        put(kinds.digits, (traits & trait::digit) != 0);
        put(kinds.spaces, byte == ' ');
        put(kinds.commas, byte == ',');
        put(kinds.dots, byte == '.');
    }
    return kinds;
}
#endif

}  // namespace

Glance::Glance(std::string_view text, std::size_t begin) noexcept : begin_(begin) {
    if (text.size() - begin >= width) {
        see(text.data() + begin);
    } else {
        char bytes[width] = {};
        std::memcpy(bytes, text.data() + begin, text.size() - begin);
        see(bytes);
    }
}

/// A comma or a full stop behind a digit may belong to a number, a full stop behind a single letter
/// to an abbreviation.
void Glance::see(const char* bytes) noexcept {
    const Kinds kinds = kinds_of(bytes);
    words_ = kinds.letters | kinds.digits;
    capitals_ = kinds.capitals;
    small_letters_ = kinds.letters & ~kinds.capitals;
    gaps_ = kinds.spaces | (kinds.commas & ~(kinds.digits << 1));
    full_stops_ = kinds.dots & kinds.letters << 1 & words_ << 2;
}

}  // namespace morgue::text
