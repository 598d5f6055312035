#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include <text/boundaries.hpp>
#include <text/characters.hpp>
#include <text/glance.hpp>
#include <text/plain_word.hpp>

namespace morgue::text {

/// A word as it stands in the text, before anything is made of it.
struct Word {
    std::size_t begin = 0;  ///< with a currency sign before and + or # after the core
    std::size_t end = 0;
    std::size_t core_begin = 0;
    std::size_t core_end = 0;
    /// For an unspaced character: where the next character of its run ends; else, and for the
    /// run's last character, `end`.
    std::size_t partner_end = 0;
    std::size_t letters = 0;
    std::size_t capitals = 0;
    std::size_t dotted_letters = 0;  ///< of U.S. or e.g.; 0 for other words
    Traits traits = 0;               ///< of all characters of the core
    Traits last = 0;                 ///< of its last character
    bool ascii = true;
    bool apostrophes = false;  ///< has some between letters
    bool ampersands = false;
    bool number_marks = false;  ///< has some between digits
    bool linked = false;        ///< the next word belongs to the same compound, run or parted word
    bool starts_sentence = false;
    bool starts_paragraph = false;

    friend bool operator==(const Word&, const Word&) = default;

    bool has(Traits any) const noexcept { return (traits & any) != 0; }
    bool is_unspaced() const noexcept { return has(trait::unspaced); }
    bool is_all_capital() const noexcept { return capitals > 0 && capitals == letters; }
};

/// Finds the words of a text, one after the other, reading no character more than a few times.
class Scanner {
  public:
    explicit Scanner(std::string_view text) noexcept : text_(text) {}

    /// False at the end of the text.
    bool next(Word& word) noexcept;

    /// Plain words as long as they follow each other and there is room for them; how many.
    std::size_t next_plain(std::span<PlainWord> words) noexcept;

    /// A word that was found once more; of the gap before it nothing is known.
    Word word_at(std::size_t begin) const noexcept;

    /// The same by the long way, on which every word is scanned as if it were a hard one.
    bool next_the_long_way(Word& word) noexcept;

    /// How often a character was looked at: the scanner's cost, linear in the text.
    std::size_t looks() const noexcept { return looks_; }

  private:
    struct PlainGap {
        std::size_t end = 0;
        Traits traits = 0;  ///< of all its characters
    };

    Character at(std::size_t offset) const noexcept {
        ++looks_;
        return character_at(text_, offset);
    }
    unsigned char byte_at(std::size_t offset) const noexcept {
        return static_cast<unsigned char>(text_[offset]);
    }
    void end_word(std::size_t begin, std::size_t end) noexcept;
    PlainGap plain_gap() const noexcept;
    bool skip_gap() noexcept;
    void judge_gap(Word& word) const noexcept;
    void judge_gap(PlainWord& word) noexcept;
    bool starts_word(const Character& character) const noexcept;
    std::size_t after_marks(std::size_t offset) const noexcept;

    std::size_t next_between_spaces(std::span<PlainWord> words) noexcept;
    bool next_plain(PlainWord& word) noexcept;
    void look_from(std::size_t offset) noexcept;
    bool ends_plainly(std::size_t begin, std::size_t end) const noexcept;
    bool scan_plain(Word& word) const noexcept;
    void scan_any(Word& word) const noexcept;
    void scan_spaced(Word& word) const noexcept;
    bool scan_dotted(Word& word) const noexcept;
    void scan_possessive(Word& word) const noexcept;
    void scan_core(Word& word) const noexcept;
    std::size_t take_letters(Word& word, std::size_t offset) const noexcept;
    std::size_t after_ignorables(std::size_t offset) const noexcept;
    std::size_t take_joint(Word& word, std::size_t offset) const noexcept;
    bool joins_thousands(const Word& word, std::size_t offset) const noexcept;
    void scan_suffix(Word& word) const noexcept;
    void scan_link(Word& word) const noexcept;
    bool goes_on_below(const Word& word, std::size_t behind_hyphen) const noexcept;

    void scan_unspaced(Word& word) const noexcept;
    std::size_t unspaced_character_end(std::size_t offset) const noexcept;

    std::string_view text_;
    std::size_t offset_ = 0;
    Glance glance_;
    mutable std::size_t looks_ = 0;
    Gap gap_;
    std::string_view word_before_;
};

}  // namespace morgue::text
