#pragma once

#include <optional>
#include <string>

#include <tools/hits/hit_flags.hpp>
#include <tools/opened_index.hpp>
#include <tools/question.hpp>

namespace morgue::tools {

/// Prints how the question is asked of the index, how many articles answer each part of it, and
/// what each adds to the score of the article whose id begins so, where one does.
ExitCode explain(const Question& question, const OpenedIndex& index, const std::string& id,
                 const HitChoice& choice);

}  // namespace morgue::tools
