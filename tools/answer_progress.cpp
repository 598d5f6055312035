#include <algorithm>

#include <tools/answer_progress.hpp>
#include <tools/render/pace.hpp>
#include <tools/render/wording.hpp>

namespace morgue::tools {

AnswerProgress::AnswerProgress(const Searcher& searcher, const Query& query,
                               const SearchOptions& options, bool plain)
    : searcher_(searcher),
      query_(query),
      offset_(options.offset),
      limit_(options.limit),
      line_(plain) {}

void AnswerProgress::step() {
    ++taken_;
    line_.show([this] { return tell(); });
}

Progress AnswerProgress::tell() {
    const std::chrono::duration<double> gone = Clock::now() - begin_;
    const double share = share_of(taken_, all());
    return {"printing",
            share,
            {grouped(taken_) + " of " + counted(all(), "article"), time_left(share, gone.count()),
             rate(taken_, gone.count(), "articles")}};
}

std::size_t AnswerProgress::all() {
    if (!all_) {
        const std::size_t answering = searcher_.count(query_).articles;
        all_ = std::min(limit_, answering - std::min(answering, offset_));
    }
    return *all_;
}

}  // namespace morgue::tools
