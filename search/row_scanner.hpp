#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <morgue/snippet.hpp>

#include <search/plan.hpp>
#include <text/tokenizer.hpp>

namespace morgue::search {

/// A word of a text: what a passage may begin or end with.
struct TextWord {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool starts_sentence = false;
};

/// Bytes that satisfy a leaf of the plan.
struct LitSpan {
    ByteRange range;
    std::size_t leaf = 0;
    /// Positions of its words, counted from 0 in their text.
    std::size_t first = 0;
    std::size_t last = 0;
};

/// One bit for each choice of a row.
using StepMask = std::vector<std::uint64_t>;

/// All rows of a plan, to be found by term.
class RowTable {
  public:
    struct RowFacts {
        std::size_t leaf;
        std::size_t length;
        bool reaches_next;
        StepMask gaps;  ///< choices that any word is
    };
    /// Which choices of a row hold the term.
    struct Entry {
        std::size_t row;
        StepMask steps;
    };

    void add(const Words& words);
    const std::vector<RowFacts>& rows() const noexcept { return rows_; }
    /// The words of a leaf as written, where capitals and accents count; else nothing.
    const std::vector<std::string>* exact(std::size_t leaf) const;
    bool has_exact() const noexcept { return !exact_.empty(); }
    std::span<const Entry> find(const std::string& term) const;
    /// Whether some term ends with these bytes, as far as the last two tell. Of most words of a
    /// text that is no, and sooner known than a term is made of them.
    bool may_have_ending(std::string_view bytes) const noexcept {
        return bytes.size() < 2 || endings_[pair_at_end(bytes)];
    }
    /// What the forms begin with that the terms are of.
    const text::Beginnings& beginnings() const noexcept { return beginnings_; }
    /// Rows with a gap, which go on at every word.
    const std::vector<std::size_t>& gapped() const noexcept { return gapped_; }

  private:
    static std::size_t pair_at_end(std::string_view bytes) noexcept {
        const std::string_view pair = bytes.substr(bytes.size() - 2);
        return static_cast<unsigned char>(pair[0]) << 8 | static_cast<unsigned char>(pair[1]);
    }

    std::vector<RowFacts> rows_;
    std::vector<std::size_t> gapped_;
    std::unordered_map<std::string, std::vector<Entry>> entries_;
    std::bitset<1 << 16> endings_;
    text::Beginnings beginnings_;
    std::unordered_map<std::size_t, std::vector<std::string>> exact_;  ///< by leaf
};

/// Finds the rows in one text, token by token, by the shift-and method: bit n of a row says that
/// its first n + 1 choices stand at the last positions. So the work is the text's length times
/// the 64th part of a phrase's, whatever repeats itself.
class RowScanner {
  public:
    RowScanner(const RowTable& table, std::string_view text)
        : table_(table), states_(table.rows().size()) {
        constexpr std::size_t bytes_a_word = 5;
        words_.reserve(text.size() / bytes_a_word);
    }

    /// Tokens of one text, in order. To each: begin_token, its terms, end_token.
    void begin_token(const text::Token& token) {
        if (token.group == 0 || token.group != group_) group_begin_ = token.begin;
        group_ = token.group;
        words_.push_back({token.begin, token.end, token.starts_sentence});
        if (!growing_.empty()) grow(token.group);
    }
    /// `joined`: the term is of the compound that the token is a part of.
    void term(const std::string& term, bool joined);
    void end_token() {
        for (const std::size_t row : table_.gapped()) touched(row);
        if (!touched_.empty()) advance_touched();
    }
    /// Words between two tokens that no term is of.
    void pass(std::span<const text::PlainWord> words);

    /// By position.
    const std::vector<TextWord>& words() const noexcept { return words_; }
    std::vector<TextWord> take_words() { return std::move(words_); }
    /// In the order of their ends.
    std::vector<LitSpan> take_spans() { return std::move(spans_); }

  private:
    struct State {
        StepMask active;
        StepMask now;
        std::size_t position = 0;  ///< at which `active` was true
        bool touched = false;
        bool own_first = false;  ///< the token itself, not its compound, is the first choice
        bool own_last = false;
        /// Positions where the row began with a compound, and where that begins in the text.
        std::unordered_map<std::size_t, std::size_t> compound_starts;
    };
    /// A span whose end moves on with the tokens of a group.
    struct Growing {
        std::size_t span;
        std::uint32_t group;
        bool once;
    };

    State& touched(std::size_t row);
    void pass_by_gaps(const text::PlainWord& word);
    void grow(std::uint32_t group);
    void advance_touched();
    void advance(std::size_t row);
    void found(std::size_t row);

    const RowTable& table_;
    std::vector<State> states_;
    std::vector<std::size_t> touched_;
    std::vector<TextWord> words_;  ///< by position
    std::vector<Growing> growing_;
    std::vector<LitSpan> spans_;
    std::uint32_t group_ = 0;
    std::size_t group_begin_ = 0;
};

}  // namespace morgue::search
