#include <algorithm>
#include <utility>

#include <tools/kwic/kwic_rows.hpp>
#include <tools/output.hpp>

namespace morgue::tools {

bool KwicRows::take(const Occurrence& occurrence) {
    if (side_) {
        waiting_.push_back({sort_key(occurrence, *side_), printer_.row(occurrence)});
        return true;
    }
    has_more_ = window_.is_behind(taken_);
    if (has_more_) return false;
    if (taken_++ >= window_.offset) write(printer_.row(occurrence));
    return true;
}

void KwicRows::end() {
    write_head();
    std::stable_sort(waiting_.begin(), waiting_.end(),
                     [](const Waiting& a, const Waiting& b) { return a.key < b.key; });
    for (std::size_t i = window_.offset; i < waiting_.size() && !has_more_; ++i) {
        has_more_ = window_.is_behind(i);
        if (!has_more_) write(waiting_[i].row);
    }
}

void KwicRows::write_head() {
    if (!std::exchange(has_head_, true)) write_out(printer_.head());
}

void KwicRows::write(const std::string& row) {
    write_head();
    ++written_;
    write_out(row);
    end_record();
}

}  // namespace morgue::tools
