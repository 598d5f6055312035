#pragma once

#include <array>
#include <string>

#include <morgue/ingest.hpp>

#include <base/bytes.hpp>

namespace morgue::schema {

/// All counts of PassedParts, in the order in which they are written.
inline constexpr std::array passed_counts{&PassedParts::hidden,       &PassedParts::links,
                                          &PassedParts::no_answers,   &PassedParts::failures,
                                          &PassedParts::without_text, &PassedParts::repeats};

inline void add_to(PassedParts& sum, const PassedParts& more) noexcept {
    for (const auto count : passed_counts) sum.*count += more.*count;
}

inline void put_passed(std::string& out, const PassedParts& passed) {
    for (const auto count : passed_counts) base::put_varint(out, passed.*count);
}

inline PassedParts get_passed(base::ByteReader& in) {
    PassedParts passed;
    for (const auto count : passed_counts) passed.*count = static_cast<std::size_t>(in.varint());
    return passed;
}

}  // namespace morgue::schema
