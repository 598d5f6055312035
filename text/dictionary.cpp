#include <algorithm>
#include <cstring>
#include <memory>

#include <text/dictionary.hpp>

namespace morgue::text {

namespace {

/// Longer ones hardly recur, and a key has eight bits for the length.
constexpr std::size_t longest_bytes = 64;
/// Forms take more room where letters unfold into many; no more than this on average.
constexpr std::size_t most_bytes_a_word = 160;
constexpr std::size_t first_slots = 256;

/// The upper bits of a product depend on all bits of its factors. Words of over 16 bytes that
/// differ in their middle alone share a hash, and are few.
std::uint32_t hash_of(const Spelling::Key& key) noexcept {
    constexpr std::uint64_t multiplier = 0x9E3779B97F4A7C15U;
    std::uint64_t hash = (key.first ^ key.light_and_size) * multiplier;
    hash = (hash ^ hash >> 32 ^ key.last) * multiplier;
    return static_cast<std::uint32_t>(hash >> 32);
}

}  // namespace

Spelling::Spelling(std::string_view bytes, std::uint32_t light) noexcept : bytes_(bytes) {
    const std::size_t size = bytes.size();
    if (size >= 8) {
        std::memcpy(&key_.first, bytes.data(), 8);
        std::memcpy(&key_.last, bytes.data() + size - 8, 8);
    } else if (size >= 4) {
        std::memcpy(&key_.first, bytes.data(), 4);
        std::memcpy(&key_.last, bytes.data() + size - 4, 4);
    } else {
        bytes.copy(reinterpret_cast<char*>(&key_.first), size);
    }
    key_.light_and_size = light << 8 | static_cast<std::uint8_t>(size);
    key_.hash = hash_of(key_);
}

Dictionary::Dictionary(std::size_t most_words) : most_words_(most_words), slots_(first_slots) {}

const Dictionary::Entry* Dictionary::find(const Spelling& spelling) const noexcept {
    if (spelling.bytes().size() > longest_bytes) return nullptr;
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t at = first_slot(spelling); slots_[at].number != 0; at = (at + 1) & mask)
        if (holds(slots_[at], spelling)) return &words_[slots_[at].number - 1].entry;
    return nullptr;
}

bool Dictionary::holds(const Slot& slot, const Spelling& spelling) const noexcept {
    if (slot.hash != spelling.key().hash) return false;
    const Word& word = words_[slot.number - 1];
    const std::string_view bytes = spelling.bytes();
    return word.key == spelling.key() && (bytes.size() <= Spelling::most_bytes_in_key ||
                                          std::memcmp(bytes.data(), word.bytes, bytes.size()) == 0);
}

Dictionary::Entry Dictionary::remember(const Spelling& spelling, const Entry& made) {
    if (full() || spelling.bytes().size() > longest_bytes) return made;
    if (2 * (words_.size() + 1) > slots_.size()) grow();
    const auto number = static_cast<std::uint32_t>(words_.size() + 1);
    const std::string_view bytes = keep(spelling.bytes());
    words_.push_back({spelling.key(), bytes.data(), {keep(made.forms, bytes), made.cut, number}});
    place({spelling.key().hash, number});
    return words_.back().entry;
}

bool Dictionary::full() const noexcept {
    return words_.size() >= most_words_ || bytes_ >= most_words_ * most_bytes_a_word;
}

void Dictionary::clear() noexcept {
    std::fill(slots_.begin(), slots_.end(), Slot());
    words_.clear();
    bytes_ = 0;
    memory_.release();
}

void Dictionary::grow() {
    std::vector<Slot> before(2 * slots_.size());
    before.swap(slots_);
    for (const Slot& slot : before)
        if (slot.number != 0) place(slot);
}

void Dictionary::place(const Slot& slot) noexcept {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = slot.hash & mask;
    while (slots_[at].number != 0) at = (at + 1) & mask;
    slots_[at] = slot;
}

std::string_view Dictionary::keep(std::string_view bytes) {
    auto* kept = static_cast<char*>(memory_.allocate(bytes.size(), 1));
    bytes.copy(kept, bytes.size());
    bytes_ += bytes.size();
    return {kept, bytes.size()};
}

/// Most words of lower case are a form of themselves: its text is theirs.
std::span<const Form> Dictionary::keep(std::span<const Form> forms, std::string_view bytes) {
    auto* kept = static_cast<Form*>(memory_.allocate(forms.size_bytes(), alignof(Form)));
    std::uninitialized_copy(forms.begin(), forms.end(), kept);
    for (Form& form : std::span(kept, forms.size()))
        form.text = form.text == bytes ? bytes : keep(form.text);
    bytes_ += forms.size_bytes();
    return {kept, forms.size()};
}

}  // namespace morgue::text
