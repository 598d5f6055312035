#pragma once

#include <vector>

#include <search/plan.hpp>
#include <search/text_scan.hpp>

namespace morgue::search {

/// The spans of the operands' leaves that stand as asked in this text: each is part of a row of
/// occurrences, one of each operand, whose neighbours satisfy their links. None of what must not
/// be near. Of a window: each stands in one with a span of every operand. Its work is that of
/// sorting the spans, whatever the distance.
std::vector<LitSpan> standing_together(const Together& together, const ScannedText& text);

/// Spans by operand.
using Operands = std::vector<std::vector<LitSpan>>;
/// The same of operands whose spans were found otherwise; of the text the borders count.
std::vector<LitSpan> standing_together(const Together& together, Operands operands,
                                       const ScannedText& text);

}  // namespace morgue::search
