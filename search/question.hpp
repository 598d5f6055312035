#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <morgue/fields.hpp>

#include <text/language.hpp>
#include <text/tokenizer.hpp>

namespace morgue::search {

/// A form of a question's token in one of the languages that the index holds.
struct AskedForm {
    text::FormKind kind;
    bool asked;
    std::string text;
    const text::Language* language;

    /// The form's term in a field of words, or in title and body.
    std::string term(std::optional<Field> field) const;
};

/// A token of a question, with its forms in all languages.
struct AskedToken {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::uint32_t group = 0;
    bool unspaced = false;
    std::vector<AskedForm> forms;
    std::vector<AskedForm> joined;
};

/// The tokens of a question. Each language has its own stems, twins and thousands.
std::vector<AskedToken> asked_tokens(std::string_view text,
                                     std::span<const text::Language* const> languages);

/// What stands together: a word, a compound (e-mail) or a run of unspaced script.
using Piece = std::span<const AskedToken>;
std::vector<Piece> pieces_of(std::span<const AskedToken> tokens);
inline bool is_run(Piece piece) {
    return piece.front().unspaced;
}
inline bool is_compound(Piece piece) {
    return piece.size() > 1 && !is_run(piece);
}

}  // namespace morgue::search
