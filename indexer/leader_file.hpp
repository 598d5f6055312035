#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <base/mapped_file.hpp>
#include <indexer/leader_table.hpp>

namespace morgue::indexer {

/// In the folder of each part of an index: the leaders among its articles.
inline constexpr const char* leaders_name = "leaders";

/// The leaders of a part that is written, left on the disk but for what is looked at. Damage to
/// the file finds fewer or other leaders, never anything outside it.
class LeaderFile {
  public:
    /// Nothing where the part has no such file, or none of this layout. Throws FileError.
    static std::optional<LeaderFile> open(const std::string& part);

    std::size_t size() const noexcept { return count_; }
    Leader at(std::size_t leader) const;
    /// Appends the leaders that have one of the hashes, keys_asked at most, among their keys.
    void find(std::span<const std::uint32_t> hashes, std::vector<std::uint32_t>& into) const;
    /// Ascending.
    std::size_t key_count() const noexcept { return key_count_; }
    LeaderKey key(std::size_t number) const;

  private:
    explicit LeaderFile(base::MappedFile file) : file_(std::move(file)) {}

    std::string_view keys() const;
    void add_leaders(std::uint32_t hash, std::size_t first, std::vector<std::uint32_t>& into) const;

    base::MappedFile file_;
    std::size_t count_ = 0;
    std::size_t key_count_ = 0;
};

/// Writes the leaders of a part that is new. Throws FileError.
void write_leaders(const std::string& part, const LeaderTable& leaders);

/// A part that is merged with others.
struct LeadersOfPart {
    std::string path;
    std::vector<std::uint32_t> dead;  ///< docids, ascending
    std::uint32_t before = 0;         ///< live articles of the parts before it
};

/// Writes the leaders of a part that others were merged into: those of articles that are live.
/// False, and no file, where there are none. Reads each file from its beginning to its end.
/// Throws FileError.
bool merge_leaders(const std::string& part, const std::vector<LeadersOfPart>& parts);

}  // namespace morgue::indexer
