#pragma once

#include <cstddef>
#include <cstdint>
#include <glass/assembly.hpp>
#include <glass/batch.hpp>
#include <glass/document.hpp>
#include <glass/inverter.hpp>
#include <glass/run_store.hpp>
#include <string>

namespace morgue::glass {

struct WriterOptions {
    /// For what is held until the end; beyond that it is spilled. Batches that are not yet added
    /// are the caller's to count.
    std::size_t memory_bytes = std::size_t{1} << 28;
    unsigned threads = 1;  ///< at the end; more than two are of no use
};

/// Writes a whole glass database, once: documents in, a directory out that any Xapian 1.4 opens,
/// searches, checks, updates and compacts. What it writes depends on the documents alone, not on
/// the batches that they come in nor on memory.
///
/// Throws base::FileError, and std::length_error for what the format cannot hold. Not thread-safe:
/// what takes time, and can be done on many threads, is done by Inverter.
class DatabaseWriter {
  public:
    /// `path` is a folder that is there and empty.
    explicit DatabaseWriter(std::string path, const WriterOptions& options = {});

    /// Docids ascend strictly, from 1 on: a document's is `before` and its number in the batch.
    void add(Batch batch, std::uint32_t before);
    /// For who has one thread: a document that cannot be held is not added.
    void add(std::uint32_t docid, const DocumentView& document);
    /// Replaces what the key held; an empty value is no entry.
    void set_metadata(std::string key, std::string value);
    /// A file that was written into the folder by others: made durable and put in the manifest with
    /// the tables.
    void add_file(std::string name) { assembly_.add_file(std::move(name)); }

    /// Writes everything down, durably, and gives the database's UUID. Nothing may be added after.
    std::string finish(Thesaurus* thesaurus = nullptr);

  private:
    void write_by_docid(const Batch& batch, std::uint32_t before);
    void flush();

    Assembly assembly_;
    WriterOptions options_;
    Inverter inverter_;
    RunStore runs_;
};

}  // namespace morgue::glass
