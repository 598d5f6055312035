#include <algorithm>
#include <array>
#include <glass/stretch.hpp>

namespace morgue::glass {

namespace {

std::uint32_t step(const Stretch& from, const Stretch& to) {
    return to.first - from.last - 1;
}

}  // namespace

void put_stretches(std::string& out, std::string_view term, std::span<const Stretch> stretches) {
    Stretch joined = stretches.front();
    std::size_t bytes = joined.entries.size();
    for (const Stretch& next : stretches.subspan(1)) {
        bytes += varint_bytes(step(joined, next)) + next.entries.size();
        joined.last = next.last;
        joined.documents += next.documents;
        joined.occurrences += next.occurrences;
        joined.highest_wdf = std::max(joined.highest_wdf, next.highest_wdf);
    }
    std::array<char, 4 * longest_varint + 2 * longest_long_varint> numbers;
    char* at = put_varint(numbers.data(), joined.documents);
    at = put_varint(at, joined.first);
    at = put_varint(at, joined.last - joined.first);
    at = put_varint(at, joined.highest_wdf);
    at = put_varint(at, joined.occurrences);
    at = put_varint(at, bytes);
    base::put_string(out, term);
    out.append(numbers.data(), at);
    out += joined.entries;
    for (std::size_t i = 1; i < stretches.size(); ++i) {
        base::put_varint(out, step(stretches[i - 1], stretches[i]));
        out += stretches[i].entries;
    }
}

char* StretchBuilder::begin_entry(std::uint32_t docid, std::size_t most_bytes) {
    char* at = entries_.open(longest_varint + most_bytes);
    if (empty())
        stretch_.first = docid;
    else
        at = put_varint(at, docid - stretch_.last - 1);
    stretch_.last = docid;
    ++stretch_.documents;
    return at;
}

void StretchBuilder::add_string(std::uint32_t docid, std::string_view entry) {
    char* at = begin_entry(docid, longest_varint + entry.size());
    at = put_varint(at, static_cast<std::uint32_t>(entry.size()));
    entries_.close(put_bytes(at, entry));
}

void StretchBuilder::add_wdf(std::uint32_t docid, std::uint32_t wdf) {
    entries_.close(put_varint(begin_entry(docid, longest_varint), wdf));
    stretch_.occurrences += wdf;
    stretch_.highest_wdf = std::max(stretch_.highest_wdf, wdf);
}

void StretchBuilder::put(std::string& out, std::string_view term) {
    if (empty()) return;
    stretch_.entries = entries_.view();
    put_stretches(out, term, {&stretch_, 1});
    stretch_ = {};
    entries_.clear();
}

}  // namespace morgue::glass
