#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace morgue::base {

// What the files of a folder hold that is written once: so that damage to them is found, and told
// block by block.

inline constexpr const char* manifest_name = "MANIFEST";
/// Each so many bytes of a file have a checksum; the last block of a file may be shorter.
inline constexpr std::size_t checksum_block_bytes = 8192;

struct FileChecksums {
    std::uint64_t bytes = 0;
    std::vector<std::uint32_t> blocks;  ///< CRC-32C of each

    /// CRC-32C of the blocks' checksums.
    std::uint32_t whole() const;

    friend bool operator==(const FileChecksums&, const FileChecksums&) = default;
};

/// Takes a file's bytes in order.
class Checksummer {
  public:
    void add(std::string_view bytes);
    /// Of all of them; nothing may be added after.
    FileChecksums finish() { return std::move(sums_); }

  private:
    FileChecksums sums_;
};

FileChecksums checksums_of(std::string_view bytes);
/// Of a file, read from its beginning to its end. Throws FileError.
FileChecksums checksums_of_file(const std::string& path);

using Manifest = std::map<std::string, FileChecksums>;  ///< by the file's name

/// Of all files in a folder. Throws FileError.
Manifest manifest_of(const std::string& folder);

/// What a manifest says without the blocks: enough to see at once whether files are missing or cut.
struct ManifestHead {
    struct File {
        std::string name;
        std::uint64_t bytes = 0;
        std::uint32_t whole = 0;  ///< FileChecksums::whole()
    };
    std::vector<File> files;
    std::uint64_t manifest_bytes = 0;  ///< of the manifest itself
};

/// A head is never longer.
inline constexpr std::size_t max_manifest_head_bytes = 4096;

/// The head with a checksum of its own, then the checksums of all blocks, which it vouches for.
std::string encode(const Manifest& manifest);
/// Of the first max_manifest_head_bytes, or fewer where there are no more. Nothing for what is
/// damaged or of another layout.
std::optional<ManifestHead> decode_manifest_head(std::string_view bytes);
std::optional<Manifest> decode_manifest(std::string_view bytes);

}  // namespace morgue::base
