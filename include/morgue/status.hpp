#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include <morgue/export.hpp>
#include <morgue/ingest.hpp>

namespace morgue {

/// A directory that an index keeps up with.
struct RootStatus {
    std::string path;  ///< absolute; bytes, perhaps not UTF-8
    std::string lang;  ///< language of its articles that state none; may be empty
    std::size_t articles = 0;
    std::string name;   ///< the same root as Location::root writes it
    bool whole = true;  ///< else only those of its files that were named to ingest()
    bool follows_links = false;
};

struct IndexStatus {
    std::size_t articles = 0;
    std::size_t undated = 0;     ///< articles without a stated date
    std::size_t repeats = 0;     ///< nearly the same as an earlier one: -is:first
    std::size_t gone = 0;        ///< whose file is gone, and which were kept: is:gone
    std::size_t superseded = 0;  ///< old versions that other Xapian programs still see
    std::string first_date;      ///< the earliest stated date, ISO; empty where none
    std::string last_date;
    std::uint64_t generation = 0;  ///< how often the index has been published
    std::size_t shards = 0;
    std::uint64_t bytes_on_disk = 0;
    std::size_t cut_words = 0;  ///< words over 120 bytes, indexed by their first 120
    using Counts = std::vector<std::pair<std::string, std::size_t>>;  ///< value, articles
    // The most frequent first and "" for the articles without one last; years ascend.
    Counts years;
    Counts sources;  ///< in their commonest spelling
    Counts languages;
    Counts formats;
    std::vector<RootStatus> roots;
    std::vector<Skip> skipped;  ///< of the last runs; some may be Skip::was_read()
    PassedParts passed_parts;   ///< of all files
};

/// Describes an index. Throws as Searcher::open does.
MORGUE_EXPORT IndexStatus status(const std::string& dir);

}  // namespace morgue
