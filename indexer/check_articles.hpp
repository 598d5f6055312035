#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include <morgue/check.hpp>

#include <indexer/part_salvage.hpp>
#include <schema/dead_list.hpp>
#include <schema/file_catalog.hpp>

namespace morgue::indexer {

/// What distinguishes an article in the list of files.
std::uint64_t catalog_hash(const schema::FileKey& key, const ArticleId& id);

struct ArticleFindings {
    std::vector<Damage> damage;
    std::size_t sound = 0;
    std::vector<std::uint64_t> of_files;  ///< catalog_hash() of those that were read from files
};

struct ArticleChoice {
    const std::vector<Xapian::docid>& dead;  ///< ascending
    std::uint32_t every = 1;                 ///< a sample where it is more
};

/// Reads the live articles of one part and compares each with its checksum. `go_on` is called after
/// each; when it says no, the rest is left out.
ArticleFindings check_articles(const std::string& folder, const PartSalvage& part,
                               const ArticleChoice& choice, const std::function<bool()>& go_on);

/// One finding for each of these documents.
std::vector<Damage> damaged_articles(const std::string& file, const PartSalvage& part,
                                     const std::set<std::uint32_t>& docids,
                                     const std::string& what);

}  // namespace morgue::indexer
