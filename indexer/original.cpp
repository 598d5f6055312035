#include <algorithm>
#include <charconv>
#include <utility>

#include <morgue/error.hpp>
#include <morgue/original.hpp>

#include <indexer/confined/confined_readers.hpp>
#include <indexer/formats/lines.hpp>
#include <indexer/packed_file.hpp>
#include <indexer/packing/packing.hpp>
#include <schema/file_catalog.hpp>
#include <schema/snapshot.hpp>
#include <schema/xapian_door.hpp>

namespace morgue::indexer {

namespace {

/// Far more than a member is allowed to have that becomes an article.
constexpr std::size_t most_bytes = std::size_t{1} << 30;

[[noreturn]] void refuse(const std::string& why, const std::string& path) {
    throw Error(ErrorCode::io_error, why, path,
                "bring the index up to date: morgue index; what it has stored: morgue show");
}

/// As Unread and Unreadable tell it.
template <class Why>
[[noreturn]] void refuse_unread(const Why& why, const std::string& path) {
    refuse("it cannot be read: " + std::string(to_string(why.reason)) +
               (why.detail.empty() ? "" : ", " + why.detail),
           path);
}

[[noreturn]] void refuse_changed(const std::string& path) {
    refuse("the file has changed since the article was read", path);
}

bool looks_the_same(const schema::FileState& now, const schema::FileState& then) {
    return now.size == then.size && now.mtime_ns == then.mtime_ns;
}

/// The bytes of a file that is a format.
std::string plain_bytes(const std::string& path, const schema::FileState& then) {
    auto read = read_article_file(path, {most_bytes, true});
    if (const auto* why = std::get_if<Unreadable>(&read)) refuse_unread(*why, path);
    FileBytes& file = std::get<FileBytes>(read);
    if (file.state.content != then.content) refuse_changed(path);
    return std::move(file.bytes);
}

/// A file that looks as it did is believed; of another the content tells.
OpenFile opened_file(const std::string& path, const schema::FileState& then) {
    auto opened = open_article_file(path, true);
    if (const auto* why = std::get_if<Unreadable>(&opened)) refuse_unread(*why, path);
    OpenFile& file = std::get<OpenFile>(opened);
    if (!looks_the_same(file.state, then)) {
        const auto again = open_and_hash(path, true);
        const auto* same = std::get_if<OpenFile>(&again);
        if (same == nullptr || same->state.content != then.content) refuse_changed(path);
    }
    return std::move(file);
}

/// Whether the label is that of the member, or of one of several articles in it.
bool leads_to(const std::string& label, const std::string& member) {
    return member == label || (member.starts_with(label) && member[label.size()] == label_mark);
}

/// Of those that a process of its own unpacked, as it did for the index: what it fails on ends no
/// other.
std::optional<std::string> bytes_among(std::vector<Member> some, const std::string& member,
                                       const std::string& path) {
    for (Member& found : some) {
        if (!found.unread && leads_to(found.label, member)) return std::move(found.bytes);
        if (found.unread && found.unread->reason == SkipReason::reader_failed)
            refuse_unread(*found.unread, path);
    }
    return std::nullopt;
}

std::string member_bytes(ConfinedMembers& members, const std::string& member,
                         const std::string& path) {
    const std::string_view label = std::string_view(member).substr(0, member.find(label_mark));
    if (auto bytes = bytes_among(members.at(label), member, path)) return *std::move(bytes);
    for (auto some = members.next(); !some.empty(); some = members.next())
        if (auto bytes = bytes_among(std::move(some), member, path)) return *std::move(bytes);
    refuse_changed(path);
}

/// The bytes of a file that is compressed, and no more than that.
std::string decompressed_bytes(ConfinedMembers& members, const std::string& path) {
    std::vector<Member> whole = members.at({});
    if (whole.empty()) refuse_changed(path);
    if (whole.front().unread) refuse_unread(*whole.front().unread, path);
    return std::move(whole.front().bytes);
}

std::string unpacked_bytes(const std::string& path, const schema::StoredArticle& stored) {
    OpenFile file = opened_file(path, stored.file);
    ConfinedReaders readers({most_bytes});
    ConfinedMembers members(readers, std::move(file.descriptor), file.state.size, path);
    return holds_others(path) ? member_bytes(members, stored.indexed.location.member, path)
                              : decompressed_bytes(members, path);
}

/// The line so numbered.
std::string line_of(const std::string& bytes, std::string_view number) {
    std::size_t wanted = 0;
    std::from_chars(number.data(), number.data() + number.size(), wanted);
    std::size_t at = 0;
    for (; wanted > 1 && at < bytes.size(); --wanted)
        at = std::min(bytes.find('\n', at), bytes.size() - 1) + 1;
    return bytes.substr(at, bytes.find('\n', at) - at);
}

std::string original_of(const std::string& dir, const schema::StoredArticle& stored) {
    const Location& location = stored.indexed.location;
    if (location.file.empty())
        throw Error(ErrorCode::bad_argument,
                    "article " + stored.indexed.id.to_string() + " was not read from a file", dir,
                    "a program put it into the index");
    const std::string path = base::join(schema::root_path(dir, location.root), location.file);
    std::string bytes =
        is_packed(path) ? unpacked_bytes(path, stored) : plain_bytes(path, stored.file);
    if (stored.indexed.format != "JSON lines" || location.member.empty()) return bytes;
    return line_of(bytes,
                   std::string_view(location.member).substr(location.member.rfind(label_mark) + 1));
}

}  // namespace

}  // namespace morgue::indexer

namespace morgue {

std::string original(const std::string& index_dir, const ArticleId& id) {
    return schema::guarded(index_dir, [&] {
        const schema::Snapshot snapshot = schema::Snapshot::open(index_dir);
        const auto place = snapshot.find(id);
        if (!place)
            throw Error(ErrorCode::bad_argument, "the index has no article " + id.to_string(),
                        index_dir);
        return indexer::original_of(index_dir, snapshot.stored(*place));
    });
}

}  // namespace morgue
