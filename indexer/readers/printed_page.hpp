#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <indexer/formats/reader.hpp>

namespace morgue::indexer {

/// A word as it stands on a scanned page.
struct PrintedWord {
    std::string text;
    std::string whole;     ///< of a divided word of which this is the beginning, where it is told
    bool is_rest = false;  ///< the second part of a divided word
    bool divided = false;  ///< a hyphen at the end of the line follows
};

struct PrintedLine {
    std::string id;
    std::size_t block;  ///< in PrintedPage::blocks
    std::vector<PrintedWord> words;
};

/// A page as ALTO has it, in the order of its file.
struct PrintedPage {
    std::string printed_number;   ///< as it stands on the page
    std::string physical_number;  ///< its place among the pictures
    std::string lang;
    /// Of each block of text its name and those of what it stands in.
    std::vector<std::vector<std::string>> blocks;
    std::vector<PrintedLine> lines;

    /// Whether the line, its block or what that stands in is called so.
    bool is_named(const PrintedLine& line, std::string_view id) const;
};

/// The pages of a file in ALTO.
std::variant<std::vector<PrintedPage>, Unread> parse_alto(std::string_view bytes);

/// A text of lines, of one page or several: blocks are paragraphs, and words are joined that the
/// end of a line, a column or a page divides.
class PrintedText {
  public:
    void begin_page() { block_ = none; }
    void add(const PrintedLine& line);
    void add_page(const PrintedPage& page);
    std::string take() { return std::move(text_); }

  private:
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    void add(const PrintedWord& word);
    void put(const std::string& word);

    std::string text_;
    std::size_t block_ = none;
    bool new_block_ = false;
    bool divided_ = false;     ///< by a hyphen at the end of a line
    bool told_whole_ = false;  ///< the divided word stands whole in the text
};

}  // namespace morgue::indexer
