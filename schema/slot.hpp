#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <morgue/article.hpp>

#include <schema/date.hpp>

namespace morgue::schema {

/// Xapian value slots. The numbers reach the disk.
enum class Slot : unsigned {
    order = 0,  ///< newest first, undated last, then the id: the total order of all results
    title = 1,  ///< the folded title's beginning
};

/// Eight digits of the date's complement (undated: greatest), then 8 bytes of the id.
std::string order_value(const std::optional<CalendarDate>& date, const ArticleId& id);
/// The same order with the oldest first, undated still last.
std::string oldest_first(std::string_view order_value);
std::string title_value(std::string_view title);

}  // namespace morgue::schema
