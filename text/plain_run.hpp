#pragma once

#include <cstddef>
#include <string_view>

#ifdef __SSE2__
#include <bit>
#include <emmintrin.h>
#endif

#include <text/characters.hpp>

namespace morgue::text {

/// ASCII letters and digits in a row.
struct PlainRun {
    std::size_t end;
    unsigned capitals = 0;  ///< not 0: there are some
    unsigned digits = 0;
};

inline void take_one(PlainRun& run, char byte) noexcept {
    const Traits traits = byte_traits[static_cast<unsigned char>(byte)];
    run.capitals |= traits & trait::upper;
    run.digits |= traits & trait::digit;
    ++run.end;
}

#ifdef __SSE2__
/// Which of sixteen bytes lie between two, one bit for each.
inline unsigned within(__m128i bytes, char first, char last) noexcept {
    const auto above = _mm_sub_epi8(bytes, _mm_set1_epi8(first));
    const auto least = _mm_min_epu8(above, _mm_set1_epi8(static_cast<char>(last - first)));
    return static_cast<unsigned>(_mm_movemask_epi8(_mm_cmpeq_epi8(above, least)));
}

/// Takes of sixteen bytes those before the first that is neither letter nor digit; whether all.
inline bool take_sixteen(PlainRun& run, const char* sixteen) noexcept {
    const auto bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(sixteen));
    const unsigned letters = within(_mm_or_si128(bytes, _mm_set1_epi8(0x20)), 'a', 'z');
    const unsigned digits = within(bytes, '0', '9');
    const unsigned others = ~(letters | digits) | 1U << 16;
    const unsigned before = others ^ (others - 1);
    run.capitals |= within(bytes, 'A', 'Z') & before;
    run.digits |= digits & before;
    const int taken = std::countr_zero(others);
    run.end += static_cast<unsigned>(taken);
    return taken == 16;
}
#endif

/// The run that begins at an offset; an empty one where something else stands.
inline PlainRun plain_run(std::string_view text, std::size_t begin) noexcept {
    PlainRun run{begin};
#ifdef __SSE2__
    while (text.size() - run.end >= 16)
        if (!take_sixteen(run, text.data() + run.end)) return run;
#endif
    while (run.end < text.size() &&
           (byte_traits[static_cast<unsigned char>(text[run.end])] & trait::word) != 0)
        take_one(run, text[run.end]);
    return run;
}

}  // namespace morgue::text
