#include <algorithm>
#include <glass/inverter.hpp>
#include <glass/termlist.hpp>
#include <limits>
#include <stdexcept>
#include <utility>

namespace morgue::glass {

namespace {

/// As Xapian limits them.
constexpr std::size_t max_term_bytes = 245;
/// What stands behind a term in the keys that hold it: its end and a docid.
constexpr std::size_t bytes_after_term = 6;

void check_term(std::string_view term) {
    const auto doubled =
        static_cast<std::size_t>(std::count(term.begin(), term.end(), '\0')) + term.size();
    if (term.empty()) throw std::length_error("a term is empty");
    if (term.size() > max_term_bytes || doubled + bytes_after_term > TableWriter::max_key_bytes)
        throw std::length_error("a term of " + std::to_string(term.size()) + " bytes is too long");
}

void check(const DocumentView& document) {
    std::uint64_t length = 0;
    for (const TermEntry& entry : document.terms) {
        check_term(entry.term);
        length += entry.wdf;
    }
    if (length > std::numeric_limits<std::uint32_t>::max())
        throw std::length_error("a document of " + std::to_string(length) + " words is too long");
    if (document.data.size() > TableWriter::max_tag_bytes)
        throw std::length_error("a document of " + std::to_string(document.data.size()) +
                                " bytes is too long");
}

}  // namespace

std::size_t Inverter::bytes() const noexcept {
    return batch_.bytes() + run_.bytes();
}

Batch::StoredTag Inverter::store(std::string_view tag) {
    batch_.tags += tag;
    return {static_cast<std::uint32_t>(tag.size()), Tag::raw};
}

Batch::StoredTag Inverter::deflate(std::string_view tag) {
    const Deflater::Packed packed = deflater_.pack(tag);
    batch_.tags += packed.bytes;
    return {static_cast<std::uint32_t>(packed.bytes.size()), packed.form};
}

void Inverter::add(std::uint32_t number, const DocumentView& document) {
    check(document);
    Batch::Document entry;
    entry.number = number;
    entry.length = length_of(document.terms);
    entry.data = deflate(document.data);
    tag_.clear();
    put_termlist(tag_, document.terms);
    entry.terms = deflate(tag_);
    tag_.clear();
    put_used_slots(tag_, document.values);
    entry.slots = store(tag_);
    batch_.documents.push_back(entry);
    for (const ValueEntry& value : document.values) batch_.slots[value.slot].add(value.value);
    run_.add(number, document);
}

Batch Inverter::seal() {
    batch_.run = run_.take();
    return std::exchange(batch_, {});
}

}  // namespace morgue::glass
