#pragma once

#include <cstddef>
#include <glass/data_reader.hpp>
#include <glass/position_reader.hpp>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <xapian.h>

#include <schema/dead_list.hpp>
#include <schema/generation.hpp>

namespace morgue::schema {

/// An index and the state of it that is meant.
struct IndexState {
    std::string dir;
    std::string stub;  ///< the stub's bytes: states with the same are the same
};

/// One shard of an index. It never changes, so that much of it is read without Xapian.
struct Shard {
    std::string name;
    std::string uuid;
    Xapian::Database database;
    std::shared_ptr<glass::PositionTable> places;
    std::shared_ptr<glass::DataReader> articles;  ///< none where its table is lost
    std::size_t index = 0;                        ///< which of a snapshot's indexes it belongs to
};

/// The codes of the languages whose stems the shard holds.
std::vector<std::string> languages_of(const Shard& shard);

/// One state of one index with its files open. Belongs to one thread.
struct OpenState {
    IndexState state;
    Generation generation;
    std::vector<Shard> shards;
    DeadList dead;
    std::set<std::string> languages;  ///< codes of those whose stems occur
};

/// The newest state. Throws Error as Searcher::open does.
OpenState open_newest(const std::string& dir);
/// This state; nothing when it has been superseded and its files are gone.
std::optional<OpenState> open_state(const IndexState& state);

}  // namespace morgue::schema
