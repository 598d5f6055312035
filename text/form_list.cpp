#include <text/form_list.hpp>
#include <text/utf8.hpp>

namespace morgue::text {

void FormList::clear() noexcept {
    letters_.clear();
    entries_.clear();
    cut_ = false;
}

std::string_view FormList::text_of(const Entry& entry) const noexcept {
    return std::string_view(letters_).substr(entry.begin, entry.size);
}

void FormList::add(FormKind kind, bool asked, std::string_view text) {
    const auto kept = utf8_prefix(text, max_word_bytes);
    if (kept.size() < text.size()) cut_ = true;
    if (kept.empty()) return;
    for (auto& entry : entries_) {
        if (entry.kind == kind && text_of(entry) == kept) {
            entry.asked = entry.asked || asked;
            return;
        }
    }
    entries_.push_back({kind, asked, letters_.size(), kept.size()});
    letters_ += kept;
}

std::span<const Form> FormList::view() {
    forms_.clear();
    for (const auto& entry : entries_) forms_.push_back({entry.kind, entry.asked, text_of(entry)});
    return forms_;
}

}  // namespace morgue::text
