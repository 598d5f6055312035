#pragma once

#include <string>
#include <vector>

#include <indexer/source/walk.hpp>
#include <indexer/targets.hpp>
#include <schema/file_catalog.hpp>

namespace morgue::indexer {

/// What a scan found of one target.
struct Scan {
    Target target;
    WalkResult found;  ///< within the target
};

/// Scans the targets. Where links are followed, all roots that do so are scanned whole, since
/// which of several ways leads to a file depends on them all.
std::vector<Scan> scan_targets(const std::string& index_dir, const schema::FileCatalog& catalog,
                               const std::vector<Target>& targets, const WalkWatch& watch);

}  // namespace morgue::indexer
