#pragma once

#include <string>

#include <morgue/ingest.hpp>

namespace morgue::tools {

/// "3 added, 1 changed, 10,781 unchanged, 412 skipped (.pdf 300: no reader; empty 112)": what is
/// zero is left out.
std::string summary_line(const IngestReport& report);

/// Every rename with the old and the new id, at most ten, a line each.
std::string rename_lines(const IngestReport& report);

}  // namespace morgue::tools
