#include <schema/stored_article.hpp>
#include <search/verifier.hpp>

namespace morgue::search {

Verifier::Verifier(std::shared_ptr<const Placed> placed, std::size_t leaves,
                   std::shared_ptr<Reading> reading, const schema::Snapshot& snapshot)
    : placed_(std::move(placed)),
      root_{Verified{placed_, nullptr}},
      matcher_(root_, leaves),
      reading_(std::move(reading)),
      snapshot_(snapshot) {}

Verifier::Verdicts& Verifier::verdicts_of(const Xapian::Database& shard) {
    const std::string uuid = shard.get_uuid();
    const auto [verdicts, is_new] = verdicts_.try_emplace(uuid);
    if (is_new) verdicts->second.places = PlaceJudge::make(*placed_, snapshot_.shard(uuid));
    return verdicts->second;
}

bool Verifier::answers(const Xapian::Database& shard, Xapian::docid docid, Verdicts& verdicts,
                       bool unread) const {
    if (const auto known = verdicts.known.find(docid); known != verdicts.known.end())
        return known->second;
    if (verdicts.places && reading_->has_time())
        if (const Standing standing = verdicts.places->of(docid); standing != Standing::unsure)
            return standing == Standing::yes;
    if (!reading_->may_read()) return unread;
    const schema::StoredArticle stored = schema::decode(shard.get_document(docid).get_data());
    const bool satisfied = matcher_.match(stored.indexed.article, stored.lang, {}).satisfied;
    verdicts.known.emplace(docid, satisfied);
    return satisfied;
}

void VerifiedPostings::init(const Xapian::Database& shard) {
    TestedPostings::init(shard);
    verdicts_ = &verifier_->verdicts_of(shard);
}

Xapian::doccount VerifiedPostings::get_termfreq_est() const {
    const bool first = asked_ == Asked::first && verdicts_->places;
    return first ? 0 : TestedPostings::get_termfreq_est();
}

Xapian::docid VerifiedPostings::candidate(Xapian::docid docid) {
    return verdicts_->places ? verdicts_->places->candidate(docid)
                             : TestedPostings::candidate(docid);
}

bool VerifiedPostings::passes(Xapian::docid docid) {
    return verifier_->answers(shard(), docid, *verdicts_, unread_ == Unread::answers);
}

}  // namespace morgue::search
