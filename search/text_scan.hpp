#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include <morgue/fields.hpp>

#include <search/row_scanner.hpp>
#include <text/language.hpp>

namespace morgue::search {

/// Whose words a text is made of, and so the terms that they stand under.
struct TextScope {
    bool unnamed = false;  ///< found by questions that name no field
    std::optional<Field> field;
};

/// What was found in one text.
struct ScannedText {
    std::vector<LitSpan> spans;
    /// Positions that sentences and paragraphs begin with, but for the first of each. None in a
    /// text that is one of either, such as a title.
    std::vector<std::size_t> sentences;
    std::vector<std::size_t> paragraphs;
};

/// Finds rows in texts, which it cuts into words as they were indexed.
class TextScan {
  public:
    TextScan(const RowTable& rows, const text::Language* language)
        : rows_(rows), language_(language) {}

    ScannedText body(std::string_view text, std::vector<TextWord>& words) const;
    /// A text that is one sentence.
    ScannedText line(std::string_view text, const TextScope& scope) const;

  private:
    /// Spans of words whose capitals and accents count, but are others, are none.
    void drop_inexact(std::vector<LitSpan>& spans, std::string_view text) const;
    void add(RowScanner& scanner, const text::Token& token, const TextScope& scope) const;

    const RowTable& rows_;
    const text::Language* language_;
};

}  // namespace morgue::search
