#pragma once

#include <cstdint>
#include <glass/document.hpp>
#include <span>
#include <string>
#include <vector>

#include <indexer/term_numbers.hpp>

namespace morgue::indexer {

/// Counts the terms of one document after the other. Positions count from 1 and ascend.
class TermTally {
  public:
    /// `terms` must outlive the tally, and may be cleared between documents.
    explicit TermTally(const TermNumbers& terms) : terms_(terms) {}

    /// The term occurs at the position. What stands there already is not counted twice.
    void place(std::uint32_t term, std::uint32_t weight, std::uint32_t position);
    /// The same for a term whose positions are not kept.
    void weigh(std::uint32_t term, std::uint32_t weight, std::uint32_t position);
    /// The document has the term, were it only for this.
    void note(std::uint32_t term) { found(term); }
    /// A term without a number, for what few documents share; none that has one.
    void note(std::string term) { filters_.push_back(std::move(term)); }

    /// All terms of the document in their order, valid until the next is counted.
    std::span<const glass::TermEntry> list();
    /// Begins a new document.
    void clear() noexcept;

  private:
    struct Found {
        std::uint32_t term = 0;
        std::uint32_t wdf = 0;
        std::uint32_t places = 0;
        std::uint32_t last = 0;  ///< the position counted last
    };
    struct Place {
        std::uint32_t found;
        std::uint32_t position;
    };
    struct Order {
        std::uint64_t key;
        std::uint32_t entry;
    };

    Found& found(std::uint32_t term);
    void gather_positions();
    void enter_filters();
    void sort_entries();

    const TermNumbers& terms_;
    std::vector<std::uint32_t> at_;  ///< by term: its place in found_ and one, or 0
    std::vector<Found> found_;
    std::vector<Place> places_;  ///< in the order of the text
    std::vector<std::string> filters_;

    std::vector<std::uint32_t> positions_;  ///< those of one term after those of another
    std::vector<std::uint32_t> next_;       ///< by place in found_: where its next position goes
    std::vector<glass::TermEntry> entries_;
    std::vector<Order> order_;
    std::vector<glass::TermEntry> sorted_;
};

}  // namespace morgue::indexer
