#include <algorithm>
#include <charconv>
#include <utility>

#include <morgue/error.hpp>
#include <morgue/original.hpp>

#include <indexer/confined/confined_readers.hpp>
#include <indexer/containers/members.hpp>
#include <indexer/containers/packing.hpp>
#include <indexer/containers/warc.hpp>
#include <indexer/formats/lines.hpp>
#include <indexer/packed_file.hpp>
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

[[noreturn]] void refuse(const Unreadable& why, const std::string& path) {
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

/// The bytes of a file that is a format, compressed or not.
std::string plain_bytes(const std::string& path, const schema::FileState& then) {
    auto read = read_article_file(path, {most_bytes, true});
    if (const auto* why = std::get_if<Unreadable>(&read)) refuse(*why, path);
    FileBytes& file = std::get<FileBytes>(read);
    if (file.state.content != then.content) refuse_changed(path);
    const Packing packing = packing_of(path);
    if (packing.compression == Compression::none) return std::move(file.bytes);
    const auto input = memory_input(std::move(file.bytes));
    auto unpacked = decompressed(*input, packing.compression, most_bytes);
    if (const auto* why = std::get_if<Unread>(&unpacked)) refuse(why->detail, path);
    return std::move(std::get<std::string>(unpacked));
}

/// A file that looks as it did is believed; of another the content tells.
OpenFile opened_holder(const std::string& path, const schema::FileState& then) {
    auto opened = open_article_file(path, true);
    if (const auto* why = std::get_if<Unreadable>(&opened)) refuse(*why, path);
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

/// The record of a crawl that its label leads to without a walk; nothing where it does not.
std::optional<std::string> record_bytes(const std::string& path, const std::string& member,
                                        const schema::FileState& then) {
    const Packing packing = packing_of(path);
    if (packing.holder != Holder::warc && packing.holder != Holder::arc) return std::nullopt;
    const auto place = place_in(member.substr(0, member.find(label_mark)));
    if (!place) return std::nullopt;
    OpenFile file = opened_holder(path, then);
    const auto input = file_input(std::move(file.descriptor), file.state.size);
    auto found = warc_member_at(*input, packing, {most_bytes}, *place);
    if (!found || found->unread) return std::nullopt;
    return std::move(found->bytes);
}

/// A process of its own unpacks, as it did for the index: what it fails on ends no other.
std::string member_bytes(const std::string& path, const schema::StoredArticle& stored) {
    const std::string& member = stored.indexed.location.member;
    if (auto record = record_bytes(path, member, stored.file)) return *std::move(record);
    OpenFile file = opened_holder(path, stored.file);
    ConfinedReaders readers({most_bytes});
    ConfinedMembers members(readers, std::move(file.descriptor), file.state.size, path);
    for (auto some = members.next(); !some.empty(); some = members.next())
        for (Member& found : some) {
            if (!found.unread && leads_to(found.label, member)) return std::move(found.bytes);
            if (found.unread && found.unread->reason == SkipReason::reader_failed)
                refuse(Unreadable{found.unread->reason, found.unread->detail}, path);
        }
    refuse_changed(path);
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
    const bool held = holds_others(path);
    std::string bytes = held ? member_bytes(path, stored) : plain_bytes(path, stored.file);
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
