#pragma once

#include <xapian.h>

namespace morgue::search {

/// The documents of a shard that pass a test, as a posting list. It is asked of few: beside it
/// stands a query for those that may pass.
class TestedPostings : public Xapian::PostingSource {
  public:
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

  protected:
    const Xapian::Database& shard() const noexcept { return shard_; }
    /// The first document from this one on that may pass; 0 where there is none.
    virtual Xapian::docid candidate(Xapian::docid docid);

  private:
    /// Docids ascend from call to call.
    virtual bool passes(Xapian::docid docid) = 0;

    Xapian::Database shard_;
    Xapian::PostingIterator all_;  ///< documents of the shard; docids have gaps
    Xapian::docid docid_ = 0;
    bool at_end_ = false;
};

}  // namespace morgue::search
