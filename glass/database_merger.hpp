#pragma once

#include <cstdint>
#include <glass/assembly.hpp>
#include <glass/shard_reader.hpp>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace morgue::glass {

/// Makes one database of several that the bulk writer has made: reads and writes every table once,
/// from its beginning to its end. Throws Interrupted when asked to stop, and as DatabaseWriter and
/// ShardReader do.
class DatabaseMerger {
  public:
    /// `path` is a folder that is there and empty. More than two threads are of no use.
    explicit DatabaseMerger(std::string path, unsigned threads = 1, std::stop_token stop = {});

    /// Appends the documents of the database but those in `dead`, which ascends.
    void append(const std::string& path, const std::vector<std::uint32_t>& dead);
    /// How many documents were appended.
    std::uint32_t documents() const noexcept;
    void set_metadata(std::string key, std::string value);
    /// A file that was written into the folder by others: made durable and put in the manifest with
    /// the tables.
    void add_file(std::string name) { assembly_.add_file(std::move(name)); }

    /// Writes everything down, durably, and gives the database's UUID. Nothing may be added after.
    std::string finish(Thesaurus* thesaurus = nullptr);

  private:
    unsigned threads_;
    std::stop_token stop_;
    Assembly assembly_;
    std::vector<std::unique_ptr<ShardReader>> shards_;
};

}  // namespace morgue::glass
