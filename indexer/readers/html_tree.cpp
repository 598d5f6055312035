#include <algorithm>

#include <indexer/formats/lines.hpp>
#include <indexer/readers/html_tree.hpp>

namespace morgue::indexer {

HtmlTree::HtmlTree() : nodes_(1) {}

void HtmlTree::open(Tag tag, const HtmlHints& hints) {
    just_closed_ = Tag::other;
    HtmlNode node;
    node.parent = current_;
    node.tag = tag;
    node.hints = hints;
    node.text_begin = static_cast<std::uint32_t>(text_.size());
    current_ = static_cast<std::uint32_t>(nodes_.size());
    nodes_.push_back(node);
    open_.push_back({current_, false});
    if (tag == Tag::pre) ++preformatted_;
}

void HtmlTree::end(std::uint32_t node) {
    nodes_[node].end = static_cast<std::uint32_t>(nodes_.size());
    nodes_[node].text_end = static_cast<std::uint32_t>(text_.size());
    if (nodes_[node].tag == Tag::pre) --preformatted_;
    current_ = nodes_[node].parent;
}

void HtmlTree::close() {
    if (open_.empty()) return;
    const Open closed = open_.back();
    open_.pop_back();
    just_closed_ = nodes_[closed.node].tag;
    if (!closed.ended) end(closed.node);
}

void HtmlTree::end_tag(Tag tag) {
    const bool closed = just_closed_ == tag;
    just_closed_ = Tag::other;
    if (closed || tag == Tag::other) return;
    const auto open = std::find_if(open_.rbegin(), open_.rend(), [&](const Open& candidate) {
        return nodes_[candidate.node].tag == tag && !candidate.ended;
    });
    if (open == open_.rend()) return;
    for (auto inner = open_.rbegin(); inner != std::next(open); ++inner) {
        if (!inner->ended) end(inner->node);
        inner->ended = true;
    }
}

void HtmlTree::add_text(std::string_view characters) {
    just_closed_ = Tag::other;
    HtmlNode node;
    node.parent = current_;
    node.tag = Tag::text;
    node.text_begin = static_cast<std::uint32_t>(text_.size());
    if (preformatted_ > 0)
        text_ += characters;
    else
        append_folded(characters);
    node.text_end = static_cast<std::uint32_t>(text_.size());
    if (node.text_begin == node.text_end) return;
    node.end = static_cast<std::uint32_t>(nodes_.size() + 1);
    nodes_.push_back(node);
}

/// A space at the beginning stays: what stands before it may not be shown.
void HtmlTree::append_folded(std::string_view characters) {
    // Most text goes over as it is.
    if (is_single_spaced(characters)) return static_cast<void>(text_ += characters);
    bool after_space = false;
    std::size_t taken = 0;
    for (std::size_t at = 0; at < characters.size(); ++at) {
        const bool space = is_ascii_space(characters[at]);
        if (space && (after_space || characters[at] != ' ')) {
            text_ += characters.substr(taken, at - taken);
            if (!after_space) text_ += ' ';
            taken = at + 1;
        }
        after_space = space;
    }
    text_ += characters.substr(taken);
}

void HtmlTree::finish() {
    while (!open_.empty()) close();
    end(0);
}

}  // namespace morgue::indexer
