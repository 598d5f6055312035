#pragma once

#include <cstddef>
#include <glass/batch.hpp>
#include <glass/document.hpp>
#include <glass/thesaurus.hpp>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include <xapian.h>

#include <morgue/ingest.hpp>

namespace morgue::indexer {

/// Documents of neighbouring articles, ready to be written.
using Portion = std::variant<glass::Batch, std::vector<Xapian::Document>>;

/// Makes documents ready to be written. Belongs to one thread; there may be several.
class PortionMaker {
  public:
    PortionMaker() = default;
    PortionMaker(const PortionMaker&) = delete;
    PortionMaker& operator=(const PortionMaker&) = delete;
    virtual ~PortionMaker() = default;

    /// Throws std::length_error, having added nothing, for what no database can hold.
    virtual void add(const glass::DocumentView& document) = 0;
    /// What was added since the last time.
    virtual Portion take() = 0;
};

/// What makes a database directory of documents.
class ShardEngine {
  public:
    ShardEngine() = default;
    ShardEngine(const ShardEngine&) = delete;
    ShardEngine& operator=(const ShardEngine&) = delete;
    virtual ~ShardEngine() = default;

    /// The documents follow those written before.
    virtual void write(Portion portion) = 0;
    virtual void set_metadata(const std::string& key, const std::string& value) = 0;
    /// A file that was written into the folder beside the database and belongs to it.
    virtual void add_file(const std::string& name) = 0;
    /// Writes everything down, durably; gives the database's UUID. Nothing may be added after.
    virtual std::string finish(glass::Thesaurus& thesaurus) = 0;
};

struct EngineOptions {
    Engine engine = Engine::bulk;
    std::size_t memory_bytes = std::size_t{1} << 28;  ///< for what is held until the end
    std::size_t threads = 1;                          ///< at the end
};

/// `path` is a folder that is there and empty.
std::unique_ptr<ShardEngine> make_engine(const std::string& path, const EngineOptions& options);
/// Of portions that such an engine writes.
std::unique_ptr<PortionMaker> make_portion_maker(Engine engine);

}  // namespace morgue::indexer
