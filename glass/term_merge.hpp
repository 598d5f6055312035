#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <glass/term_order.hpp>
#include <string>
#include <vector>

namespace morgue::glass {

/// Goes through the terms of several cursors together. A cursor has next_term() and term().
template <class Cursor>
class TermMerge {
  public:
    explicit TermMerge(const std::vector<Cursor*>& cursors) {
        for (std::size_t i = 0; i < cursors.size(); ++i) least_.push_back({cursors[i], i, 0});
    }

    /// False at the end.
    bool next() {
        for (const Place& place : least_)
            if (place.cursor->next_term()) wait(place);
        least_.clear();
        while (!waiting_.empty() && (least_.empty() || same_term(waiting_.front(), least_.front())))
            take_first();
        return !least_.empty();
    }

    /// The least term.
    const std::string& term() const { return least_.front().cursor->term(); }
    /// Calls `each` with the cursors that have it, in their order.
    template <class Each>
    void for_each(const Each& each) const {
        for (const Place& place : least_) each(*place.cursor);
    }

  private:
    struct Place {
        Cursor* cursor;
        std::size_t number;       ///< in the order of the cursors
        std::uint64_t beginning;  ///< beginning_of() the cursor's term
    };

    static bool same_term(const Place& a, const Place& b) {
        return a.beginning == b.beginning && a.cursor->term() == b.cursor->term();
    }

    /// Later in the heap: the greater term, and of equal ones the later cursor.
    static bool comes_later(const Place& a, const Place& b) {
        if (a.beginning != b.beginning) return a.beginning > b.beginning;
        const int order = a.cursor->term().compare(b.cursor->term());
        return order != 0 ? order > 0 : a.number > b.number;
    }

    void wait(Place place) {
        place.beginning = beginning_of(place.cursor->term());
        waiting_.push_back(place);
        std::push_heap(waiting_.begin(), waiting_.end(), comes_later);
    }

    void take_first() {
        std::pop_heap(waiting_.begin(), waiting_.end(), comes_later);
        least_.push_back(waiting_.back());
        waiting_.pop_back();
    }

    std::vector<Place> waiting_;  ///< a heap, the least first
    std::vector<Place> least_;    ///< before the first term: all
};

}  // namespace morgue::glass
