#pragma once

#include <string>

#include <morgue/tally.hpp>

#include <tools/render/looks.hpp>

namespace morgue::tools {

/// "Hallin Post<TAB>12<TAB>345": value, hits, articles held. For programs; the value is empty
/// where articles state none.
std::string row_with_tabs(const TallyRow& row);

/// All rows in columns under a header; with --plain "Hallin Post: 12 of 345 articles".
std::string tally_for_people(const Tally& tally, By by, const Looks& looks);

}  // namespace morgue::tools
