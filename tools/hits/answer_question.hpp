#pragma once

#include <tools/exit_code.hpp>
#include <tools/hits/hit_flags.hpp>
#include <tools/hits/hit_printer.hpp>

namespace morgue::tools {

/// Asks a question and prints what was chosen of the answer: hits, how many, or nothing.
/// Throws BadQuery where the index does not answer it, and Error as Searcher does.
ExitCode answer_question(const Question& question, const HitOutput& output,
                         const HitChoice& choice);

}  // namespace morgue::tools
