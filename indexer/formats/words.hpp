#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace morgue::indexer {

/// The words of a line, divided by spaces.
std::vector<std::string_view> words_of(std::string_view line);

/// With small letters for the capitals of ASCII, as names of elements and charsets are compared.
std::string lower_ascii(std::string_view text);
bool same_but_for_capitals(std::string_view left, std::string_view right);  ///< of ASCII

/// How a word is written. Marks and digits within it do not count.
bool begins_with_capital(std::string_view word);
bool begins_with_small_letter(std::string_view word);
bool is_all_capitals(std::string_view word);  ///< with two letters or more
/// Letters, marks, and the points, hyphens and apostrophes that names have; no digits.
bool is_name_like(std::string_view word);

/// Whether the word is one of a list of lower-case words, in whatever case.
bool is_one_of(std::span<const std::string_view> list, std::string_view word);

}  // namespace morgue::indexer
