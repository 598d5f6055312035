#include <algorithm>
#include <memory>

#include <text/dictionary.hpp>

namespace morgue::text {

namespace {

/// Forms take more room where letters unfold into many; no more than this on average.
constexpr std::size_t most_bytes_a_word = 160;
constexpr std::size_t first_slots = 256;

}  // namespace

Dictionary::Dictionary(std::size_t most_words) : most_words_(most_words), slots_(first_slots) {}

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
