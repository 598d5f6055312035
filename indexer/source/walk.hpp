#pragma once

#include <cstddef>
#include <functional>
#include <set>
#include <stop_token>
#include <string>
#include <vector>

#include <morgue/ingest.hpp>

#include <indexer/source/found_files.hpp>
#include <indexer/source/listing.hpp>

namespace morgue::indexer {

/// Why a name was passed over.
enum class PassedWhy { hidden, link, ignored, forgotten };

struct Passed {
    std::string path;  ///< relative
    PassedWhy why;
};

struct WalkResult {
    FoundFiles files;                   ///< in byte order of their paths
    std::vector<Skip> skipped;          ///< what could not be listed, FIFOs, devices; relative
    std::vector<Passed> passed_over;    ///< by rule; a folder stands for all below it
    std::vector<std::string> missing;   ///< starts that are not there; "" alone: the root
    std::vector<std::string> dangling;  ///< links that lead nowhere, followed in vain
    std::vector<Note> notes;            ///< on lines of ignore files that are no patterns
    bool complete = true;               ///< every folder was listed to its end
};

/// A tree to scan, or the parts of it that are wanted.
struct WalkJob {
    std::string root;                 ///< absolute
    std::vector<std::string> starts;  ///< relative, none below another; "" is the root itself
    bool follow_links = false;
};

/// Nothing for what is no folder.
std::set<FolderIdentity> identities_of(const std::vector<std::string>& folders);

/// Where a scan does not go.
struct Boundaries {
    std::set<FolderIdentity> closed;     ///< never entered from above; a start may be one
    std::set<FolderIdentity> forgotten;  ///< likewise, and counted as passed over
    /// Folders and files, by canonical path, that links do not lead into: they are read for
    /// themselves, or not at all.
    std::set<std::string> not_by_link;
};

/// Whom to ask and to tell meanwhile.
struct WalkWatch {
    std::stop_token stop = {};
    std::function<void(std::size_t files)> on_found = {};  ///< how many are found so far
};

/// Scans the trees, in this order; gives a result for each. Hidden names and what .morgueignore
/// files name are passed over, and so are links where they are not to be followed. What can be
/// reached by several ways through links is found once: where it really stands, else by the first
/// link in order of tree and path. Nothing is opened but folders and ignore files.
std::vector<WalkResult> walk(const std::vector<WalkJob>& jobs, const Boundaries& boundaries,
                             const WalkWatch& watch);

}  // namespace morgue::indexer
