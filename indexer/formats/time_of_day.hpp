#pragma once

#include <string>
#include <vector>

#include <indexer/formats/date_pieces.hpp>

namespace morgue::indexer {

/// Takes the first time of day out of the pieces of a date and gives it as "T05:06:07+01:00",
/// without a zone where none is written. Empty where there is no time, and where its zone is
/// only a name (CET, ET): the time is then taken out all the same.
std::string take_time_of_day(std::vector<Piece>& pieces);

}  // namespace morgue::indexer
