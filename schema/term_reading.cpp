#include <charconv>

#include <schema/field.hpp>
#include <schema/term.hpp>
#include <schema/term_reading.hpp>

namespace morgue::schema {

namespace {

/// The id in a term of this prefix and 32 hexadecimal digits.
std::optional<ArticleId> id_after(std::string_view prefix, std::string_view term) {
    ArticleId id;
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

}  // namespace

std::optional<ArticleId> id_in(std::string_view term) {
    return id_after(id_beginning(""), term);
}

std::optional<ArticleId> leader_in(std::string_view term) {
    return id_after(leader_prefix, term);
}

std::optional<std::string_view> path_in(std::string_view term) {
    const std::string_view prefix = spec(Field::path).prefix;
    if (!term.starts_with(prefix)) return std::nullopt;
    return term.substr(prefix.size());
}

}  // namespace morgue::schema
