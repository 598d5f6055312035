#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include <morgue/export.hpp>
#include <morgue/provenance.hpp>

namespace morgue {

/// When an article was published, in the place where it was written: a day of the calendar on its
/// wall, which no zone moves. What the precision leaves open is the first of its kind.
struct MORGUE_EXPORT Date {
    /// How finely a date is known, the coarsest first.
    enum class Precision : unsigned char { year, month, day, minute, second };

    int year = 0;   ///< 1 to 9999
    int month = 1;  ///< 1 to 12
    int day = 1;    ///< 1 to 31
    int hour = 0;   ///< 0 to 23
    int minute = 0;
    int second = 0;  ///< 0 to 60, which is a leap second
    Precision precision = Precision::year;
    std::optional<int> zone_minutes = std::nullopt;  ///< east of UTC, where it states its zone
    Provenance from = Provenance::given;             ///< what stated it

    /// A stand-in for a date that the article does not state: the time of its file, or of its
    /// capture. It answers no date query that does not ask for such dates.
    bool is_inferred() const noexcept;
    /// Seconds since the beginning of 1970 in UTC, negative before; nothing where the time of day
    /// or its zone is not stated.
    std::optional<std::int64_t> instant() const noexcept;

    friend bool operator==(const Date&, const Date&) = default;
};

/// The word printed for a precision, such as "day".
MORGUE_EXPORT std::string_view to_string(Date::Precision precision) noexcept;

}  // namespace morgue
