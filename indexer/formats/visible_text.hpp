#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace morgue::indexer {

/// Whether the element hides its text or is an article: its end tag must not be missed.
bool is_noted_element(std::string_view name);

/// Gathers what a reader of a page sees, from its elements and texts in order: blocks on lines of
/// their own, white space folded, without navigation, scripts and the like. Linear, no recursion.
class VisibleText {
  public:
    void open(std::string_view element, bool hidden);
    void close();
    /// An end tag stands here in the page, whether or not the element was closed by it.
    void end_tag(std::string_view element);
    void text(std::string_view characters);

    /// Whether what comes now is not seen.
    bool hides() const noexcept { return hidden_ > 0; }
    std::size_t depth() const noexcept { return open_.size(); }

    /// The text: of the one <article> alone where there is exactly one with text in it.
    std::string_view result() const;

  private:
    struct Open {
        unsigned char row;  ///< in the table of elements
        bool hides;
        bool ended;         ///< its end tag was seen, though it was not closed by it
        std::size_t begin;  ///< of its text in out_
    };

    void break_line() noexcept { break_ = !out_.empty(); }
    void put(std::string_view word);
    void end(Open& element);
    void drop_small_form(std::size_t begin);

    std::string out_;
    std::vector<Open> open_;
    std::size_t hidden_ = 0;        ///< open elements that hide
    std::size_t preformatted_ = 0;  ///< open <pre>
    std::size_t articles_ = 0;      ///< seen so far
    std::size_t article_begin_ = 0;
    std::size_t article_end_ = 0;
    unsigned char just_closed_ = 0;  ///< the last thing that happened: this element's close()
    bool space_ = false;             ///< due before the next word
    bool break_ = false;             ///< due before the next word
};

}  // namespace morgue::indexer
