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
/// Takes of sixteen bytes those before the first that is neither letter nor digit; whether all.
inline bool take_sixteen(PlainRun& run, const char* sixteen) noexcept {
    const auto bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(sixteen));
    // Signed, so that all beyond ASCII is less than any letter.
    const auto within = [](__m128i some, char first, char last) {
        return _mm_and_si128(_mm_cmpgt_epi8(some, _mm_set1_epi8(static_cast<char>(first - 1))),
                             _mm_cmplt_epi8(some, _mm_set1_epi8(static_cast<char>(last + 1))));
    };
    const auto mask = [](__m128i some) { return static_cast<unsigned>(_mm_movemask_epi8(some)); };
    const unsigned capitals = mask(within(bytes, 'A', 'Z'));
    const unsigned digits = mask(within(bytes, '0', '9'));
    const unsigned letters = mask(within(_mm_or_si128(bytes, _mm_set1_epi8(0x20)), 'a', 'z'));
    const unsigned others = ~(letters | digits) | 1U << 16;
    const unsigned before = others ^ (others - 1);
    run.capitals |= capitals & before;
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
