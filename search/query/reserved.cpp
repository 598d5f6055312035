#include <algorithm>
#include <array>
#include <string>

#include <search/query/chars.hpp>
#include <search/query/reserved.hpp>

namespace morgue::query {

namespace {

Complaint not_yet(std::string message, std::string help) {
    return {Problem::not_yet, std::move(message), std::move(help)};
}

std::string quoted(std::string_view text) {
    return "'" + shown(text) + "'";
}

bool ends_in_word_or_star(std::string_view text) {
    return !text.empty() && (text.back() == '*' || end_of_words(text) == text.size());
}

/// word~ocr
bool is_misread(std::string_view chunk) {
    constexpr std::string_view mark = "~ocr";
    return chunk.ends_with(mark) &&
           ends_in_word_or_star(chunk.substr(0, chunk.size() - mark.size()));
}

bool ends_operand(const Token& token) {
    return token.kind == TokenKind::phrase || token.kind == TokenKind::close;
}

bool starts_operand(const Token& token) {
    return token.kind == TokenKind::phrase || token.kind == TokenKind::open;
}

}  // namespace

std::optional<Complaint> reserved_chunk(std::string_view chunk) {
    if (is_misread(chunk))
        return not_yet(
            "words misread by machines, as by " + quoted(chunk) + ", are not known to this version",
            "write the spellings out: (color OR colour)");
    return std::nullopt;
}

std::optional<Complaint> reserved_name(std::string_view name) {
    const std::string lower = ascii_lower(name);
    if (!field_named(lower) || find_field(lower)) return std::nullopt;
    return not_yet("the field '" + lower + "' cannot be searched in this version",
                   "write one of " + all_field_names() +
                       "; to search the text itself put a space after the colon");
}

std::optional<Complaint> reserved_pair(const Token& left, const Token& right) {
    if (!right.glued) return std::nullopt;
    if (right.kind == TokenKind::phrase && left.kind == TokenKind::chunk) {
        if (left.text.ends_with('~'))
            return not_yet("a ~ between a word and a phrase is not known to this version",
                           "put a space before ~ for a phrase with any endings");
        if (left.text.ends_with('='))
            return not_yet("a = between a word and a phrase is not known to this version",
                           "put a space before = for a phrase with these capitals and accents");
    }
    if (left.kind == TokenKind::everything && starts_operand(right)) return reserved_wildcard("*");
    if (!ends_operand(left)) return std::nullopt;
    if (right.kind == TokenKind::everything) return reserved_wildcard("*");
    if (right.kind != TokenKind::chunk) return std::nullopt;
    if (right.text.starts_with('~'))
        return not_yet("a ~ and a number behind parentheses are not known to this version",
                       "write \"…\"" + shown(right.text) + " for words in any order, so near");
    if (right.text.starts_with('*')) return reserved_wildcard(right.text);
    return std::nullopt;
}

bool is_relative_date(std::string_view text) {
    static constexpr std::array<std::string_view, 8> firsts{
        "today", "yesterday", "tomorrow", "now", "last", "this", "past", "next"};
    const std::string lower = ascii_lower(text.substr(0, text.find_first_of(" .")));
    if (std::ranges::find(firsts, lower) != firsts.end() || text.ends_with(" ago")) return true;
    constexpr std::string_view units = "dwmy";
    return lower.size() > 1 && units.find(lower.back()) != std::string_view::npos &&
           is_number(std::string_view(lower).substr(0, lower.size() - 1));
}

Complaint reserved_likeness(std::string_view value) {
    return not_yet("a value such as " + quoted(value) + " takes no ~ or = before its quotes",
                   "leave it out: values are compared whole, capitals and accents apart");
}

Complaint reserved_wildcard(std::string_view chunk) {
    const bool star = chunk.find('*') != std::string_view::npos;
    return not_yet("the wildcard in " + quoted(chunk) + " is not known there to this version",
                   star ? "write the beginning and a star: storm*"
                        : "write the beginning and a star, storm*, or put it in quotes");
}

}  // namespace morgue::query
