#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <indexer/readers/html_element.hpp>

namespace morgue::indexer {

/// What an element's attributes tell of its part in the page.
struct HtmlHints {
    bool hidden = false;       ///< not shown, or a menu, dialog or the like by its role
    bool unlikely = false;     ///< named as what stands around an article: sidebar, comments
    bool share = false;        ///< named as buttons to pass the page on
    bool byline = false;       ///< says who wrote it
    bool name = false;         ///< of a person or thing
    bool within_page = false;  ///< a link to a place in the same page
    std::int8_t weight = 0;    ///< what its class and id are worth, from -50 to 50
    std::uint32_t kind = 0;    ///< of its class: equal for equal ones, 0 for none
};

/// An element or a piece of text.
struct HtmlNode {
    std::uint32_t parent = 0;
    std::uint32_t end = 0;  ///< one past the last node within
    Tag tag = Tag::other;
    HtmlHints hints;
    std::uint32_t text_begin = 0;  ///< of all text within, in HtmlTree::text()
    std::uint32_t text_end = 0;
};

/// A page as a tree, in document order: a node's contents follow it, and the text of a node is one
/// stretch. White space is folded but in <pre>.
class HtmlTree {
  public:
    HtmlTree();

    void open(Tag tag, const HtmlHints& hints);
    void close();
    /// An end tag stands here in the page, whether or not the element was closed by it.
    void end_tag(Tag tag);
    void add_text(std::string_view characters);
    void finish();

    const std::vector<HtmlNode>& nodes() const noexcept { return nodes_; }
    std::string_view text(const HtmlNode& node) const {
        return std::string_view(text_).substr(node.text_begin, node.text_end - node.text_begin);
    }
    std::size_t depth() const noexcept { return open_.size(); }

  private:
    struct Open {
        std::uint32_t node;
        bool ended;  ///< its end was seen before the parser closed it
    };

    void end(std::uint32_t node);
    void append_folded(std::string_view characters);

    std::vector<HtmlNode> nodes_;
    std::string text_;
    std::vector<Open> open_;
    std::uint32_t current_ = 0;
    std::size_t preformatted_ = 0;
    Tag just_closed_ = Tag::other;
};

}  // namespace morgue::indexer
