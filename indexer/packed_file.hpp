#pragma once

#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <indexer/confined/confined_readers.hpp>
#include <indexer/source/read.hpp>

namespace morgue::indexer {

/// All the file's bytes are read once, so that its content is known.
std::variant<OpenFile, Unreadable> open_and_hash(const std::string& path, bool follow_link);

/// A file that holds others, read some members at a time.
class PackedFile {
  public:
    /// Of a packing that has a holder; `name` is the file's, by which it is told. The readers
    /// outlive it.
    static std::variant<PackedFile, Unreadable> open(const std::string& path,
                                                     const std::string& name, bool follow_link,
                                                     ConfinedReaders& readers);

    /// Its content is known from the beginning on.
    const schema::FileState& state() const noexcept { return file_.state; }
    /// About a megabyte; none at the end.
    std::vector<Member> next_members() { return members_.next(); }
    /// Of its members, those so far that were passed over.
    const PassedParts& passed() const noexcept { return members_.passed(); }
    /// Whether the file is no longer as it was when it was opened.
    bool has_changed() const { return morgue::indexer::has_changed(file_); }

  private:
    PackedFile(OpenFile file, ConfinedMembers members)
        : file_(std::move(file)), members_(std::move(members)) {}

    OpenFile file_;
    ConfinedMembers members_;
};

}  // namespace morgue::indexer
