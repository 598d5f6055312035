#include <array>
#include <cerrno>
#include <cstring>
#include <unistd.h>
#include <utility>

#include <base/stream_hash.hpp>
#include <indexer/packed_file.hpp>

namespace morgue::indexer {

namespace {

constexpr std::size_t bytes_at_once = std::size_t{1} << 20;
constexpr std::size_t most_at_once = 1000;  // members

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

}  // namespace

std::variant<PackedFile, Unreadable> PackedFile::open(const std::string& path,
                                                      const std::string& name,
                                                      const ReadLimits& limits) {
    auto opened = open_article_file(path, limits.follow_link);
    if (auto* refused = std::get_if<Unreadable>(&opened)) return std::move(*refused);
    OpenFile& file = std::get<OpenFile>(opened);
    base::Descriptor twin(::dup(file.descriptor.get()));
    if (!twin.open()) return Unreadable{SkipReason::unreadable, std::strerror(errno)};
    auto input = file_input(std::move(twin), file.state.size);
    file.state.content = content_of(*input);
    if (!input->error().empty()) return Unreadable{SkipReason::unreadable, input->error()};
    return PackedFile(std::move(file), std::move(input), name, limits);
}

std::vector<Member> PackedFile::next_members() {
    std::vector<Member> some;
    std::size_t bytes = 0;
    while (bytes < bytes_at_once && some.size() < most_at_once) {
        auto member = members_.next();
        if (!member) break;
        bytes += member->bytes.size();
        some.push_back(*std::move(member));
    }
    return some;
}

}  // namespace morgue::indexer
