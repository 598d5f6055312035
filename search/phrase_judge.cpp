#include <algorithm>
#include <limits>
#include <span>

#include <search/first_of_all.hpp>
#include <search/phrase_judge.hpp>

namespace morgue::search {

namespace {

constexpr std::size_t most_terms = 200;

}  // namespace

bool PhraseJudge::can_read(const std::vector<Choice>& choices) {
    std::size_t terms = 0;
    for (const Choice& choice : choices) terms += choice.size();
    return terms <= most_terms;
}

PhraseJudge::PhraseJudge(const schema::Shard& part, const std::vector<Choice>& choices) {
    for (std::size_t place = 0; place < choices.size(); ++place) {
        if (is_gap(choices[place])) continue;
        Step& step = steps_.emplace_back(Step{.offset = static_cast<std::int64_t>(place)});
        for (const std::string& term : choices[place]) {
            step.occurrences += part.database.get_collection_freq(term);
            step.words.push_back({glass::PositionReader(part.places, term)});
        }
    }
    std::ranges::sort(steps_, {}, &Step::occurrences);
}

/// Of two, since more are not looked for where these two do not stand side by side.
Xapian::docid PhraseJudge::candidate(Xapian::docid docid) {
    const auto rarest = std::span(steps_).first(std::min<std::size_t>(steps_.size(), 2));
    return first_of_all(rarest, docid,
                        [](Step& step, Xapian::docid from) { return step.next(from); });
}

/// A list is not even looked for where the words before have left nothing to find.
bool PhraseJudge::stand_in(Xapian::docid docid) {
    begins_.clear();
    for (Step& step : steps_) {
        if (!step.find(docid)) return false;
        if (&step == &steps_.front())
            begin_with(step);
        else
            keep_begins_of(step);
        if (begins_.empty()) return false;
    }
    return true;
}

void PhraseJudge::begin_with(Step& step) {
    step.read(step.last);
    for (const std::int64_t place : step.places)
        if (place >= step.offset) begins_.push_back(place - step.offset);
}

void PhraseJudge::keep_begins_of(Step& step) {
    std::size_t kept = 0;
    const std::int64_t last = begins_.back() + step.offset;
    if (step.first <= last && step.last >= begins_.front() + step.offset) {
        step.read(last);
        auto place = step.places.begin();
        for (const std::int64_t begin : begins_) {
            while (place != step.places.end() && *place < begin + step.offset) ++place;
            if (place == step.places.end()) break;
            if (*place == begin + step.offset) begins_[kept++] = begin;
        }
    }
    begins_.resize(kept);
}

Xapian::docid PhraseJudge::Step::next(Xapian::docid docid) {
    Xapian::docid found = glass::PositionReader::none;
    for (Word& word : words) found = std::min(found, word.reader.next(docid));
    return found;
}

bool PhraseJudge::Step::find(Xapian::docid docid) {
    first = std::numeric_limits<std::int64_t>::max();
    last = -1;
    for (Word& word : words) {
        word.list = word.reader.find(docid);
        if (!word.list) continue;
        first = std::min<std::int64_t>(first, word.list->first());
        last = std::max<std::int64_t>(last, word.list->last());
    }
    return last >= 0;
}

/// No places are needed behind that one.
void PhraseJudge::Step::read(std::int64_t enough) {
    places.clear();
    const auto until = static_cast<std::uint32_t>(std::min(enough, last));
    for (const Word& word : words)
        if (word.list) word.reader.take(*word.list, places, until);
    if (words.size() > 1) std::ranges::sort(places);
}

}  // namespace morgue::search
