#pragma once

#include <glass/table_writer.hpp>
#include <glass/thesaurus.hpp>

namespace morgue::glass {

/// Writes the table of synonyms.
/// Source: xapian-core 1.4, backends/glass/glass_synonym.cc.
void write_synonyms(TableWriter& table, const Thesaurus& thesaurus);

}  // namespace morgue::glass
