#include <base/bytes.hpp>
#include <schema/slot.hpp>
#include <text/fold.hpp>
#include <text/utf8.hpp>

namespace morgue::schema {

namespace {

constexpr std::uint32_t undated = 0xffffffff;
constexpr std::size_t date_bytes = 4;
constexpr std::size_t id_bytes = 8;
constexpr std::size_t title_bytes = 64;

std::uint32_t day_number(const CalendarDate& date) {
    return static_cast<std::uint32_t>(date.year * 10000 + date.month * 100 + date.day);
}

}  // namespace

std::string order_value(const std::optional<CalendarDate>& date, const ArticleId& id) {
    std::string value;
    base::put_big_endian(value, date ? undated - day_number(*date) : undated, date_bytes);
    value.append(reinterpret_cast<const char*>(id.bytes.data()), id_bytes);
    return value;
}

std::string oldest_first(std::string_view order_value) {
    base::ByteReader reader(order_value);
    const auto complement = static_cast<std::uint32_t>(reader.big_endian(date_bytes));
    std::string value;
    base::put_big_endian(value, complement == undated ? undated : undated - complement, date_bytes);
    return value.append(reader.bytes(reader.left()));
}

std::string title_value(std::string_view title) {
    const std::string folded = text::fold(title);
    return std::string(text::utf8_prefix(folded, title_bytes));
}

}  // namespace morgue::schema
