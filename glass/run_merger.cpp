#include <algorithm>
#include <glass/pack.hpp>
#include <glass/posting_writer.hpp>
#include <glass/run_merger.hpp>
#include <map>

namespace morgue::glass {

namespace {

/// Later in the heap: the greater term, and of equal ones the later run.
bool comes_later(const RunReader* a, const RunReader* b) {
    const int order = a->term().compare(b->term());
    return order != 0 ? order > 0 : a > b;
}

}  // namespace

RunMerger::RunMerger(const std::vector<std::string>& runs) {
    runs_.reserve(runs.size());
    for (const std::string& path : runs) runs_.emplace_back(path);
}

void RunMerger::write_values(TableWriter& postlist) {
    // By the key of each slot: that is the order in which a run holds them.
    std::map<std::string, std::vector<RunReader*>> next;
    const auto advance = [&](RunReader& run) {
        if (run.next_slot()) next[value_chunk_key(run.slot())].push_back(&run);
    };
    for (RunReader& run : runs_) advance(run);
    while (!next.empty()) {
        std::vector<RunReader*> holders = std::move(next.extract(next.begin()).mapped());
        std::sort(holders.begin(), holders.end());
        ValueWriter values(postlist, holders.front()->slot());
        for (RunReader* const run : holders)
            for (std::uint64_t left = run->values(); left > 0; --left) {
                const RunReader::Value value = run->next_value();
                values.add(value.docid, value.bytes);
            }
        values.end();
        for (RunReader* const run : holders) advance(*run);
    }
}

void RunMerger::find_least_term() {
    least_.clear();
    while (!waiting_.empty() &&
           (least_.empty() || waiting_.front()->term() == least_.front()->term())) {
        std::pop_heap(waiting_.begin(), waiting_.end(), comes_later);
        least_.push_back(waiting_.back());
        waiting_.pop_back();
    }
}

void RunMerger::write_term(TableWriter& postlist, TableWriter& position) {
    const std::string& term = least_.front()->term();
    PostingWriter postings(postlist);
    postings.begin(term);
    std::string key;
    put_sort_string(key, term);
    put_sort_string_end(key);
    const std::size_t term_bytes = key.size();
    for (RunReader* const run : least_)
        for (std::uint64_t left = run->postings(); left > 0; --left) {
            const RunReader::Posting posting = run->next_posting();
            postings.add({posting.docid, posting.wdf});
            if (posting.positions.empty()) continue;
            key.resize(term_bytes);
            put_sortable(key, posting.docid);
            position.add(key, posting.positions);
        }
    postings.end();
}

void RunMerger::write_postings(TableWriter& postlist, TableWriter& position) {
    for (RunReader& run : runs_)
        if (run.next_term()) waiting_.push_back(&run);
    std::make_heap(waiting_.begin(), waiting_.end(), comes_later);
    for (find_least_term(); !least_.empty(); find_least_term()) {
        write_term(postlist, position);
        for (RunReader* const run : least_) {
            if (!run->next_term()) continue;
            waiting_.push_back(run);
            std::push_heap(waiting_.begin(), waiting_.end(), comes_later);
        }
    }
}

}  // namespace morgue::glass
