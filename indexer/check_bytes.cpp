#include <cerrno>
#include <fcntl.h>
#include <optional>
#include <sys/stat.h>
#include <unistd.h>

#include <base/crc32c.hpp>
#include <base/file.hpp>
#include <base/manifest.hpp>
#include <indexer/check_bytes.hpp>

namespace morgue::indexer {

namespace {

constexpr std::size_t block_bytes = base::checksum_block_bytes;
constexpr std::size_t piece_blocks = 128;

using GoOn = std::function<bool(std::uint64_t bytes)>;

/// One file against its checksums.
class Comparison {
  public:
    Comparison(std::string path, const base::FileChecksums& written)
        : path_(std::move(path)),
          written_(written),
          file_(::open(path_.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)) {}

    /// What is wrong with the file, as the end of a sentence.
    std::optional<std::string> fault(const GoOn& go_on) {
        if (!file_.open() && errno == ENOENT) return "is missing";
        struct stat facts {};
        if (!file_.open() || ::fstat(file_.get(), &facts) != 0)
            throw base::FileError(errno, "cannot open", path_);
        if (!S_ISREG(facts.st_mode)) return "is not a file";
        compare(go_on);
        const auto size = static_cast<std::uint64_t>(facts.st_size);
        if (size != written_.bytes)
            return "has " + std::to_string(size) + " bytes, not the " +
                   std::to_string(written_.bytes) + " that were written";
        return different();
    }

  private:
    void compare(const GoOn& go_on) {
        std::string piece(piece_blocks * block_bytes, '\0');
        for (block_ = 0; block_ < written_.blocks.size();) {
            const std::uint64_t before = block_;
            compare_piece(piece);
            if (!go_on((block_ - before) * block_bytes)) return;
        }
    }

    /// What the disk does not give is another block than was written.
    void compare_piece(std::string& piece) {
        const ssize_t got = ::pread(file_.get(), piece.data(), piece.size(),
                                    static_cast<off_t>(block_ * block_bytes));
        std::string_view rest(piece.data(), got > 0 ? static_cast<std::size_t>(got) : 0);
        const std::uint64_t end = block_ + piece_blocks;
        for (; block_ < written_.blocks.size() && block_ < end; ++block_) {
            const std::string_view block = rest.substr(0, block_bytes);
            rest.remove_prefix(block.size());
            if (block.empty() || base::crc32c(block) != written_.blocks[block_]) note_difference();
        }
    }

    void note_difference() {
        if (differing_++ == 0) first_ = block_;
    }

    std::optional<std::string> different() const {
        if (differing_ == 0) return std::nullopt;
        if (written_.blocks.size() == 1) return "is not as it was written";
        return "is not as it was written: " + std::to_string(differing_) + " of its " +
               std::to_string(written_.blocks.size()) + " pieces of 8 KB, the first at byte " +
               std::to_string(first_ * block_bytes);
    }

    std::string path_;
    const base::FileChecksums& written_;
    base::Descriptor file_;
    std::uint64_t block_ = 0;
    std::uint64_t differing_ = 0;
    std::uint64_t first_ = 0;
};

}  // namespace

std::vector<Damage> damaged_files(const std::string& folder, const GoOn& go_on) {
    const std::string list = base::join(folder, base::manifest_name);
    const auto bytes = base::read_file(list);
    if (!bytes) return {{list, "is missing"}};
    const auto manifest = base::decode_manifest(*bytes);
    if (!manifest) return {{list, "is not as it was written"}};
    std::vector<Damage> damage;
    for (const auto& [name, written] : *manifest) {
        const std::string path = base::join(folder, name);
        if (auto fault = Comparison(path, written).fault(go_on))
            damage.push_back({path, *std::move(fault)});
    }
    return damage;
}

}  // namespace morgue::indexer
