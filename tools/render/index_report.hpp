#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <morgue/ingest.hpp>

#include <tools/paths.hpp>

namespace morgue::tools {

/// Whether the run left all as it was.
bool changed_nothing(const IngestReport& report);

/// The last line of a report: "indexed 10,788 articles (3 skipped, 2 undated) in 6.1 s, 27.0 MB
/// read" after a first run, later "3 added, 1 changed, 10,781 unchanged in 0.4 s, 12.0 kB read", or
/// "nothing new: 10,785 unchanged". What is zero is left out.
std::string summary_line(const IngestReport& report, double seconds);

/// How many files and parts were left out, and how many files were read and break their standard.
struct SkipCounts {
    std::size_t left_out = 0;
    std::size_t off_standard = 0;
};
SkipCounts count_skips(const std::vector<Skip>& skipped);

/// "skipped: .pdf 300 (no reader), empty 112", with the end of the line; empty for none.
std::string skipped_line(const std::vector<Skip>& skipped);
/// "read, but off standard: 3 files (morgue status --skipped tells how)", likewise.
std::string off_standard_line(const std::vector<Skip>& skipped);

/// "passed over: 12 hidden, 3 links (-L follows them)", likewise.
std::string passed_over_line(const PassedOver& passed);
/// "3 without text, 1 hidden"; empty for nothing.
std::string passed_parts_text(const PassedParts& passed);
std::string passed_parts_line(const PassedParts& passed);

/// Every rename with the old and the new id, at most ten, a line each.
std::string rename_lines(const IngestReport& report);

/// A line for each file: "add 2019/storm.txt".
std::string plan_lines(const IngestPlan& plan, const Paths& paths);
/// Formats, what would be skipped or passed over, and last the numbers of files.
std::string plan_summary(const IngestPlan& plan);

}  // namespace morgue::tools
