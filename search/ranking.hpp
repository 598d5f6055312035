#pragma once

#include <cstddef>
#include <memory>

#include <xapian.h>

#include <morgue/searcher.hpp>

namespace morgue::search {

/// Puts an Enquire's answers into an order. Every order is total: ties go by date, newest first,
/// undated last, then by id.
class Ranking {
  public:
    explicit Ranking(Sort sort);
    /// This must outlive the Enquire.
    void apply(Xapian::Enquire& enquire) const;

  private:
    Sort sort_;
    std::unique_ptr<Xapian::KeyMaker> keys_;
};

}  // namespace morgue::search
