#include <algorithm>
#include <glass/termlist.hpp>

#include <base/bytes.hpp>

namespace morgue::glass {

namespace {

/// Greater wdfs are never packed into the byte of the shared beginning.
constexpr std::uint32_t max_packed_wdf = 126;

std::size_t shared_beginning(std::string_view a, std::string_view b) {
    return static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first -
                                    a.begin());
}

void put_next_term(std::string& out, std::string_view previous, const TermEntry& entry) {
    const std::size_t shared = shared_beginning(previous, entry.term);
    const std::string_view tail = entry.term.substr(shared);
    const std::size_t packed = (entry.wdf + std::size_t{1}) * (previous.size() + 1) + shared;
    const bool is_packed = entry.wdf <= max_packed_wdf && packed < 256;
    base::put_big_endian(out, is_packed ? packed : shared, 1);
    base::put_big_endian(out, tail.size(), 1);
    out += tail;
    if (!is_packed) base::put_varint(out, entry.wdf);
}

}  // namespace

std::uint32_t length_of(std::span<const TermEntry> terms) {
    std::uint32_t length = 0;
    for (const TermEntry& entry : terms) length += entry.wdf;
    return length;
}

void put_termlist(std::string& out, std::span<const TermEntry> terms) {
    if (terms.empty()) return;
    base::put_varint(out, length_of(terms));
    base::put_varint(out, terms.size());
    base::put_big_endian(out, terms.front().term.size(), 1);
    out += terms.front().term;
    base::put_varint(out, terms.front().wdf);
    for (std::size_t i = 1; i < terms.size(); ++i) put_next_term(out, terms[i - 1].term, terms[i]);
}

void put_used_slots(std::string& out, std::span<const ValueEntry> values) {
    std::uint32_t next = 0;
    for (const ValueEntry& entry : values) {
        base::put_varint(out, entry.slot - next);
        next = entry.slot + 1;
    }
}

}  // namespace morgue::glass
