#include <algorithm>
#include <limits>

#include <search/place_reader.hpp>

namespace morgue::search {

namespace {

constexpr Xapian::docid no_more = std::numeric_limits<Xapian::docid>::max();

}  // namespace

std::size_t PlaceReader::add(const std::string& term) {
    auto known = std::find_if(terms_.begin(), terms_.end(),
                              [&](const Term& other) { return other.text == term; });
    if (known == terms_.end())
        known = terms_.insert(known, {term, glass::PositionReader(table_, term)});
    return static_cast<std::size_t>(known - terms_.begin());
}

void PlaceReader::turn_to(Xapian::docid docid) noexcept {
    if (docid < docid_)
        for (Term& term : terms_) term.docid = 0;
    docid_ = docid;
}

bool PlaceReader::holds(std::size_t term) {
    Term& asked = terms_[term];
    if (asked.docid >= docid_) return asked.docid == docid_;
    if (asked.docid == 0) asked.at = part_.postlist_begin(asked.text);
    asked.at.skip_to(docid_);
    asked.docid = asked.at == Xapian::PostingIterator() ? no_more : *asked.at;
    return asked.docid == docid_;
}

Xapian::termcount PlaceReader::wdf(std::size_t term) {
    return holds(term) ? terms_[term].at.get_wdf() : 0;
}

const std::vector<std::uint32_t>& PlaceReader::places(std::size_t term) {
    Term& asked = terms_[term];
    if (asked.placed == docid_) return asked.places;
    asked.placed = docid_;
    asked.places.clear();
    if (const auto list = asked.reader.find(docid_)) asked.reader.take(*list, asked.places);
    return asked.places;
}

}  // namespace morgue::search
