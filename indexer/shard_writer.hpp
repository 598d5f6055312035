#pragma once

#include <cstdint>
#include <memory>
#include <set>
#include <string>

#include <indexer/document.hpp>
#include <indexer/shard_engine.hpp>
#include <schema/index_format.hpp>

namespace morgue::indexer {

/// Writes one shard, once: documents in, a complete and durable Xapian database directory out.
/// What stands behind it may change; nobody else knows how a shard comes to be.
class ShardWriter {
  public:
    /// `path` is the folder to make; what an interrupted run left there is removed.
    explicit ShardWriter(std::string path, Engine engine = Engine::bulk);
    ShardWriter(ShardWriter&&) noexcept;
    /// Removes the folder of a shard that was not finished.
    ~ShardWriter();

    /// Gives the document's number in the shard, counting from 1.
    std::uint32_t add(const Document& document);
    /// Writes everything down, durably; gives the shard's UUID. Nothing may be added after.
    std::string finish();

  private:
    std::string path_;
    std::unique_ptr<ShardEngine> engine_;
    std::set<std::string> languages_;
    std::uint32_t documents_ = 0;
};

}  // namespace morgue::indexer
