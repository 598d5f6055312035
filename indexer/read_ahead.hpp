#pragma once

#include <cstddef>
#include <deque>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

#include <base/workers.hpp>
#include <indexer/packed_reading.hpp>
#include <schema/file_catalog.hpp>

namespace morgue::indexer {

/// What is read with, and how much of files may be read, or being read, and not yet taken.
struct ReadAheadMeans {
    base::Workers& workers;
    ConfinedReaders& readers;
    std::size_t ahead_bytes;
};

/// Reads files and makes articles of them, by as many threads as there are workers, and gives them
/// in their order.
class ReadAhead {
  public:
    /// Files, catalog and means outlive it; what the catalog says of the files stays as it is
    /// until they are given.
    ReadAhead(const ReadAheadMeans& means, const std::vector<FileToRead>& files,
              const schema::FileCatalog& catalog, std::stop_token stop);
    ReadAhead(const ReadAhead&) = delete;
    ReadAhead& operator=(const ReadAhead&) = delete;
    ~ReadAhead();

    /// The next file, or part of one; nothing when all have been given, or when asked to stop: then
    /// no further file is opened.
    std::optional<FileRead> next();

  private:
    using Group = std::vector<FileRead>;

    struct Given {
        std::size_t bytes;
        std::size_t files;
        std::shared_ptr<PackedReading> parts;  ///< of which it is one
    };

    bool take_group();
    void fill();
    void give_group();
    void begin_parts();
    void give_part();
    Errand errand_for_next();
    Errand errand_for(const FileToRead& file) const;
    void note_given(Given given);
    std::size_t bytes_of(const FileToRead& file) const;

    std::span<const FileToRead> files_;  ///< that are in no group yet
    const schema::FileCatalog& catalog_;
    ReadAheadMeans means_;
    std::stop_token stop_;
    std::size_t bytes_ahead_ = 0;
    std::size_t files_ahead_ = 0;
    Group group_;
    std::size_t taken_ = 0;                 ///< of the group
    std::shared_ptr<PackedReading> parts_;  ///< of the file that is read in parts
    std::size_t turn_ = 0;                  ///< of the next part
    std::deque<Given> given_;               ///< what the groups stand for
    base::InOrder<Group> groups_;
};

}  // namespace morgue::indexer
