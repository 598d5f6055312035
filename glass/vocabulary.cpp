#include <algorithm>
#include <glass/term_order.hpp>
#include <glass/vocabulary.hpp>
#include <limits>
#include <stdexcept>
#include <utility>

#include <base/bytes.hpp>
#include <base/hash.hpp>

namespace morgue::glass {

namespace {

constexpr std::size_t least_slots = 1U << 12;

}  // namespace

std::uint32_t Vocabulary::number_of(std::string_view term) {
    if (2 * (used_slots_ + 1) > slots_.size()) grow();
    const auto hash = static_cast<std::uint32_t>(base::hash64(term));
    Slot& slot = slots_[slot_of(term, hash)];
    if (slot.next_number != 0) return slot.next_number - 1;
    const std::uint32_t number = append(term);
    slot = {hash, number + 1};
    ++used_slots_;
    return number;
}

std::uint32_t Vocabulary::append(std::string_view term) {
    if (terms_.size() + term.size() > std::numeric_limits<std::uint32_t>::max())
        throw std::length_error("too many different words at once");
    terms_ += term;
    ends_.push_back(static_cast<std::uint32_t>(terms_.size()));
    return static_cast<std::uint32_t>(size() - 1);
}

std::optional<std::uint32_t> Vocabulary::find(std::string_view term) const {
    if (slots_.empty()) return std::nullopt;
    const Slot& slot = slots_[slot_of(term, static_cast<std::uint32_t>(base::hash64(term)))];
    return slot.next_number == 0 ? std::nullopt : std::optional(slot.next_number - 1);
}

std::size_t Vocabulary::slot_of(std::string_view term, std::uint32_t hash) const {
    std::size_t at = first_slot(hash);
    for (; slots_[at].next_number != 0; at = (at + 1) & (slots_.size() - 1))
        if (slots_[at].hash == hash && (*this)[slots_[at].next_number - 1] == term) break;
    return at;
}

void Vocabulary::grow() {
    const std::vector<Slot> old =
        std::exchange(slots_, std::vector<Slot>(std::max(least_slots, 2 * slots_.size())));
    for (const Slot& slot : old) {
        if (slot.next_number == 0) continue;
        std::size_t at = first_slot(slot.hash);
        while (slots_[at].next_number != 0) at = (at + 1) & (slots_.size() - 1);
        slots_[at] = slot;
    }
}

std::vector<Vocabulary::Place> Vocabulary::sorted() const {
    std::vector<Place> places(size());
    for (std::uint32_t i = 0; i < size(); ++i) places[i] = {beginning_of((*this)[i]), i};
    std::sort(places.begin(), places.end(), [this](const Place& a, const Place& b) {
        if (a.beginning != b.beginning) return a.beginning < b.beginning;
        return (*this)[a.number] < (*this)[b.number];
    });
    return places;
}

std::size_t Vocabulary::bytes() const noexcept {
    return terms_.capacity() + ends_.capacity() * (sizeof(std::uint32_t) + sizeof(Place)) +
           slots_.capacity() * sizeof(Slot);
}

void Vocabulary::clear() {
    terms_.clear();
    ends_.resize(1);
    std::fill(slots_.begin(), slots_.end(), Slot());
    used_slots_ = 0;
}

}  // namespace morgue::glass
