#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <stdexcept>
#include <unistd.h>

#include <base/bytes.hpp>
#include <base/crc32c.hpp>
#include <base/file.hpp>
#include <base/manifest.hpp>

namespace morgue::base {

namespace {

constexpr std::uint64_t layout = 1;
constexpr std::size_t length_bytes = 2;
constexpr std::size_t checksum_bytes = 4;
constexpr std::size_t piece_bytes = 32 * checksum_block_bytes;

std::uint64_t blocks_in(std::uint64_t bytes) {
    return bytes / checksum_block_bytes + (bytes % checksum_block_bytes > 0 ? 1 : 0);
}

std::string joined(const std::vector<std::uint32_t>& checksums) {
    std::string bytes;
    for (const std::uint32_t checksum : checksums) put_big_endian(bytes, checksum, checksum_bytes);
    return bytes;
}

/// The head begins with its own length and ends in its checksum.
std::size_t length_of_head(std::string_view bytes) {
    return static_cast<std::size_t>(ByteReader(bytes).big_endian(length_bytes));
}

}  // namespace

std::uint32_t FileChecksums::whole() const {
    return crc32c(joined(blocks));
}

void Checksummer::add(std::string_view bytes) {
    while (!bytes.empty()) {
        const std::size_t begun = sums_.bytes % checksum_block_bytes;
        const std::string_view piece = bytes.substr(0, checksum_block_bytes - begun);
        if (begun == 0) sums_.blocks.push_back(0);
        sums_.blocks.back() = crc32c(piece, sums_.blocks.back());
        sums_.bytes += piece.size();
        bytes.remove_prefix(piece.size());
    }
}

FileChecksums checksums_of(std::string_view bytes) {
    Checksummer checksummer;
    checksummer.add(bytes);
    return checksummer.finish();
}

FileChecksums checksums_of_file(const std::string& path) {
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW));
    if (!file.open()) throw FileError(errno, "cannot open", path);
    Checksummer checksummer;
    std::string piece(piece_bytes, '\0');
    while (const std::size_t got = read_some(file, piece.data(), piece.size(), path))
        checksummer.add(std::string_view(piece).substr(0, got));
    return checksummer.finish();
}

Manifest manifest_of(const std::string& folder) {
    Manifest manifest;
    for (const std::string& name : list_directory(folder))
        manifest.emplace(name, checksums_of_file(join(folder, name)));
    return manifest;
}

std::string encode(const Manifest& manifest) {
    std::string head;
    put_varint(head, layout);
    put_varint(head, manifest.size());
    for (const auto& [name, sums] : manifest) {
        put_string(head, name);
        put_varint(head, sums.bytes);
        put_big_endian(head, sums.whole(), checksum_bytes);
    }
    const std::size_t length = length_bytes + head.size() + checksum_bytes;
    if (length > max_manifest_head_bytes) throw std::length_error("too many files in a manifest");
    std::string out;
    put_big_endian(out, length, length_bytes);
    out = sealed(out + head);
    for (const auto& [name, sums] : manifest) out += joined(sums.blocks);
    return out;
}

std::optional<ManifestHead> decode_manifest_head(std::string_view bytes) {
    ManifestHead head;
    head.manifest_bytes = length_of_head(bytes);
    if (head.manifest_bytes > bytes.size()) return std::nullopt;
    const auto content = unsealed(bytes.substr(0, head.manifest_bytes));
    if (!content || content->size() < length_bytes) return std::nullopt;
    ByteReader in(content->substr(length_bytes));
    if (in.varint() != layout) return std::nullopt;
    for (std::uint64_t left = in.varint(); left > 0 && !in.failed(); --left) {
        std::string name(in.string());
        const std::uint64_t size = in.varint();
        const auto whole = static_cast<std::uint32_t>(in.big_endian(checksum_bytes));
        head.files.push_back({std::move(name), size, whole});
        head.manifest_bytes += blocks_in(size) * checksum_bytes;
    }
    if (!in.finished()) return std::nullopt;
    return head;
}

std::optional<Manifest> decode_manifest(std::string_view bytes) {
    const auto head = decode_manifest_head(bytes.substr(0, max_manifest_head_bytes));
    if (!head || head->manifest_bytes != bytes.size()) return std::nullopt;
    ByteReader in(bytes.substr(length_of_head(bytes)));
    Manifest manifest;
    for (const ManifestHead::File& file : head->files) {
        FileChecksums& sums = manifest[file.name];
        sums.bytes = file.bytes;
        for (std::uint64_t left = blocks_in(file.bytes); left > 0 && !in.failed(); --left)
            sums.blocks.push_back(static_cast<std::uint32_t>(in.big_endian(checksum_bytes)));
        if (sums.whole() != file.whole) return std::nullopt;
    }
    return manifest;
}

}  // namespace morgue::base
