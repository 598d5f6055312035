#pragma once

#include <cstdint>
#include <stop_token>
#include <string>
#include <vector>

#include <morgue/check.hpp>

namespace morgue::indexer {

/// Walks the tables of one part of an index as Xapian's own check does: the order within them, and
/// whether counts and lengths agree. In a child process, since that may crash.
std::vector<Damage> disorder_in(const std::string& folder, const std::stop_token& stop);

/// Opens the whole index, in a child process, and gives what speaks against it.
std::vector<Damage> opening_faults(const std::string& dir, const std::stop_token& stop);

/// Documents of which what is listed by word and what is listed by document differ.
struct Misfiled {
    std::vector<std::uint32_t> docids;
    bool unreadable = false;  ///< something else was found: the words cannot be read at all
};

/// Compares them for all documents of one part, in a child process.
Misfiled misfiled_in(const std::string& folder, const std::stop_token& stop);

}  // namespace morgue::indexer
