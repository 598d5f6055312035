#pragma once

#include <tools/hits/hit_printer.hpp>

namespace morgue::tools {

/// Asks one question and prints what answers it: begin() and the hits. end() is the caller's, who
/// may have notes to tell first. A question that the index refuses (Results::refused) prints no
/// hits. The results have none. Throws Error as Searcher does.
Results print_hits(const Asked& asked, const Searcher& searcher, const HitFormat& format,
                   HitPrinter& printer);

}  // namespace morgue::tools
