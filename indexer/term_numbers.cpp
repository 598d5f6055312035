#include <algorithm>

#include <base/hash.hpp>
#include <indexer/term_numbers.hpp>

namespace morgue::indexer {

namespace {

constexpr std::size_t first_slots = 256;

}  // namespace

TermNumbers::TermNumbers() : slots_(first_slots) {}

std::uint32_t TermNumbers::number_of(std::string_view term) {
    const auto hash = static_cast<std::uint32_t>(base::hash64(term));
    std::size_t at = hash & (slots_.size() - 1);
    for (; slots_[at].after != 0; at = (at + 1) & (slots_.size() - 1)) {
        const std::uint32_t number = slots_[at].after - 1;
        if (slots_[at].hash == hash && terms_[number] == term) return number;
    }
    const std::uint32_t number = add(term);
    slots_[at] = {hash, number + 1};
    if (2 * terms_.size() > slots_.size()) grow();
    return number;
}

std::uint32_t TermNumbers::add(std::string_view term) {
    auto* bytes = static_cast<char*>(memory_.allocate(term.size(), 1));
    term.copy(bytes, term.size());
    terms_.emplace_back(bytes, term.size());
    return static_cast<std::uint32_t>(terms_.size() - 1);
}

void TermNumbers::grow() {
    std::vector<Slot> before(2 * slots_.size());
    before.swap(slots_);
    for (const Slot& slot : before) {
        if (slot.after == 0) continue;
        std::size_t at = slot.hash & (slots_.size() - 1);
        while (slots_[at].after != 0) at = (at + 1) & (slots_.size() - 1);
        slots_[at] = slot;
    }
}

void TermNumbers::clear() noexcept {
    std::fill(slots_.begin(), slots_.end(), Slot());
    terms_.clear();
    memory_.release();
}

}  // namespace morgue::indexer
