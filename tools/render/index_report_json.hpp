#pragma once

#include <string>

#include <morgue/clone.hpp>
#include <morgue/compact.hpp>
#include <morgue/ingest.hpp>

#include <tools/paths.hpp>

namespace morgue::tools {

// Reports of the commands that write, as NDJSON: a line for each thing to tell of, and last one
// for the whole. docs/OUTPUT-SCHEMA.md describes them.

std::string report_as_json(const IngestReport& report, double seconds, const Paths& paths);
std::string plan_as_json(const IngestPlan& plan, const Paths& paths);
std::string forget_as_json(const ForgetReport& report, const Paths& paths);
std::string clone_as_json(const CloneReport& report, const std::string& copy, const Paths& paths);
std::string compact_as_json(const CompactReport& report, const Paths& paths);

}  // namespace morgue::tools
