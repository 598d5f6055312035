#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <indexer/confined/messages.hpp>
#include <indexer/confined/reader_process.hpp>
#include <indexer/confined/reading.hpp>
#include <indexer/packing/member.hpp>

namespace morgue::indexer {

/// What reading one file may take.
struct ReadingLimits {
    std::size_t most_bytes;  ///< of a file, and of a member
    /// As much for each byte as the most wasteful format takes, and never less than a gigabyte.
    std::size_t memory_bytes = std::max(most_bytes * 16, std::size_t{1} << 30);
    /// Of the processor; a file of some size may take more.
    std::chrono::seconds least_time{30};
    std::chrono::seconds least_patience{300};
};

/// Makes articles of files, those of risky formats in processes of their own, so that a reader
/// that fails costs the file alone that it failed on. Many threads may read at once; it ends before
/// they do, since its processes end with the threads that started them.
class ConfinedReaders {
  public:
    explicit ConfinedReaders(const ReadingLimits& limits) : limits_(limits) {}

    const ReadingLimits& limits() const noexcept { return limits_; }
    /// Throws Error(io_error) where files so named need a program that is not installed.
    void require_program_for(std::string_view name);

    /// Throws Error(io_error) where no process can be started.
    Reading read(const ReadRequest& request);
    /// In their order. Small files go to a process together, since to wake one takes about as
    /// long as it reads a small file.
    std::vector<Reading> read_all(std::span<const ReadRequest> requests);
    /// How the names of fields in a file are read, for people; or why nobody can tell.
    std::variant<std::string, Failure> told_fields(const ReadRequest& request);

  private:
    friend class ConfinedMembers;
    using Process = std::unique_ptr<ReaderProcess>;

    void require_program();
    Reading read_apart(const ReadRequest& request);
    std::vector<Reading> read_together(std::span<const ReadRequest> requests);
    std::variant<std::vector<Reading>, Failure> ask(std::span<const ReadRequest> requests,
                                                    Process process);
    std::variant<std::string, Failure> ask_for_fields(const ReadRequest& request, Process process);
    template <class Ask>
    auto asked_twice(Ask ask);
    Process lent();
    Process started();
    void give_back(Process process);
    Allowance allowance_for(std::uint64_t bytes) const;

    ReadingLimits limits_;
    std::mutex mutex_;
    std::string program_;
    std::vector<Process> idle_;
};

/// The members of a file that holds others, which a process of its own unpacks.
class ConfinedMembers {
  public:
    /// The file's name tells what kind it is. The readers outlive it.
    ConfinedMembers(ConfinedReaders& readers, base::Descriptor file, std::uint64_t size,
                    std::string name)
        : readers_(readers), file_(std::move(file)), size_(size), name_(std::move(name)) {}

    /// What the label of a member leads to without a walk, as member_at() finds it; none where only
    /// a walk does. Where unpacking fails, it is no member, but tells why.
    std::vector<Member> at(std::string_view label);
    /// About a megabyte; none at the end. Where unpacking fails for good, the last is no member,
    /// but tells why.
    std::vector<Member> next();
    /// Of its members, those so far that were passed over.
    const PassedParts& passed() const noexcept { return passed_; }

  private:
    std::variant<Unpacked, Failure> ask();
    std::variant<Unpacked, Failure> take(std::string_view label);
    std::variant<std::string_view, Failure> open();
    std::variant<std::string_view, Failure> send(Task task, std::string_view label);
    std::variant<Unpacked, Failure> understood(std::variant<std::string_view, Failure> answer);

    ConfinedReaders& readers_;
    base::Descriptor file_;
    std::uint64_t size_;
    std::string name_;
    std::unique_ptr<ReaderProcess> process_;
    std::uint64_t given_ = 0;  ///< members
    PassedParts passed_;
    bool ended_ = false;
};

}  // namespace morgue::indexer
