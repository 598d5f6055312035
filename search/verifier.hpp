#pragma once

#include <map>
#include <memory>
#include <string>
#include <unordered_map>

#include <xapian.h>

#include <search/matcher.hpp>
#include <search/place_judge.hpp>
#include <search/plan.hpp>

namespace morgue::search {

/// Tells of articles whether their words stand as asked: by the places of words, where these tell,
/// else by the same matcher that lights them. It remembers what it told, since a page may be put
/// together from several matches.
class Verifier {
  public:
    /// Of one shard: what is known, and what tells it without reading, if that is possible.
    struct Verdicts {
        std::unordered_map<Xapian::docid, bool> known;  ///< of those that were read
        std::unique_ptr<PlaceJudge> places;
    };

    Verifier(std::shared_ptr<const Placed> placed, std::size_t leaves,
             std::shared_ptr<Reading> reading);

    Verdicts& verdicts_of(const Xapian::Database& shard);

    /// `unread` is what counts for an article that may not be read any more.
    bool answers(const Xapian::Database& shard, Xapian::docid docid, Verdicts& verdicts,
                 bool unread) const;

  private:
    std::shared_ptr<const Placed> placed_;
    PlanNode root_;
    Matcher matcher_;
    std::shared_ptr<Reading> reading_;
    std::map<std::string, Verdicts> verdicts_;  ///< by the shard's UUID
};

/// Whether an article that could not be read counts as one that answers: where it is asked for it
/// must not, and where it is left out it must, so that every answer given is right.
enum class Unread : bool { does_not_answer, answers };

/// The documents that a Verifier lets through, as a posting list. It is asked of few: beside it
/// stands a query for those that may answer.
class VerifiedPostings final : public Xapian::PostingSource {
  public:
    VerifiedPostings(std::shared_ptr<Verifier> verifier, Unread unread)
        : verifier_(std::move(verifier)), unread_(unread) {}

    VerifiedPostings* clone() const override { return new VerifiedPostings(verifier_, unread_); }
    void init(const Xapian::Database& shard) override;
    Xapian::doccount get_termfreq_min() const override { return 0; }
    /// The most there can be, so that Xapian asks everything else first.
    Xapian::doccount get_termfreq_est() const override { return shard_.get_doccount(); }
    Xapian::doccount get_termfreq_max() const override { return shard_.get_doccount(); }
    void next(double) override { skip_to(docid_ + 1, 0); }
    void skip_to(Xapian::docid docid, double) override;
    bool check(Xapian::docid docid, double) override;
    bool at_end() const override { return at_end_; }
    Xapian::docid get_docid() const override { return docid_; }
    std::string get_description() const override { return "verified"; }

  private:
    bool answers(Xapian::docid docid) const;

    std::shared_ptr<Verifier> verifier_;
    Unread unread_;
    Xapian::Database shard_;
    Verifier::Verdicts* verdicts_ = nullptr;
    Xapian::PostingIterator all_;  ///< documents of the shard; docids have gaps
    Xapian::docid docid_ = 0;
    bool at_end_ = false;
};

}  // namespace morgue::search
