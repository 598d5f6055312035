#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace morgue::query {

/// One character of a text, with the byte offset after it.
struct Char {
    char32_t code;
    std::size_t end;
};

/// The character at a byte offset inside a valid text.
Char char_at(std::string_view text, std::size_t at);

/// Where the text stops being UTF-8 without NUL; none if it never does.
std::optional<std::size_t> first_bad_byte(std::string_view text);

/// Letters, numbers and the marks on them; nothing else makes a word.
bool is_word_char(char32_t code);
bool has_word(std::string_view text);
/// Runs of word characters.
std::size_t count_words(std::string_view text);
/// The offset after the last word character; 0 if there is none.
std::size_t end_of_words(std::string_view text);

/// Whether the character at `at` is white space that parts words. A space that groups the digits
/// of one number (10 000 with a thin or no-break space) does not.
bool parts_words(std::string_view text, std::size_t at);
/// The texts between white space.
std::vector<std::string_view> split_words(std::string_view text);
bool is_blank(std::string_view text);

bool is_quote(char32_t code);
bool is_straight_quote(char32_t code);
/// Whether a phrase opened by `open` ends at `close`.
bool closes_quote(char32_t open, char32_t close);

/// The bytes of an ellipsis that the text begins with: …, three dots or more, and either in
/// brackets or parentheses; 0 for none.
std::size_t ellipsis_at(std::string_view text);
/// Whether a backslash between quotes takes from this what it means there.
bool may_be_escaped(char32_t code);

bool is_ascii_letter(char byte);
bool is_digit(char byte);
/// Digits, and nothing else.
bool is_number(std::string_view text);
/// The number that the text is; none where it is not in 1..most.
std::optional<unsigned> number_up_to(unsigned most, std::string_view text);
/// ASCII letters in lower case, other bytes as they are.
std::string ascii_lower(std::string_view text);

/// At most 40 bytes of the text, for a message.
std::string shown(std::string_view text);

}  // namespace morgue::query
