#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string_view>

#include <text/beginnings.hpp>
#include <text/form.hpp>
#include <text/language.hpp>
#include <text/plain_word.hpp>

namespace morgue::text {

/// A word of a text. Spans and views are valid during the call that hands the token over.
struct Token {
    std::size_t begin;  ///< byte offset in the text
    std::size_t end;
    std::uint32_t position;  ///< counts from 0; every token has its own
    bool starts_sentence;
    bool starts_paragraph;
    bool cut;  ///< over 120 bytes, its forms are of the first 120
    /// Parts of one compound ("state-of-the-art") or one run of unspaced script carry the same
    /// number; 0 for a token that stands alone.
    std::uint32_t group;
    bool unspaced;  ///< a character of CJK, Hangul, Thai …: forms are a bigram or unigram
    std::span<const Form> forms;
    /// The one-word form of the compound ("stateoftheart") with its stem, on its first and last
    /// part; its forms are found at that part's position too.
    std::span<const Form> joined;
    /// The dictionary's numbers of both; 0 where it does not remember them.
    std::uint32_t word;
    std::uint32_t compound;
};

class Dictionary;

/// What somebody looks for in a text.
struct Wanted {
    Beginnings beginnings;  ///< of the forms of the words
    /// Is told of other words in a row, which are no tokens: they have positions as tokens have,
    /// but all their forms begin otherwise. Only the first may start a sentence. Not all such words
    /// have to be among them.
    std::function<void(std::span<const PlainWord>)> passed;
};

struct TokenizerOptions {
    const Language* language = nullptr;  ///< none: no stems
    /// The text is a question: a capital word stands for itself, not for a shouted sentence.
    bool question = false;
    /// Remembers the words of many texts for one who makes use of its numbers, and clears it when
    /// it is full. None: one that the thread has for itself.
    Dictionary* dictionary = nullptr;
    const Wanted* wanted = nullptr;  ///< none: all words
};

/// The one way from text to tokens: used by the indexer, the query side and the snippets, so that
/// the three cannot disagree. Linear in the text; never fails: invalid UTF-8 separates words.
void tokenize(std::string_view text, const TokenizerOptions& options,
              const std::function<void(const Token&)>& sink);

/// Whether tokenize() finds anything.
bool has_words(std::string_view text) noexcept;

}  // namespace morgue::text
