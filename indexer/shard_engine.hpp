#pragma once

#include <cstdint>
#include <glass/document.hpp>
#include <memory>
#include <string>

namespace morgue::indexer {

/// What makes a database directory of documents.
class ShardEngine {
  public:
    ShardEngine() = default;
    ShardEngine(const ShardEngine&) = delete;
    ShardEngine& operator=(const ShardEngine&) = delete;
    virtual ~ShardEngine() = default;

    /// Docids ascend strictly.
    virtual void add(std::uint32_t docid, const glass::DocumentView& document) = 0;
    virtual void set_metadata(const std::string& key, const std::string& value) = 0;
    /// Writes everything down, durably; gives the database's UUID. Nothing may be added after.
    virtual std::string finish() = 0;
};

enum class Engine {
    bulk,  ///< the tables written by Morgue, in order
    api,   ///< written through Xapian: the reference that the other is held to
};

/// `path` is a folder that is there and empty.
std::unique_ptr<ShardEngine> make_engine(Engine engine, const std::string& path);

}  // namespace morgue::indexer
