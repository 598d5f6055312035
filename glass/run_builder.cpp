#include <algorithm>
#include <glass/positions.hpp>
#include <glass/run_builder.hpp>
#include <glass/value_writer.hpp>
#include <numeric>

#include <base/bytes.hpp>

namespace morgue::glass {

namespace {

/// What a distinct term costs beside its bytes: string, map node, bucket.
constexpr std::size_t bytes_of_a_term = 96;
/// A record, and its place while sorting.
constexpr std::size_t bytes_beside_a_record = sizeof(std::uint32_t);

}  // namespace

std::size_t RunBuilder::bytes() const noexcept {
    return records_.size() * (sizeof(Record) + bytes_beside_a_record) + positions_.size() +
           other_bytes_;
}

std::uint32_t RunBuilder::number_of(std::string_view term) {
    const auto known = numbers_.find(term);
    if (known != numbers_.end()) return known->second;
    const auto number = static_cast<std::uint32_t>(names_.size());
    names_.emplace_back(term);
    numbers_.emplace(names_.back(), number);
    other_bytes_ += term.size() + bytes_of_a_term;
    return number;
}

void RunBuilder::add(std::uint32_t docid, const DocumentView& document) {
    for (const TermEntry& entry : document.terms) {
        Record record{positions_.size(), number_of(entry.term), docid, entry.wdf, 0};
        if (!entry.positions.empty()) put_positions(positions_, entry.positions);
        record.position_bytes = static_cast<std::uint32_t>(positions_.size() - record.positions);
        records_.push_back(record);
    }
    for (const ValueEntry& entry : document.values) {
        auto& [count, bytes] = values_[entry.slot];
        const std::size_t before = bytes.size();
        ++count;
        base::put_varint(bytes, docid);
        base::put_string(bytes, entry.value);
        other_bytes_ += bytes.size() - before;
    }
}

std::vector<std::uint32_t> RunBuilder::sorted_terms() const {
    std::vector<std::uint32_t> terms(names_.size());
    std::iota(terms.begin(), terms.end(), 0U);
    std::sort(terms.begin(), terms.end(),
              [this](std::uint32_t a, std::uint32_t b) { return names_[a] < names_[b]; });
    return terms;
}

std::vector<std::uint32_t> RunBuilder::by_term(const std::vector<std::uint32_t>& terms,
                                               std::vector<std::size_t>& begins) const {
    std::vector<std::uint32_t> rank(terms.size());
    for (std::uint32_t i = 0; i < terms.size(); ++i) rank[terms[i]] = i;
    begins.assign(terms.size() + 1, 0);
    for (const Record& record : records_) ++begins[rank[record.term] + 1];
    std::partial_sum(begins.begin(), begins.end(), begins.begin());
    std::vector<std::size_t> next(begins.begin(), begins.end() - 1);
    std::vector<std::uint32_t> order(records_.size());
    for (std::uint32_t i = 0; i < records_.size(); ++i) order[next[rank[records_[i].term]]++] = i;
    return order;
}

std::string RunBuilder::take() {
    std::string out;
    put_values(out);
    put_postings(out);
    clear();
    return out;
}

/// A slot stands as its number and one, so that 0 can end the list.
void RunBuilder::put_values(std::string& out) const {
    std::map<std::string, std::uint32_t> slots;
    for (const auto& [slot, values] : values_) slots.emplace(value_chunk_key(slot), slot);
    for (const auto& [key, slot] : slots) {
        const auto& [count, bytes] = values_.at(slot);
        base::put_varint(out, slot + std::uint64_t{1});
        base::put_varint(out, count);
        out += bytes;
    }
    out += '\0';
}

void RunBuilder::put_postings(std::string& out) const {
    const std::vector<std::uint32_t> terms = sorted_terms();
    std::vector<std::size_t> begins;
    const std::vector<std::uint32_t> order = by_term(terms, begins);
    for (std::size_t i = 0; i < terms.size(); ++i) {
        base::put_string(out, names_[terms[i]]);
        base::put_varint(out, begins[i + 1] - begins[i]);
        std::uint32_t last = 0;
        for (std::size_t at = begins[i]; at < begins[i + 1]; ++at) {
            const Record& record = records_[order[at]];
            base::put_varint(out, record.docid - last);
            base::put_varint(out, record.wdf);
            base::put_varint(out, record.position_bytes);
            out.append(positions_, record.positions, record.position_bytes);
            last = record.docid;
        }
    }
    out += '\0';
}

void RunBuilder::clear() {
    numbers_.clear();
    names_.clear();
    records_.clear();
    positions_.clear();
    values_.clear();
    other_bytes_ = 0;
}

}  // namespace morgue::glass
