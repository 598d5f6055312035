#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <utility>

#include <base/stream_hash.hpp>
#include <indexer/packed_file.hpp>
#include <indexer/packing/input.hpp>

namespace morgue::indexer {

namespace {

constexpr std::size_t bytes_at_once = std::size_t{1} << 20;

/// The hash of all bytes; of fewer where reading fails.
base::Hash128 content_of(Input& input) {
    base::StreamHash hash;
    std::string buffer(bytes_at_once, '\0');
    for (std::uint64_t at = 0; at < input.size();) {
        const std::size_t got = input.read_at(at, buffer);
        if (got == 0) break;
        hash.add(std::string_view(buffer).substr(0, got));
        at += got;
    }
    return hash.value();
}

/// Of the same open file.
base::Descriptor twin_of(const OpenFile& file) {
    return base::Descriptor(::fcntl(file.descriptor.get(), F_DUPFD_CLOEXEC, 0));
}

}  // namespace

std::variant<OpenFile, Unreadable> open_and_hash(const std::string& path, bool follow_link) {
    auto opened = open_article_file(path, follow_link);
    OpenFile* const file = std::get_if<OpenFile>(&opened);
    if (file == nullptr) return opened;
    base::Descriptor twin = twin_of(*file);
    if (!twin.open()) return Unreadable{SkipReason::unreadable, std::strerror(errno)};
    const auto input = file_input(std::move(twin), file->state.size);
    file->state.content = content_of(*input);
    if (!input->error().empty()) return Unreadable{SkipReason::unreadable, input->error()};
    return opened;
}

std::variant<PackedFile, Unreadable> PackedFile::open(const std::string& path,
                                                      const std::string& name, bool follow_link,
                                                      ConfinedReaders& readers) {
    auto opened = open_and_hash(path, follow_link);
    if (auto* refused = std::get_if<Unreadable>(&opened)) return std::move(*refused);
    OpenFile& file = std::get<OpenFile>(opened);
    base::Descriptor twin = twin_of(file);
    if (!twin.open()) return Unreadable{SkipReason::unreadable, std::strerror(errno)};
    ConfinedMembers members(readers, std::move(twin), file.state.size, name);
    return PackedFile(std::move(file), std::move(members));
}

}  // namespace morgue::indexer
