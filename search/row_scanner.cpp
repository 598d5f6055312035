#include <algorithm>

#include <schema/term.hpp>
#include <search/row_scanner.hpp>

namespace morgue::search {

namespace {

constexpr std::size_t word_bits = 64;

void set_bit(StepMask& mask, std::size_t bit) {
    mask[bit / word_bits] |= std::uint64_t{1} << bit % word_bits;
}

bool has_bit(const StepMask& mask, std::size_t bit) {
    return (mask[bit / word_bits] >> bit % word_bits & 1) != 0;
}

/// active = (active shifted by one, with the first bit set) & now
void step(StepMask& active, const StepMask& now) {
    std::uint64_t carry = 1;
    for (std::size_t word = 0; word < active.size(); ++word) {
        const std::uint64_t next = active[word] >> (word_bits - 1);
        active[word] = (active[word] << 1 | carry) & now[word];
        carry = next;
    }
}

}  // namespace

const std::vector<std::string>* RowTable::exact(std::size_t leaf) const {
    const auto found = exact_.find(leaf);
    return found == exact_.end() ? nullptr : &found->second;
}

void RowTable::add(const Words& words) {
    if (!words.exact.empty()) exact_[words.leaf] = words.exact;
    for (const Row& row : words.rows) {
        if (row.choices.empty()) continue;
        const std::size_t number = rows_.size();
        const std::size_t length = row.choices.size();
        rows_.push_back({words.leaf, length, row.reaches_next, StepMask(length / word_bits + 1)});
        for (std::size_t bit = 0; bit < length; ++bit) {
            if (is_gap(row.choices[bit])) {
                set_bit(rows_.back().gaps, bit);
                continue;
            }
            for (const std::string& term : row.choices[bit]) {
                if (term.size() > 1) endings_[pair_at_end(term)] = true;
                beginnings_.add(schema::text_of_form_term(term));
                std::vector<Entry>& entries = entries_[term];
                if (entries.empty() || entries.back().row != number)
                    entries.push_back({number, StepMask(length / word_bits + 1)});
                set_bit(entries.back().steps, bit);
            }
        }
        if (std::ranges::any_of(row.choices, is_gap)) gapped_.push_back(number);
    }
}

std::span<const RowTable::Entry> RowTable::find(const std::string& term) const {
    const auto found = entries_.find(term);
    if (found == entries_.end()) return {};
    return found->second;
}

void RowScanner::term(const std::string& term, bool joined) {
    for (const RowTable::Entry& entry : table_.find(term)) {
        State& state = touched(entry.row);
        for (std::size_t word = 0; word < entry.steps.size(); ++word)
            state.now[word] |= entry.steps[word];
        if (joined) continue;
        state.own_first |= has_bit(entry.steps, 0);
        state.own_last |= has_bit(entry.steps, table_.rows()[entry.row].length - 1);
    }
}

void RowScanner::pass(std::span<const text::PlainWord> words) {
    group_ = 0;
    growing_.clear();
    if (table_.gapped().empty())
        for (const text::PlainWord& word : words)
            words_.push_back({word.begin, word.end, word.starts_sentence});
    else
        for (const text::PlainWord& word : words) pass_by_gaps(word);
}

void RowScanner::pass_by_gaps(const text::PlainWord& word) {
    group_begin_ = word.begin;
    words_.push_back({word.begin, word.end, word.starts_sentence});
    end_token();
}

RowScanner::State& RowScanner::touched(std::size_t row) {
    State& state = states_[row];
    if (state.touched) return state;
    state.touched = true;
    state.now = table_.rows()[row].gaps;
    state.own_first = state.own_last = false;
    touched_.push_back(row);
    return state;
}

void RowScanner::advance_touched() {
    for (const std::size_t row : touched_) advance(row);
    touched_.clear();
}

void RowScanner::advance(std::size_t row) {
    State& state = states_[row];
    const std::size_t position = words_.size() - 1;
    state.touched = false;
    if (state.active.empty() || state.position + 1 != position)
        state.active.assign(state.now.size(), 0);
    step(state.active, state.now);
    state.position = position;
    if (has_bit(state.active, 0) && !state.own_first)
        state.compound_starts[position] = group_begin_;
    if (has_bit(state.active, table_.rows()[row].length - 1)) found(row);
}

void RowScanner::found(std::size_t row) {
    const RowTable::RowFacts& facts = table_.rows()[row];
    const State& state = states_[row];
    const std::size_t first = words_.size() - facts.length;
    const auto compound = state.compound_starts.find(first);
    const std::size_t begin =
        compound == state.compound_starts.end() ? words_[first].begin : compound->second;
    if (facts.reaches_next || !state.own_last)
        growing_.push_back({spans_.size(), group_, facts.reaches_next});
    const std::size_t last = words_.size() - (facts.reaches_next ? 0 : 1);
    spans_.push_back({{begin, words_.back().end}, facts.leaf, first, last});
}

void RowScanner::grow(std::uint32_t group) {
    std::erase_if(growing_, [&](const Growing& growing) {
        if (growing.group == 0 || growing.group != group) return true;
        spans_[growing.span].range.end = words_.back().end;
        return growing.once;
    });
}

}  // namespace morgue::search
