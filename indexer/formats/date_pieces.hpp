#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace morgue::indexer {

/// What a written date is made of.
enum class Kind { number, month, word, mark };

struct Piece {
    Kind kind;
    std::string_view text;
    int value = 0;  ///< of a month, or of a number of up to four digits

    bool is(std::string_view what) const noexcept { return text == what; }
    bool number(std::size_t digits) const noexcept {
        return kind == Kind::number && text.size() == digits;
    }
    bool small_number() const noexcept { return kind == Kind::number && text.size() <= 2; }
};

/// The numbers, words and marks of a folded text; white space, commas and what stands in brackets
/// are left out. The pieces are views of the text.
std::vector<Piece> date_pieces(std::string_view folded);

/// The number with zeros before it.
std::string padded(int value, std::size_t digits = 2);

}  // namespace morgue::indexer
