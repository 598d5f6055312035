#include <algorithm>
#include <cctype>

#include <base/hash.hpp>
#include <schema/field.hpp>
#include <schema/term.hpp>
#include <text/fold.hpp>
#include <text/utf8.hpp>

namespace morgue::schema {

namespace {

/// Omega's rule: a prefix of several letters and a value that begins with a capital are kept
/// apart by a colon.
std::string prefixed(std::string_view prefix, std::string_view text) {
    std::string term(prefix);
    const bool capital = !text.empty() && text.front() >= 'A' && text.front() <= 'Z';
    if (prefix.size() > 1 && capital) term.push_back(':');
    return term.append(text);
}

/// Xapian stores each NUL as two bytes, and takes 245 in all.
std::size_t stored_bytes(std::string_view text) {
    return text.size() + static_cast<std::size_t>(std::count(text.begin(), text.end(), '\0'));
}

/// The text if it is short enough for a term, else its beginning and its hash.
std::string bounded(std::string_view text) {
    if (stored_bytes(text) <= max_term_bytes) return std::string(text);
    std::string_view kept = text.substr(0, max_beginning_bytes);
    while (stored_bytes(kept) > max_beginning_bytes) kept.remove_suffix(1);
    return std::string(kept) + '~' + base::to_hex(base::hash128({text}));
}

/// White space collapsed, and none at the ends.
std::string with_single_spaces(std::string_view text) {
    std::string collapsed;
    for (const char byte : text) {
        const bool space = byte == ' ' || (byte >= '\t' && byte <= '\r');
        if (!space)
            collapsed.push_back(byte);
        else if (!collapsed.empty() && collapsed.back() != ' ')
            collapsed.push_back(' ');
    }
    if (!collapsed.empty() && collapsed.back() == ' ') collapsed.pop_back();
    return collapsed;
}

/// English stems stand under Xapian's own prefix, and so do those of unknown languages.
std::string stem_prefix(const text::Language* language) {
    if (language == nullptr || language->code == "en") return "Z";
    std::string prefix = "ZX";
    for (const char letter : language->code)
        prefix.push_back(static_cast<char>(std::toupper(static_cast<unsigned char>(letter))));
    return prefix;
}

std::string digits(int number, int width) {
    std::string text = std::to_string(number);
    text.insert(0, static_cast<std::size_t>(std::max(0, width - static_cast<int>(text.size()))),
                '0');
    return text;
}

}  // namespace

std::string form_term(const text::Form& form, const text::Language* language) {
    switch (form.kind) {
        case text::FormKind::surface:
            return std::string(form.text);
        case text::FormKind::stem:
            return stem_prefix(language).append(form.text);
        case text::FormKind::acronym:
            return std::string("XAC").append(form.text);
        case text::FormKind::exact:
            return std::string("XE").append(form.text);
    }
    return {};
}

std::string field_word_term(Field field, std::string_view surface) {
    return prefixed(spec(field).prefix, surface);
}

std::string field_form_term(Field field, const text::Form& form, const text::Language* language) {
    const std::string text = field_word_term(field, form.text);
    return form_term({form.kind, form.asked, text}, language);
}

/// Prefixes are capitals, and folded text never begins with one.
std::string_view text_of_form_term(std::string_view term) noexcept {
    const auto text = std::find_if_not(term.begin(), term.end(),
                                       [](char byte) { return byte >= 'A' && byte <= 'Z'; });
    return {text, term.end()};
}

bool is_stem_term(std::string_view term) noexcept {
    return term.starts_with('Z');
}

bool may_have_stem(std::string_view term) noexcept {
    const bool begins_with_letter =
        !term.empty() && static_cast<unsigned char>(term.front()) >= 'a';
    return begins_with_letter && term.find('\'') == std::string_view::npos;
}

std::string folded_value(std::string_view value) {
    return with_single_spaces(text::fold(value));
}

std::string value_as_written(std::string_view value) {
    std::string text = with_single_spaces(value);
    if (text.size() <= max_term_bytes) return text;
    return std::string(text::utf8_prefix(text, max_beginning_bytes)) + '~' +
           base::to_hex(base::hash128({text}));
}

std::string value_term(Field field, std::string_view value) {
    return prefixed(spec(field).prefix, bounded(folded_value(value)));
}

std::string value_beginning(Field field, std::string_view beginning) {
    return prefixed(spec(field).prefix, folded_value(beginning));
}

std::string id_term(const ArticleId& id) {
    return "Q" + id.full();
}

std::string leader_term(const ArticleId& id) {
    return std::string(leader_prefix) + id.full();
}

bool may_begin_an_id(std::string_view digits) noexcept {
    constexpr std::string_view hex = "0123456789abcdefABCDEF";
    return digits.size() >= min_id_digits && digits.size() <= 2 * sizeof(ArticleId::bytes) &&
           digits.find_first_not_of(hex) == std::string_view::npos;
}

std::string id_beginning(std::string_view hex_digits) {
    std::string term = "Q";
    for (const char digit : hex_digits)
        term.push_back(static_cast<char>(std::tolower(static_cast<unsigned char>(digit))));
    return term;
}

std::string path_term(std::string_view path) {
    while (path.ends_with('/')) path.remove_suffix(1);
    return prefixed(spec(Field::path).prefix, bounded(path));
}

std::string path_beginning(std::string_view beginning) {
    return prefixed(spec(Field::path).prefix, beginning);
}

std::vector<std::string> path_terms(std::string_view path) {
    std::vector<std::string> terms;
    for (std::size_t slash = path.find('/'); slash != std::string_view::npos;
         slash = path.find('/', slash + 1))
        if (slash > 0) terms.push_back(path_term(path.substr(0, slash)));
    if (!path.empty()) terms.push_back(path_term(path));
    return terms;
}

std::string inferred_date_term(std::string_view date_term) {
    return std::string("XDI").append(date_term);
}

std::string_view date_prefix(DatePrecision precision) {
    switch (precision) {
        case DatePrecision::year:
            return "Y";
        case DatePrecision::month:
            return "M";
        case DatePrecision::day:
            return spec(Field::date).prefix;
    }
    return {};
}

std::string date_term(const CalendarDate& date) {
    std::string term(date_prefix(date.precision));
    term += digits(date.year, 4);
    if (date.precision >= DatePrecision::month) term += digits(date.month, 2);
    if (date.precision >= DatePrecision::day) term += digits(date.day, 2);
    return term;
}

std::vector<std::string> date_terms(const CalendarDate& date) {
    std::vector<std::string> terms;
    for (const auto precision : date_precisions) {
        if (precision > date.precision) break;
        CalendarDate coarser = date;
        coarser.precision = precision;
        terms.push_back(date_term(coarser));
    }
    return terms;
}

}  // namespace morgue::schema
