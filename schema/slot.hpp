#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include <morgue/article.hpp>

#include <schema/date.hpp>
#include <schema/stored_article.hpp>

namespace morgue::schema {

/// Xapian value slots. The numbers reach the disk.
enum class Slot : unsigned {
    order = 0,  ///< newest first, undated last, then the id: the total order of all results
    title = 1,  ///< the folded title's beginning
    // What articles are counted by: values as written, white space collapsed.
    source = 2,
    section = 3,
    lang = 4,
    format = 5,
    leader = 6,  ///< the id of the article that this one nearly repeats; none has no value
    text = 7,    ///< a hash of the body: the same for the same bytes
};

/// All slots with the names that the index tells other programs.
std::span<const std::pair<Slot, std::string_view>> slot_table() noexcept;

/// What the article has in each slot; empty for none.
std::string slot_value(Slot slot, const StoredArticle& article);

/// Whether the article nearly repeats another.
bool follows(const StoredArticle& stored) noexcept;
/// An id as values hold it.
std::string id_value(const ArticleId& id);
/// Nothing in what is no such value.
std::optional<ArticleId> id_of_value(std::string_view id_value);

/// Eight digits of the date's complement (undated: greatest), then 8 bytes of the id. Months and
/// days that are not stated are zero, so that 2019 follows 2019-01-01 where the newest is first.
std::string order_value(const std::optional<CalendarDate>& date, const ArticleId& id);
/// The same order with the oldest first, undated still last.
std::string oldest_first(std::string_view order_value);
/// The date in an order_value, as precise as it is stated.
std::optional<CalendarDate> date_in(std::string_view order_value);
std::string text_value(std::string_view body);
std::string title_value(std::string_view title);

}  // namespace morgue::schema
