#pragma once

#include <cstdint>
#include <vector>

#include <indexer/readers/html_tree.hpp>

namespace morgue::indexer {

/// What a node holds that is shown, all within counted.
struct PageCounts {
    std::uint32_t characters = 0;       ///< white space folded
    std::uint32_t link_characters = 0;  ///< those in links to other pages; fewer for others
    std::uint32_t heading_characters = 0;
    std::uint32_t list_characters = 0;
    std::uint32_t commas = 0;
    std::uint32_t paragraphs = 0;
    std::uint32_t images = 0;
    std::uint32_t items = 0;   ///< of lists
    std::uint32_t inputs = 0;  ///< fields of forms
    std::uint32_t embeds = 0;  ///< other pages, players and the like
    std::uint32_t blocks = 0;  ///< elements that a paragraph cannot hold

    PageCounts& operator+=(const PageCounts& other);
    PageCounts& operator-=(const PageCounts& other);
};

/// Counts what stands in a text by itself.
PageCounts counts_of_text(std::string_view text);

/// A page of which parts are dropped; the counts are those of what is left.
class LivePage {
  public:
    /// What is hidden or shows nothing is dropped from the start, and what is named as standing
    /// around an article unless `unlikely_too`.
    LivePage(const HtmlTree& tree, bool unlikely_too);

    const HtmlTree& tree() const noexcept { return tree_; }
    const HtmlNode& node(std::uint32_t number) const { return tree_.nodes()[number]; }
    std::uint32_t size() const { return static_cast<std::uint32_t>(tree_.nodes().size()); }

    bool dropped(std::uint32_t number) const { return dropped_[number] != 0; }
    void drop(std::uint32_t number);

    const PageCounts& counts(std::uint32_t number) const { return counts_[number]; }
    /// The share of the text that stands in links; 0 where there is no text.
    double link_density(std::uint32_t number) const;
    bool is_within(std::uint32_t number, Tag tag) const;

    /// Calls visit(number) for the children that are not dropped, in order.
    template <class Visit>
    void each_child(std::uint32_t number, Visit visit) const {
        for (std::uint32_t at = number + 1; at < node(number).end; at = node(at).end)
            if (!dropped(at)) visit(at);
    }

  private:
    bool shows(std::uint32_t number) const;
    bool heads_article(std::uint32_t header) const;
    PageCounts counts_of_own(const HtmlNode& node) const;
    void count_all();

    const HtmlTree& tree_;
    std::vector<char> dropped_;
    std::vector<PageCounts> counts_;
};

}  // namespace morgue::indexer
