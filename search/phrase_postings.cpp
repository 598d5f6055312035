#include <algorithm>

#include <search/phrase_postings.hpp>

namespace morgue::search {

namespace {

std::string described(const std::vector<Choice>& choices) {
    std::string description = "phrase";
    for (const Choice& choice : choices) {
        char before = ' ';
        for (const std::string& term : choice) {
            description += before;
            description += term.empty() ? "*" : term;
            before = '|';
        }
    }
    return description;
}

}  // namespace

void PhraseFilter::init(const Xapian::Database& shard) {
    TestedPostings::init(shard);
    judge_.emplace(snapshot_.shard(shard.get_uuid()), choices_);
}

std::string PhraseFilter::get_description() const {
    return described(choices_);
}

std::string PhrasePostings::get_description() const {
    return described(choices_);
}

void PhrasePostings::init(const Xapian::Database& shard) {
    judge_.emplace(snapshot_.shard(shard.get_uuid()), choices_);
    words_.clear();
    double most = 0;
    for (const Choice& choice : choices_) {
        if (is_gap(choice)) continue;
        const std::string& term = choice.front();
        words_.push_back({shard.get_termfreq(term), shard.postlist_begin(term),
                          WordWeight::of(term, snapshot_.database())});
        most += words_.back().weight.most(shard.get_wdf_upper_bound(term),
                                          shard.get_doclength_lower_bound());
    }
    std::ranges::stable_sort(words_, {}, &Word::documents);
    set_maxweight(most);
    docid_ = 0;
    at_end_ = false;
}

Xapian::docid PhrasePostings::turn_to(Xapian::docid docid) {
    for (Word& word : words_) {
        word.at.skip_to(docid);
        if (word.at == Xapian::PostingIterator()) return 0;
        if (*word.at > docid) return *word.at;
    }
    return docid;
}

/// Which documents have the words their places tell, too. But where only a weight is needed to
/// leave a document out, their postings are faster.
Xapian::docid PhrasePostings::candidate(Xapian::docid docid, double least) {
    return least > 0 ? turn_to(docid) : judge_->candidate(docid);
}

void PhrasePostings::skip_to(Xapian::docid docid, double least) {
    while (docid > docid_) {
        const Xapian::docid found = candidate(docid, least);
        at_end_ = found == 0;
        if (at_end_) return;
        if (found > docid)
            docid = found;
        else if (answers(docid, least))
            docid_ = docid;
        else
            ++docid;
    }
}

/// Tells the end as if the document were found, as Xapian wants it.
bool PhrasePostings::check(Xapian::docid docid, double least) {
    docid_ = docid;
    const Xapian::docid found = candidate(docid, least);
    at_end_ = found == 0;
    return at_end_ || (found == docid && answers(docid, least));
}

bool PhrasePostings::answers(Xapian::docid docid, double least) {
    weight_.reset();
    // Of weights that are scaled the least may be off by a rounding.
    constexpr double rounding = 1e-9;
    if (least > 0 && get_weight() < least - rounding) return false;
    return judge_->stand_in(docid) && turn_to(docid) == docid;
}

double PhrasePostings::get_weight() const {
    if (weight_) return *weight_;
    const Xapian::termcount length = words_.front().at.get_doclength();
    weight_ = 0;
    for (const Word& word : words_) *weight_ += word.weight.in(word.at.get_wdf(), length);
    return *weight_;
}

}  // namespace morgue::search
