#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <morgue/export.hpp>
#include <morgue/query.hpp>

namespace morgue {

/// What articles are counted by.
enum class By { year, month, day, source, section, lang, format };

/// "year", "month" …, as a person types it.
MORGUE_EXPORT std::string_view to_string(By by) noexcept;
MORGUE_EXPORT std::optional<By> by_named(std::string_view name) noexcept;
/// All of them, in the order of By.
MORGUE_EXPORT std::span<const By> ways_to_count() noexcept;

struct TallyRow {
    /// A source, section, language or format in its commonest spelling, or a date no finer than
    /// was asked for: an article dated 2019 counts as "2019" among months, never as a month.
    /// Empty: the articles that state none. Dates that are inferred from a file's time count as
    /// none.
    std::string value;
    std::size_t hits = 0;  ///< articles that answer
    std::size_t held = 0;  ///< articles in the index

    friend bool operator==(const TallyRow&, const TallyRow&) = default;
};

struct Tally {
    std::vector<TallyRow> rows;
    std::size_t hits = 0;  ///< of all rows together
    std::size_t held = 0;
    std::vector<Note> notes;
    std::optional<QueryError> refused;  ///< as in Results; then there are no rows
};

}  // namespace morgue
