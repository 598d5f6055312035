#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <morgue/ingest.hpp>

#include <indexer/file_plan.hpp>
#include <indexer/scan.hpp>
#include <indexer/targets.hpp>
#include <schema/file_catalog.hpp>

namespace morgue::indexer {

/// What can be refused before there is an index. Throws Error(bad_argument, index_not_found).
void check_options(const std::string& index_dir, const IngestOptions& options);

/// What the run is about: the paths given, or all that the index knows. New roots are noted in the
/// catalog. Throws Error(bad_argument).
Targets find_targets(const std::string& index_dir, schema::FileCatalog& catalog,
                     const IngestOptions& options);

/// What was found, and what is to be done about it.
struct Preparation {
    std::vector<Scan> scans;
    FilePlan plan;
    std::size_t files_seen = 0;
    std::int64_t scanned_at_ns = 0;
};

Preparation prepare(const std::string& index_dir, schema::FileCatalog& catalog,
                    const std::vector<Target>& targets, const WalkWatch& watch);

/// What was passed over in all scans.
PassedOver passed_over(const std::vector<Scan>& scans);
/// Notes on what a person named and the scans passed over, on ignore files, and on roots that are
/// not there, as far as what is withheld does not tell of them.
std::vector<Note> notes_on(const std::vector<Scan>& scans, const IngestOptions& options,
                           const std::vector<Withheld>& withheld);

}  // namespace morgue::indexer
