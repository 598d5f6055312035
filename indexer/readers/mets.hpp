#pragma once

#include <indexer/formats/reader.hpp>

namespace morgue::indexer {

/// An issue of a newspaper: METS says what it consists of, and files in ALTO beside it, its
/// companions, have the pages' text. Gives an article for each that METS tells apart, across pages,
/// and for each page what is left of it, all with the date, paper, place and language.
/// Without the companions it gives no more than what they are called.
/// Sources: METS 1.12, MODS 3.7; profiles of NDNP, docWorks, Europeana Newspapers and Kitodo.
ReadResult read_mets(std::string_view bytes, const FileFacts& facts);

}  // namespace morgue::indexer
