#pragma once

#include <cstdint>
#include <glass/assembly.hpp>
#include <glass/shard_reader.hpp>
#include <memory>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

namespace morgue::glass {

/// Makes one database of several that the bulk writer has made: reads and writes every table once,
/// from its beginning to its end. Throws Interrupted when asked to stop, and as DatabaseWriter and
/// ShardReader do.
class DatabaseMerger {
  public:
    /// `path` is a folder that is there and empty.
    explicit DatabaseMerger(std::string path, std::stop_token stop = {})
        : assembly_(std::move(path), std::move(stop)) {}

    /// Appends the documents of the database but those in `dead`, which ascends.
    void append(const std::string& path, const std::vector<std::uint32_t>& dead);
    void set_metadata(std::string key, std::string value);

    /// Writes everything down, durably, and gives the database's UUID. Nothing may be added after.
    std::string finish();

  private:
    Assembly assembly_;
    std::vector<std::unique_ptr<ShardReader>> shards_;
};

}  // namespace morgue::glass
