#pragma once

#include <string>
#include <vector>

#include <indexer/formats/date_pieces.hpp>

namespace morgue::indexer {

/// Takes the first time of day out of the pieces of a date and gives it as "T05:06:07+01:00" or
/// "T05:06", without a zone where none is written, or one whose name tells no offset (ET). Empty
/// where there is no time.
std::string take_time_of_day(std::vector<Piece>& pieces);

}  // namespace morgue::indexer
