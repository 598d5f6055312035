#pragma once

#include <string>

#include <morgue/check.hpp>

#include <tools/paths.hpp>
#include <tools/progress.hpp>

namespace morgue::tools {

/// A line for each thing that is damaged, and one for the whole.
std::string check_as_text(const CheckReport& report, const Paths& paths);
/// The same as NDJSON; docs/OUTPUT-SCHEMA.md describes it.
std::string check_as_json(const CheckReport& report, double seconds, const Paths& paths);
/// What to do about the damage.
std::string advice_on(const CheckReport& report);

/// How far a check has come, after so many seconds.
Progress tell_checking(const CheckProgress& progress, double seconds);

}  // namespace morgue::tools
