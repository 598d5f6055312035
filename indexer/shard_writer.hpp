#pragma once

#include <cstdint>
#include <memory>
#include <set>
#include <string>

#include <indexer/document.hpp>
#include <schema/index_format.hpp>

namespace Xapian {
class Document;
}

namespace morgue::indexer {

/// What a shard's folder is called beside its name while it is made tight.
inline constexpr const char* loose_suffix = ".loose";

/// Writes one shard, once: documents in, a complete and durable Xapian database directory out.
/// What stands behind it may change; nobody else knows how a shard comes to be.
class ShardWriter {
  public:
    /// `path` is the folder to make; what an interrupted run left there is removed.
    /// `postings_held` bounds the memory; Xapian itself counts documents only, and holds about a
    /// hundred bytes for each posting.
    explicit ShardWriter(std::string path, std::uint64_t postings_held = 2'000'000);
    ShardWriter(ShardWriter&&) noexcept;
    /// Removes the folder of a shard that was not finished.
    ~ShardWriter();

    /// Gives the document's number in the shard, counting from 1.
    std::uint32_t add(const Document& document);
    /// Takes a document over from another shard, when shards are merged.
    std::uint32_t copy(const Xapian::Document& document);
    /// The shard holds stems of this language.
    void note_language(const std::string& code) { languages_.insert(code); }

    /// Writes everything down, durably; gives the shard's UUID. Nothing may be added after.
    std::string finish();

  private:
    struct Impl;
    void close_gaps() const;

    std::string path_;
    std::unique_ptr<Impl> impl_;
    std::set<std::string> languages_;
    std::uint64_t postings_held_;
    std::uint64_t unflushed_postings_ = 0;
    bool written_in_parts_ = false;
};

}  // namespace morgue::indexer
