#pragma once

#include <string_view>

namespace morgue::indexer {

/// The month (1 to 12) that a word names in English, German, French, Spanish, Italian,
/// Portuguese, Dutch or Russian, whole or abbreviated; 0 for other words. `folded` is as
/// text::fold gives it, without a final dot.
int month_named(std::string_view folded);

/// Whether the word names a day of the week in one of these languages.
bool is_weekday_name(std::string_view folded);

}  // namespace morgue::indexer
