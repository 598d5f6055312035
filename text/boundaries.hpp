#pragma once

#include <string_view>

#include <text/characters.hpp>

namespace morgue::text {

/// What stands between two words, read character by character: whether a sentence or a paragraph
/// ends in it. Before the first word of a text both do.
class Gap {
  public:
    /// Begins anew after a word; `word` must live until the next open().
    void open_after(std::string_view word) noexcept;

    void pass(const Character& character) noexcept {
        if (character.is(trait::ignorable)) return;
        if (character.is(trait::space))
            pass_space(character);
        else
            pass_sign(character);
        last_ = character.code;
    }

    /// `next` is the first character of the word after the gap.
    bool ends_paragraph(const Character& next) const noexcept;
    bool ends_sentence(const Character& next) const noexcept;

  private:
    void pass_space(const Character& character) noexcept {
        if (terminated_) sentence_ended_ = true;
        terminated_ = false;
        if (character.is(trait::line_break)) pass_line_break(character);
    }
    void pass_line_break(const Character& character) noexcept;
    void pass_sign(const Character& character) noexcept;

    std::string_view word_before_;
    char32_t last_ = 0;
    int line_breaks_ = 2;
    bool at_line_start_ = true;
    bool terminated_ = false;  ///< a terminator and closers stand last
    bool sentence_ended_ = true;
};

}  // namespace morgue::text
