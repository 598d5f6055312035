#pragma once

#include <span>
#include <string>
#include <string_view>

#include <unicode/uscript.h>

#include <text/form_list.hpp>
#include <text/scanner.hpp>
#include <text/tokenizer.hpp>

namespace morgue::text {

/// Makes of the words of a text the forms under which they are found.
class FormMaker {
  public:
    FormMaker(std::string_view text, const TokenizerOptions& options);

    /// `shouted`: the word's sentence is all in capitals, so that they tell nothing.
    void make(const Word& word, bool shouted, FormList& forms);

    /// The one-word form of a compound; nothing if it is too long.
    void join(std::span<const Word> parts, bool shouted, FormList& forms);

  private:
    void make_unspaced(const Word& word, FormList& forms);
    void make_dotted(const Word& word, FormList& forms);
    void make_number(const Word& word, FormList& forms);
    void make_plain(const Word& word, bool shouted, FormList& forms);

    void spell(const Word& word, FormList& forms);
    std::string_view add_spellings(const Word& word, FormList& forms);
    void add_spelling(const Word& word, std::string_view spelling, bool asked, FormList& forms);
    void add_twin(const Word& word, std::string_view spelling, bool asked, FormList& forms);
    void add_surface(const Word& word, std::string_view surface, bool asked, FormList& forms);
    void add_exact(const Word& word, std::string_view spelling, FormList& forms) const;
    void add_stem(std::string_view folded, bool asked, FormList& forms) const;

    std::string_view core(const Word& word) const noexcept;
    bool has_affix(const Word& word) const noexcept;
    bool can_be_stemmed(const Word& word) const noexcept;
    bool is_in_stemmed_script(std::string_view word) const noexcept;
    bool append_pieces(std::span<const Word> parts, bool shouted);
    void append_mark_between_digits(const Word& before, const Word& after);

    std::string_view text_;
    const TokenizerOptions& options_;
    UScriptCode stemmed_script_ = USCRIPT_INVALID_CODE;

    // Of the word in hand, kept to reuse their memory.
    std::string spelled_;  ///< its core with straight apostrophes
    std::string folded_;   ///< the last spelling, folded
    std::string bare_;     ///< the same without apostrophes
    std::string twin_;     ///< the same with ä as ae; empty if that makes no difference
    std::string affixed_;  ///< with the signs around the core
    std::string joined_;
    FormList pieces_;
};

}  // namespace morgue::text
