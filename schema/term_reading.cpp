#include <charconv>

#include <schema/field.hpp>
#include <schema/term.hpp>
#include <schema/term_reading.hpp>

namespace morgue::schema {

std::optional<ArticleId> id_in(std::string_view term) {
    ArticleId id;
    const std::string prefix = id_beginning("");
    if (!term.starts_with(prefix) || term.size() != prefix.size() + 2 * id.bytes.size())
        return std::nullopt;
    const char* digits = term.data() + prefix.size();
    for (unsigned char& byte : id.bytes) {
        const auto [end, error] = std::from_chars(digits, digits + 2, byte, 16);
        if (error != std::errc() || end != digits + 2) return std::nullopt;
        digits = end;
    }
    return id;
}

std::optional<std::string_view> path_in(std::string_view term) {
    const std::string_view prefix = spec(Field::path).prefix;
    if (!term.starts_with(prefix)) return std::nullopt;
    return term.substr(prefix.size());
}

}  // namespace morgue::schema
