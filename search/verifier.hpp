#pragma once

#include <map>
#include <memory>
#include <string>
#include <unordered_map>

#include <xapian.h>

#include <search/matcher.hpp>
#include <search/place_judge.hpp>
#include <search/plan.hpp>
#include <search/tested_postings.hpp>

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

    /// `snapshot` must outlive this.
    Verifier(std::shared_ptr<const Placed> placed, std::size_t leaves,
             std::shared_ptr<Reading> reading, const schema::Snapshot& snapshot);

    Verdicts& verdicts_of(const Xapian::Database& shard);

    /// `unread` is what counts for an article that may not be read any more.
    bool answers(const Xapian::Database& shard, Xapian::docid docid, Verdicts& verdicts,
                 bool unread) const;

  private:
    std::shared_ptr<const Placed> placed_;
    PlanNode root_;
    Matcher matcher_;
    std::shared_ptr<Reading> reading_;
    const schema::Snapshot& snapshot_;
    std::map<std::string, Verdicts> verdicts_;  ///< by the shard's UUID
};

/// Whether an article that could not be read counts as one that answers: where it is asked for it
/// must not, and where it is left out it must, so that every answer given is right.
enum class Unread : bool { does_not_answer, answers };

/// Where nothing but the words themselves stands beside what is verified, those who may answer are
/// found by places sooner than by postings, of which nothing is needed any more but weights.
enum class Asked : bool { last, first };

/// The documents that a Verifier lets through.
class VerifiedPostings final : public TestedPostings {
  public:
    VerifiedPostings(std::shared_ptr<Verifier> verifier, Unread unread, Asked asked)
        : verifier_(std::move(verifier)), unread_(unread), asked_(asked) {}

    VerifiedPostings* clone() const override {
        return new VerifiedPostings(verifier_, unread_, asked_);
    }
    void init(const Xapian::Database& shard) override;
    /// Xapian asks first of which there are fewest.
    Xapian::doccount get_termfreq_est() const override;
    std::string get_description() const override { return "verified"; }

  private:
    Xapian::docid candidate(Xapian::docid docid) override;
    bool passes(Xapian::docid docid) override;

    std::shared_ptr<Verifier> verifier_;
    Unread unread_;
    Asked asked_;
    Verifier::Verdicts* verdicts_ = nullptr;
};

}  // namespace morgue::search
