#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include <indexer/containers/members.hpp>
#include <indexer/source/read.hpp>

namespace morgue::indexer {

/// A file that holds others, read some members at a time.
class PackedFile {
  public:
    /// Of a packing that has a holder; `name` is the file's, by which it is told. All its bytes are
    /// read once, so that it is known whether it has changed. `limits.max_bytes` is of a member.
    static std::variant<PackedFile, Unreadable> open(const std::string& path,
                                                     const std::string& name,
                                                     const ReadLimits& limits);

    /// Its content is known from the beginning on.
    const schema::FileState& state() const noexcept { return file_.state; }
    /// About a megabyte; none at the end.
    std::vector<Member> next_members();
    /// Whether the file is no longer as it was when it was opened.
    bool has_changed() const { return morgue::indexer::has_changed(file_); }

  private:
    PackedFile(OpenFile file, std::unique_ptr<Input> input, const std::string& name,
               const ReadLimits& limits)
        : file_(std::move(file)), members_(std::move(input), name, {limits.max_bytes}) {}

    OpenFile file_;
    Members members_;
};

}  // namespace morgue::indexer
