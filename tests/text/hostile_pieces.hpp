#pragma once

#include <random>
#include <string>
#include <vector>

namespace morgue::text {

/// Pieces that mean something to the tokenizer.
// clang-format off
inline const std::vector<std::string> pieces = {
    "a", "US", "Z", "é", "ä", "o\u0301", "7", "000", "1", ",", ".", "'", "’", "'s", "-", "/",
    "&", "+", "#", "$", "€", " ", "\n", "\r\n", "\u00A0", "\u202F", "\u00AD", "\u200D", "東",
    "京", "ー", "か\u3099", "대", "\u1112", "\u1161", "\u11AB", "ไ", "ท\u0E35", "я", "م", "क\u093F",
    "。", "!", "\"", "\xFF", "\xE6\x9D", std::string(1, '\0'), "_", "\uFDFA", "\u0301", "l’",
    "U.S.", "Mr.", "ｶﾞ", "\uFE0F", "\U0001F5DE", "\u3164", "ß", "ŉ", "½", "\u2029"};
// clang-format on

inline std::string random_pieces(std::mt19937& random, int count) {
    std::uniform_int_distribution<std::size_t> pick(0, pieces.size() - 1);
    std::string text;
    for (int i = 0; i < count; ++i) text += pieces[pick(random)];
    return text;
}

}  // namespace morgue::text
