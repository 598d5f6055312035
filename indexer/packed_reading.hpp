#pragma once

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <optional>
#include <stop_token>
#include <utility>

#include <indexer/file_read.hpp>

namespace morgue::indexer {

/// Reads a file that holds many others by as many threads as come: they unpack one after the
/// other, and make articles of what they have unpacked at the same time.
class PackedReading {
  public:
    /// No more is unpacked while over `most_ahead` bytes of it have not been taken.
    /// The readers outlive it.
    PackedReading(Errand errand, ConfinedReaders& readers, std::size_t most_ahead)
        : errand_(std::move(errand)), readers_(readers), most_ahead_(most_ahead) {}

    /// A part; nothing where enough is ahead, or the file is at its end. Each caller has a turn of
    /// its own, counted from 0, and waits for the one before.
    std::optional<FileRead> part(std::size_t turn, const std::stop_token& stop);

    /// To be called for each part that was taken.
    void note_taken(const FileRead& part) noexcept { ahead_ -= part.unpacked_bytes; }
    bool at_end() const noexcept { return at_end_; }
    /// Lets nobody wait for a turn any more.
    void abandon();

  private:
    class Turn;

    std::optional<FileRead> begin();
    std::vector<Member> unpack(FileRead& part);

    Errand errand_;
    ConfinedReaders& readers_;
    const std::size_t most_ahead_;
    std::mutex mutex_;
    std::condition_variable turned_;
    std::size_t turn_ = 0;
    bool abandoned_ = false;
    std::optional<PackedFile> file_;
    FileContext context_;
    std::atomic<bool> at_end_ = false;
    std::atomic<std::uint64_t> ahead_ = 0;  ///< bytes
};

}  // namespace morgue::indexer
