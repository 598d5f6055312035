#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <morgue/fields.hpp>

namespace morgue::query {

/// How a name before a colon asks for its field: after: and before: are readings of the date.
enum class FieldReading : unsigned char { value, after, before };

struct FieldName {
    Field field;
    FieldReading reading = FieldReading::value;
};

/// The name of the lead, whose words are the body's: no field.
inline constexpr std::string_view lead_name = "lead";

/// The name with which `text` begins, if a colon follows it: letters, digits, - and _, a letter
/// first. Empty if there is none.
std::string_view name_before_colon(std::string_view text);

/// The field of a name, capitals or not, that a query may ask for.
std::optional<FieldName> find_field(std::string_view name);

/// "title", "after" …
std::string_view written(const FieldName& name);

/// A query that uses the field.
std::string_view example(const FieldName& name);

/// The name of a field that is one letter added, dropped, changed or swapped away.
std::optional<std::string_view> almost_field(std::string_view name);

/// "title:, byline:, …" for messages.
std::string all_field_names();

}  // namespace morgue::query
