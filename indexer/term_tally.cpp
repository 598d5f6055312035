#include <algorithm>

#include <indexer/term_tally.hpp>

namespace morgue::indexer {

TermTally::Found& TermTally::found(std::uint32_t term) {
    if (term >= at_.size()) at_.resize(std::max(terms_.size(), 2 * at_.size()));
    std::uint32_t& at = at_[term];
    if (at == 0) {
        found_.push_back({.term = term});
        at = static_cast<std::uint32_t>(found_.size());
    }
    return found_[at - 1];
}

void TermTally::place(std::uint32_t term, std::uint32_t weight, std::uint32_t position) {
    Found& found = this->found(term);
    if (found.last == position) return;
    found.last = position;
    found.wdf += weight;
    ++found.places;
    places_.push_back({at_[term] - 1, position});
}

void TermTally::weigh(std::uint32_t term, std::uint32_t weight, std::uint32_t position) {
    Found& found = this->found(term);
    if (found.last == position) return;
    found.last = position;
    found.wdf += weight;
}

std::span<const glass::TermEntry> TermTally::list() {
    entries_.clear();
    order_.clear();
    gather_positions();
    enter_filters();
    sort_entries();
    return sorted_;
}

/// They are in the order of the text, so each term's ascend.
void TermTally::gather_positions() {
    positions_.resize(places_.size());
    next_.clear();
    std::uint32_t begin = 0;
    for (const Found& found : found_) {
        const TermNumbers::Term& term = terms_[found.term];
        order_.push_back({term.key, static_cast<std::uint32_t>(entries_.size())});
        entries_.push_back({term.bytes, found.wdf, {positions_.data() + begin, found.places}});
        next_.push_back(begin);
        begin += found.places;
    }
    for (const Place& place : places_) positions_[next_[place.found]++] = place.position;
}

void TermTally::enter_filters() {
    std::sort(filters_.begin(), filters_.end());
    filters_.erase(std::unique(filters_.begin(), filters_.end()), filters_.end());
    for (const std::string& filter : filters_) {
        order_.push_back({sort_key(filter), static_cast<std::uint32_t>(entries_.size())});
        entries_.push_back({filter, 0, {}});
    }
}

void TermTally::sort_entries() {
    std::sort(order_.begin(), order_.end(), [this](const Order& a, const Order& b) {
        if (a.key != b.key) return a.key < b.key;
        return entries_[a.entry].term < entries_[b.entry].term;
    });
    sorted_.clear();
    for (const Order& order : order_) sorted_.push_back(entries_[order.entry]);
}

void TermTally::clear() noexcept {
    for (const Found& found : found_) at_[found.term] = 0;
    found_.clear();
    places_.clear();
    filters_.clear();
}

}  // namespace morgue::indexer
