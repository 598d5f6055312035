#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <stop_token>
#include <variant>
#include <vector>

#include <base/workers.hpp>
#include <indexer/file_plan.hpp>
#include <indexer/formats/reader.hpp>
#include <schema/file_catalog.hpp>
#include <schema/stored_article.hpp>

namespace morgue::indexer {

/// The file holds what it held, so its articles stay as they are.
struct SameContent {};

/// A file that was read, or why it could not be.
struct FileRead {
    const FileToRead* file = nullptr;
    std::optional<schema::CatalogEntry> known;  ///< of the file before
    std::optional<schema::FileState> state;     ///< where its bytes could be had
    std::variant<SameContent, std::vector<schema::StoredArticle>, Unread> content;
};

/// Whether the file is opened at all: something reads it, and it is not too large.
bool is_opened(const FoundFile& file, std::size_t max_file_bytes);

struct ReadAheadLimits {
    std::size_t max_file_bytes;
    std::size_t ahead_bytes;  ///< of files that are read, or being read, and not yet taken
};

/// Reads files and makes articles of them, by as many threads as there are workers, and gives them
/// in their order.
class ReadAhead {
  public:
    /// Files, catalog and workers outlive it; what the catalog says of the files stays as it is
    /// until they are given.
    ReadAhead(base::Workers& workers, const std::vector<FileToRead>& files,
              const schema::FileCatalog& catalog, const ReadAheadLimits& limits,
              std::stop_token stop);

    /// The next file; nothing when all have been given, or when asked to stop: then no further
    /// file is opened.
    std::optional<FileRead> next();

  private:
    using Group = std::vector<FileRead>;

    bool take_group();
    void fill();
    void give_group();
    std::size_t bytes_of(const FileToRead& file) const;

    std::span<const FileToRead> files_;  ///< that are in no group yet
    const schema::FileCatalog& catalog_;
    ReadAheadLimits limits_;
    std::stop_token stop_;
    std::size_t bytes_ahead_ = 0;
    std::size_t files_ahead_ = 0;
    Group group_;
    std::size_t taken_ = 0;  ///< of the group
    base::InOrder<Group> groups_;
};

}  // namespace morgue::indexer
