#include <algorithm>
#include <cassert>
#include <cstring>
#include <glass/positions.hpp>
#include <glass/term_log.hpp>
#include <stdexcept>
#include <utility>

#include <base/bytes.hpp>

namespace morgue::glass {

/// Their length nearly always takes one byte, which is left free for it.
std::uint32_t TermLog::log_positions(std::span<const std::uint32_t> positions) {
    if (positions.empty()) return none;
    const auto begin = static_cast<std::uint32_t>(positions_.size());
    char* const at = positions_.open(longest_varint + most_position_bytes(positions.size()));
    const char* const end = put_positions(at + 1, positions);
    const auto size = static_cast<std::uint32_t>(end - at - 1);
    char* const moved = at + varint_bytes(size);
    if (moved != at + 1) std::memmove(moved, at + 1, size);
    put_varint(at, size);
    positions_.close(moved + size);
    return begin;
}

std::uint32_t TermLog::number_of(const TermEntry& entry) {
    if (entry.key == 0) return vocabulary_.number_of(entry.term);
    if (entry.key >= by_key_.size())
        by_key_.resize(std::max<std::size_t>(entry.key + 1, 2 * by_key_.size()));
    std::uint32_t& next_number = by_key_[entry.key];
    if (next_number == 0) next_number = vocabulary_.append(entry.term) + 1;
    assert(vocabulary_[next_number - 1] == entry.term);
    return next_number - 1;
}

void TermLog::add(std::uint32_t number, std::span<const TermEntry> terms) {
    for (const TermEntry& entry : terms) __builtin_prefetch(by_key_.data() + entry.key);
    numbered_.clear();
    std::size_t most = positions_.size();
    for (const TermEntry& entry : terms) {
        numbered_.push_back(number_of(entry));
        most += longest_varint + most_position_bytes(entry.positions.size());
    }
    if (std::max(most, records_.size() + terms.size()) >= none)
        throw std::length_error("too many words at once");
    for (std::size_t i = 0; i < terms.size(); ++i)
        records_.push_back({numbered_[i], terms[i].wdf, log_positions(terms[i].positions)});
    numbers_.push_back(number);
    ends_.push_back(records_.size());
}

TermLog::Postings TermLog::by_term() const {
    Postings postings;
    postings.terms = vocabulary_.sorted();
    std::vector<std::uint32_t> next(vocabulary_.size());
    for (const Record& record : records_) ++next[record.term];
    std::uint32_t begin = 0;
    for (const Vocabulary::Place& place : postings.terms)
        begin += std::exchange(next[place.number], begin);
    postings.all.resize(records_.size());
    std::uint32_t document = 0;
    for (std::size_t i = 0; i < records_.size(); ++i) {
        while (i == ends_[document]) ++document;
        const Record& record = records_[i];
        postings.all[next[record.term]++] = {document, record.wdf, record.positions};
    }
    postings.ends = std::move(next);
    return postings;
}

/// Positions lie far apart in memory.
void TermLog::prefetch_positions_after(const Postings& postings, const Posting& posting) const {
    constexpr std::ptrdiff_t ahead = 16;
    const Posting& coming = (&posting)[std::min(ahead, &postings.all.back() - &posting)];
    if (coming.positions != none) __builtin_prefetch(positions_.view().data() + coming.positions);
}

void TermLog::put_sections(const Postings& postings, Run& run) const {
    StretchBuilder counts;
    StretchBuilder places;
    postings.for_each_term([&](std::size_t i, std::span<const Posting> of_term) {
        for (const Posting& posting : of_term) {
            prefetch_positions_after(postings, posting);
            const std::uint32_t number = numbers_[posting.document];
            counts.add_wdf(number, posting.wdf);
            if (posting.positions == none) continue;
            base::ByteReader log(positions_.view().substr(posting.positions));
            places.add_string(number, log.string());
        }
        const std::string_view term = vocabulary_[postings.terms[i].number];
        counts.put(run.postings, term);
        places.put(run.positions, term);
    });
    end_section(run.postings);
    end_section(run.positions);
}

std::vector<TermLog::ListedTerm> TermLog::by_document(const Postings& postings) const {
    std::vector<std::size_t> next(ends_.size());
    for (std::size_t i = 0; i < next.size(); ++i) next[i] = first_record(i);
    std::vector<ListedTerm> listed(records_.size());
    postings.for_each_term([&](std::size_t i, std::span<const Posting> of_term) {
        const std::uint32_t term = postings.terms[i].number;
        for (const Posting& posting : of_term)
            listed[next[posting.document]++] = {term, posting.wdf};
    });
    return listed;
}

void TermLog::take_list(std::span<const ListedTerm> all, std::size_t document,
                        std::vector<TermEntry>& into) const {
    into.clear();
    for (std::size_t i = first_record(document); i < ends_[document]; ++i)
        into.push_back({vocabulary_[all[i].term], all[i].wdf, {}});
}

std::size_t TermLog::bytes() const noexcept {
    return vocabulary_.bytes() + by_key_.capacity() * sizeof(std::uint32_t) +
           positions_.capacity() +
           records_.capacity() * (sizeof(Record) + sizeof(Posting) + sizeof(ListedTerm)) +
           numbers_.capacity() * (sizeof(std::uint32_t) + sizeof(std::size_t));
}

void TermLog::clear() {
    vocabulary_.clear();
    std::fill(by_key_.begin(), by_key_.end(), 0U);
    numbers_.clear();
    ends_.clear();
    records_.clear();
    positions_.clear();
}

}  // namespace morgue::glass
