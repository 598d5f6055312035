#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <morgue/error.hpp>

#include <base/file.hpp>
#include <base/manifest.hpp>
#include <schema/hints.hpp>
#include <schema/sealed_folder.hpp>

namespace morgue::schema {

namespace {

constexpr const char* version_file = "iamglass";
/// Xapian reads no more of it.
constexpr std::size_t max_version_file_bytes = 256;

[[noreturn]] void corrupt(const std::string& file, const std::string& why) {
    throw Error(ErrorCode::index_corrupt, "the index is damaged: " + file + " " + why, file,
                restore_hint);
}

/// Nothing where there is no such file.
std::optional<std::uint64_t> size_of(const std::string& path) {
    struct stat facts {};
    if (::lstat(path.c_str(), &facts) == 0) return static_cast<std::uint64_t>(facts.st_size);
    if (errno == ENOENT) return std::nullopt;
    throw base::FileError(errno, "cannot look at", path);
}

void check_size(const std::string& path, std::uint64_t bytes) {
    const auto size = size_of(path);
    if (!size) corrupt(path, "is missing");
    if (*size != bytes)
        corrupt(path, "has " + std::to_string(*size) + " bytes, not the " + std::to_string(bytes) +
                          " that were written");
}

base::ManifestHead read_head(const std::string& path) {
    const base::Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
    if (!file.open() && errno == ENOENT) corrupt(path, "is missing");
    if (!file.open()) throw base::FileError(errno, "cannot open", path);
    std::string bytes(base::max_manifest_head_bytes, '\0');
    bytes.resize(base::read_some(file, bytes.data(), bytes.size(), path));
    if (auto head = base::decode_manifest_head(bytes)) return *std::move(head);
    corrupt(path, "is not as it was written");
}

void check_version_file(const std::string& path, const base::ManifestHead::File& written) {
    const auto bytes = base::read_file(path, max_version_file_bytes);
    if (!bytes || base::checksums_of(*bytes).whole() != written.whole)
        corrupt(path, "is not as it was written");
}

}  // namespace

void check_sealed(const std::string& folder) {
    const std::string manifest = base::join(folder, base::manifest_name);
    const base::ManifestHead head = read_head(manifest);
    check_size(manifest, head.manifest_bytes);
    bool has_version = false;
    for (const base::ManifestHead::File& file : head.files) {
        const std::string path = base::join(folder, file.name);
        check_size(path, file.bytes);
        if (file.name != version_file) continue;
        check_version_file(path, file);
        has_version = true;
    }
    if (!has_version) corrupt(manifest, "does not name " + std::string(version_file));
}

}  // namespace morgue::schema
