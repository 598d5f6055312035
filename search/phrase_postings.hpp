#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <xapian.h>

#include <schema/snapshot.hpp>
#include <search/in_b2.hpp>
#include <search/phrase_judge.hpp>
#include <search/plan.hpp>
#include <search/tested_postings.hpp>

namespace morgue::search {

/// The documents in which words stand side by side, to be asked of those alone that have the words.
class PhraseFilter final : public TestedPostings {
  public:
    /// `snapshot` must outlive this.
    PhraseFilter(const schema::Snapshot& snapshot, std::vector<Choice> choices)
        : snapshot_(snapshot), choices_(std::move(choices)) {}

    PhraseFilter* clone() const override { return new PhraseFilter(snapshot_, choices_); }
    void init(const Xapian::Database& shard) override;
    std::string get_description() const override;

  private:
    Xapian::docid candidate(Xapian::docid docid) override { return judge_->candidate(docid); }
    bool passes(Xapian::docid docid) override { return judge_->stand_in(docid); }

    const schema::Snapshot& snapshot_;
    std::vector<Choice> choices_;
    std::optional<PhraseJudge> judge_;
};

/// The documents in which words stand side by side, with the weights of these words as Xapian
/// would add them up. Where words stand is looked at last, and not at all in a document that
/// weighs too little to be shown.
class PhrasePostings final : public Xapian::PostingSource {
  public:
    /// `snapshot` must outlive this. Each choice is of one term or a gap.
    PhrasePostings(const schema::Snapshot& snapshot, std::vector<Choice> choices)
        : snapshot_(snapshot), choices_(std::move(choices)) {}

    PhrasePostings* clone() const override { return new PhrasePostings(snapshot_, choices_); }
    void init(const Xapian::Database& shard) override;
    Xapian::doccount get_termfreq_min() const override { return 0; }
    Xapian::doccount get_termfreq_est() const override { return get_termfreq_max(); }
    Xapian::doccount get_termfreq_max() const override { return words_.front().documents; }
    void next(double least) override { skip_to(docid_ + 1, least); }
    void skip_to(Xapian::docid docid, double least) override;
    bool check(Xapian::docid docid, double least) override;
    bool at_end() const override { return at_end_; }
    Xapian::docid get_docid() const override { return docid_; }
    double get_weight() const override;
    std::string get_description() const override;

  private:
    struct Word {
        Xapian::doccount documents;
        Xapian::PostingIterator at;
        WordWeight weight;
    };

    /// Turns all words to the document, if they are there. The first document from this one on that
    /// may have all of them; 0 where there is none.
    Xapian::docid turn_to(Xapian::docid docid);
    Xapian::docid candidate(Xapian::docid docid, double least);
    bool answers(Xapian::docid docid, double least);

    const schema::Snapshot& snapshot_;
    std::vector<Choice> choices_;
    std::vector<Word> words_;  ///< the rarest first
    std::optional<PhraseJudge> judge_;
    Xapian::docid docid_ = 0;
    mutable std::optional<double> weight_;  ///< of the document
    bool at_end_ = false;
};

}  // namespace morgue::search
