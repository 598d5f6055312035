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

char* put_next_term(char* at, std::string_view previous, const TermEntry& entry) {
    const std::size_t shared = shared_beginning(previous, entry.term);
    const std::string_view tail = entry.term.substr(shared);
    const std::size_t packed = (entry.wdf + std::size_t{1}) * (previous.size() + 1) + shared;
    const bool is_packed = entry.wdf <= max_packed_wdf && packed < 256;
    *at++ = static_cast<char>(is_packed ? packed : shared);
    *at++ = static_cast<char>(tail.size());
    at = put_bytes(at, tail);
    return is_packed ? at : put_varint(at, entry.wdf);
}

/// Of a term, beside its own.
constexpr std::size_t most_bytes_beside = 2 + longest_varint;

}  // namespace

std::uint32_t length_of(std::span<const TermEntry> terms) {
    std::uint32_t length = 0;
    for (const TermEntry& entry : terms) length += entry.wdf;
    return length;
}

void put_termlist(ByteBuffer& out, std::span<const TermEntry> terms) {
    if (terms.empty()) return;
    std::size_t most = 2 * longest_varint;
    for (const TermEntry& entry : terms) most += entry.term.size() + most_bytes_beside;
    char* at = put_varint(out.open(most), length_of(terms));
    at = put_varint(at, static_cast<std::uint32_t>(terms.size()));
    *at++ = static_cast<char>(terms.front().term.size());
    at = put_varint(put_bytes(at, terms.front().term), terms.front().wdf);
    for (std::size_t i = 1; i < terms.size(); ++i)
        at = put_next_term(at, terms[i - 1].term, terms[i]);
    out.close(at);
}

bool for_each_term(std::string_view termlist,
                   const std::function<bool(std::string_view term, std::uint32_t wdf)>& fn) {
    if (termlist.empty()) return true;
    base::ByteReader in(termlist);
    in.varint();  // length of the document
    std::uint64_t left = in.varint();
    std::string term(in.bytes(in.big_endian(1)));
    auto wdf = static_cast<std::uint32_t>(in.varint());
    for (; left > 0; --left) {
        if (in.failed() || !fn(term, wdf)) return !in.failed();
        if (left == 1) break;
        std::size_t shared = in.big_endian(1);
        // A number that no shared beginning can have holds the wdf, too.
        const bool is_packed = shared > term.size();
        if (is_packed) wdf = static_cast<std::uint32_t>(shared / (term.size() + 1)) - 1;
        if (is_packed) shared %= term.size() + 1;
        term.resize(shared);
        term += in.bytes(in.big_endian(1));
        if (!is_packed) wdf = static_cast<std::uint32_t>(in.varint());
    }
    return in.finished();
}

void put_used_slots(std::string& out, std::span<const ValueEntry> values) {
    std::uint32_t next = 0;
    for (const ValueEntry& entry : values) {
        base::put_varint(out, entry.slot - next);
        next = entry.slot + 1;
    }
}

}  // namespace morgue::glass
