#include <algorithm>
#include <array>

#include <base/bytes.hpp>
#include <base/hash.hpp>
#include <schema/slot.hpp>
#include <schema/term.hpp>
#include <text/fold.hpp>
#include <text/utf8.hpp>

namespace morgue::schema {

namespace {

constexpr std::array<std::pair<Slot, std::string_view>, 8> table{{
    {Slot::order, "order"},
    {Slot::title, "title"},
    {Slot::source, "source"},
    {Slot::section, "section"},
    {Slot::lang, "lang"},
    {Slot::format, "format"},
    {Slot::leader, "leader"},
    {Slot::text, "text"},
}};

constexpr std::uint32_t undated = 0xffffffff;
constexpr std::size_t date_bytes = 4;
constexpr std::size_t id_bytes = 8;
constexpr std::size_t hash_bytes = 8;
constexpr std::size_t title_bytes = 64;

std::uint32_t day_number(const CalendarDate& date) {
    const int month = date.precision == DatePrecision::year ? 0 : date.month;
    const int day = date.precision == DatePrecision::day ? date.day : 0;
    return static_cast<std::uint32_t>(date.year * 10000 + month * 100 + day);
}

/// The day_number that an order_value begins with; nothing for undated.
std::optional<std::uint32_t> day_number_in(base::ByteReader& order_value) {
    const auto complement = static_cast<std::uint32_t>(order_value.big_endian(date_bytes));
    if (order_value.failed() || complement == undated) return std::nullopt;
    return undated - complement;
}

}  // namespace

std::span<const std::pair<Slot, std::string_view>> slot_table() noexcept {
    return table;
}

std::string slot_value(Slot slot, const StoredArticle& stored) {
    const Article& article = stored.indexed.article;
    switch (slot) {
        case Slot::order:
            return order_value(stated_date(article), stored.indexed.id);
        case Slot::title:
            return title_value(article.value(Field::title));
        case Slot::source:
            return value_as_written(article.value(Field::source));
        case Slot::section:
            return value_as_written(article.value(Field::section));
        case Slot::lang:
            return value_as_written(article.value(Field::lang));
        case Slot::format:
            return value_as_written(stored.indexed.format);
        case Slot::leader:
            return follows(stored) ? id_value(stored.leader) : std::string();
        case Slot::text:
            return text_value(article.body);
    }
    return {};
}

bool follows(const StoredArticle& stored) noexcept {
    return stored.leader != ArticleId{} && stored.leader != stored.indexed.id;
}

std::string id_value(const ArticleId& id) {
    return {reinterpret_cast<const char*>(id.bytes.data()), id.bytes.size()};
}

std::string text_value(std::string_view body) {
    const base::Hash128 hash = base::hash128({body});
    return {reinterpret_cast<const char*>(hash.data()), hash_bytes};
}

std::optional<ArticleId> id_of_value(std::string_view id_value) {
    ArticleId id;
    if (id_value.size() != id.bytes.size()) return std::nullopt;
    std::copy(id_value.begin(), id_value.end(), id.bytes.begin());
    return id;
}

std::string order_value(const std::optional<CalendarDate>& date, const ArticleId& id) {
    std::string value;
    base::put_big_endian(value, date ? undated - day_number(*date) : undated, date_bytes);
    value.append(reinterpret_cast<const char*>(id.bytes.data()), id_bytes);
    return value;
}

std::string oldest_first(std::string_view order_value) {
    base::ByteReader reader(order_value);
    std::string value;
    base::put_big_endian(value, day_number_in(reader).value_or(undated), date_bytes);
    return value.append(reader.bytes(reader.left()));
}

std::optional<CalendarDate> date_in(std::string_view order_value) {
    base::ByteReader reader(order_value);
    const auto number = day_number_in(reader);
    if (!number) return std::nullopt;
    CalendarDate date{static_cast<int>(*number / 10000), static_cast<int>(*number / 100 % 100),
                      static_cast<int>(*number % 100), DatePrecision::day};
    if (date.day == 0) date.precision = DatePrecision::month;
    if (date.month == 0) date.precision = DatePrecision::year;
    date.month = std::max(date.month, 1);
    date.day = std::max(date.day, 1);
    return date;
}

std::string title_value(std::string_view title) {
    const std::string folded = text::fold(title);
    return std::string(text::utf8_prefix(folded, title_bytes));
}

}  // namespace morgue::schema
