#pragma once

#include <cstddef>
#include <cstdint>
#include <glass/position_reader.hpp>
#include <memory>
#include <string>
#include <vector>

#include <xapian.h>

#include <schema/index_state.hpp>

namespace morgue::search {

/// Reads where terms stand in documents of one part of an index.
class PlaceReader {
  public:
    explicit PlaceReader(const schema::Shard& part) : part_(part.database), table_(part.places) {}

    /// The number of a term; the same one each time.
    std::size_t add(const std::string& term);

    Xapian::doccount documents(std::size_t term) const {
        return part_.get_termfreq(terms_[term].text);
    }
    /// The first document from this one on in which the term has places, or PositionReader::none.
    Xapian::docid next(std::size_t term, Xapian::docid docid) {
        return terms_[term].reader.next(docid);
    }

    /// Turns to a document: fastest to one behind the last.
    void turn_to(Xapian::docid docid) noexcept;
    /// Of the document turned to.
    bool holds(std::size_t term);
    Xapian::termcount wdf(std::size_t term);
    const std::vector<std::uint32_t>& places(std::size_t term);

  private:
    struct Term {
        std::string text;
        glass::PositionReader reader;
        Xapian::PostingIterator at = {};
        Xapian::docid docid = 0;   ///< where it stands; 0 before the first
        Xapian::docid placed = 0;  ///< of which document the places are
        std::vector<std::uint32_t> places = {};
    };

    Xapian::Database part_;
    std::shared_ptr<glass::PositionTable> table_;
    std::vector<Term> terms_;
    Xapian::docid docid_ = 0;
};

}  // namespace morgue::search
