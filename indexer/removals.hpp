#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include <indexer/scan.hpp>
#include <schema/file_catalog.hpp>

namespace morgue::indexer {

/// Why articles of a root would go, and whether they may.
struct RemovalDecision {
    std::vector<schema::FileKey> allowed;  ///< files whose articles may go
    std::vector<Withheld> withheld;        ///< by root, with the reason
};

/// Nothing vanishes by accident: only after a complete scan; not when a folder is missing or
/// empty, or when more than a fifth and more than fifty of a root's articles would go, unless
/// confirmed.
RemovalDecision decide_removals(const std::vector<Scan>& scans,
                                const std::vector<schema::FileKey>& candidates,
                                const schema::FileCatalog& catalog, bool confirmed);

}  // namespace morgue::indexer
