#include <algorithm>
#include <glass/merger.hpp>
#include <glass/pack.hpp>
#include <glass/posting_writer.hpp>
#include <glass/value_writer.hpp>
#include <map>

namespace morgue::glass {

bool Merger::comes_later(const Waiting& a, const Waiting& b) {
    const int order = a.source->term().compare(b.source->term());
    return order != 0 ? order > 0 : a.number > b.number;
}

void Merger::write_values(TableWriter& postlist) {
    // By the key of each slot, then by the source's number.
    std::map<std::string, std::map<std::size_t, Source*>> next;
    const auto advance = [&](std::size_t number, Source* source) {
        if (source->next_slot()) next[value_chunk_key(source->slot())].emplace(number, source);
    };
    for (std::size_t i = 0; i < sources_.size(); ++i) advance(i, sources_[i]);
    while (!next.empty()) {
        const auto holders = std::move(next.extract(next.begin()).mapped());
        ValueWriter values(postlist, holders.begin()->second->slot());
        Source::Value value;
        for (const auto& [number, source] : holders)
            while (source->next_value(value)) values.add(value.docid, value.bytes);
        values.end();
        for (const auto& [number, source] : holders) advance(number, source);
    }
}

void Merger::wait_for_next(const Waiting& waiting) {
    if (!waiting.source->next_term()) return;
    waiting_.push_back(waiting);
    std::push_heap(waiting_.begin(), waiting_.end(), comes_later);
}

void Merger::find_least_term() {
    least_.clear();
    while (!waiting_.empty() &&
           (least_.empty() || waiting_.front().source->term() == least_.front().source->term())) {
        std::pop_heap(waiting_.begin(), waiting_.end(), comes_later);
        least_.push_back(waiting_.back());
        waiting_.pop_back();
    }
}

void Merger::write_term(TableWriter& postlist, TableWriter& position) {
    const std::string& term = least_.front().source->term();
    PostingWriter postings(postlist);
    postings.begin(term);
    std::string key;
    put_sort_string(key, term);
    put_sort_string_end(key);
    const std::size_t term_bytes = key.size();
    Source::Posting posting;
    for (const Waiting& from : least_)
        while (from.source->next_posting(posting)) {
            postings.add({posting.docid, posting.wdf});
            highest_wdf_ = std::max(highest_wdf_, posting.wdf);
            if (posting.positions.empty()) continue;
            key.resize(term_bytes);
            put_sortable(key, posting.docid);
            position.add(key, posting.positions);
        }
    postings.end();
}

std::uint32_t Merger::write_postings(TableWriter& postlist, TableWriter& position) {
    for (std::size_t i = 0; i < sources_.size(); ++i) wait_for_next({sources_[i], i});
    for (find_least_term(); !least_.empty(); find_least_term()) {
        if (stop_.stop_requested()) throw Interrupted();
        write_term(postlist, position);
        for (const Waiting& done : least_) wait_for_next(done);
    }
    return highest_wdf_;
}

}  // namespace morgue::glass
