#include <utility>

#include <indexer/containers/packing.hpp>
#include <indexer/file_read.hpp>
#include <indexer/formats/alto.hpp>
#include <indexer/issue_read.hpp>
#include <indexer/source/read.hpp>

namespace morgue::indexer {

namespace {

Unread as_unread(Unreadable why) {
    return {why.reason, std::move(why.detail)};
}

decltype(FileRead::content) content_of(const FileBytes& found, const Errand& errand,
                                       ConfinedReaders& readers) {
    const FileContext context = context_of(errand, found.state);
    const bool is_settled = errand.file->is_settled;
    if (!is_settled && !is_packed(context.key.file) && is_alto(found.bytes)) return WaitingPage{};
    const std::string& file = context.key.file;
    const std::string_view bytes = found.bytes;
    Reading reading =
        readers.read({file, {file}, context.field_map, readers.limits().most_bytes, bytes});
    if (!is_settled && !reading.result.companions.empty())
        return WaitingIssue{std::move(reading.result.companions)};
    return take_in(std::move(reading), bytes, context);
}

FileRead read_plain(Errand& errand, FileRead out, ConfinedReaders& readers) {
    const FileToRead& file = *errand.file;
    auto read = read_article_file(file.path(), {readers.limits().most_bytes, file.found.is_link});
    if (Unreadable* refused = std::get_if<Unreadable>(&read)) {
        out.content = nothing_but(as_unread(std::move(*refused)));
        return out;
    }
    FileBytes& found = std::get<FileBytes>(read);
    out.state = found.state;
    if (!out.known || !has_same_content(*out.known, found.state))
        out.content = content_of(found, errand, readers);
    return out;
}

FileRead read_packed(Errand& errand, ConfinedReaders& readers) {
    auto opened = open_packed(errand, readers);
    if (auto* done = std::get_if<FileRead>(&opened)) return std::move(*done);
    PackedFile& packed = std::get<PackedFile>(opened);
    FileRead out{errand.file, std::move(errand.known), packed.state(), Taken{}};
    Taken& taken = std::get<Taken>(out.content);
    const FileContext context = context_of(errand, packed.state());
    for (auto members = packed.next_members(); !members.empty(); members = packed.next_members())
        take_in_all(members, context, readers, taken);
    note_change(packed, taken);
    return out;
}

}  // namespace

FileContext context_of(const Errand& errand, const schema::FileState& state) {
    return {errand.file->key(), state, errand.given_lang, errand.field_map};
}

bool is_too_large(const FoundFile& file, std::size_t max_file_bytes) {
    return file.size > max_file_bytes && !holds_others(file.path);
}

bool is_opened(const FoundFile& file, std::size_t max_file_bytes) {
    return !is_too_large(file, max_file_bytes) && is_read(file.path);
}

Taken nothing_but(Unread why) {
    return {{}, {std::move(why)}};
}

std::vector<FileRead> read_file(Errand errand, ConfinedReaders& readers) {
    if (errand.file->pages != nullptr) return read_issue(std::move(errand), readers);
    return {read_alone(std::move(errand), readers)};
}

FileRead read_alone(Errand errand, ConfinedReaders& readers) {
    const schema::FileKey key = errand.file->key();
    if (holds_others(key.file)) return read_packed(errand, readers);
    FileRead out{errand.file, std::move(errand.known), std::nullopt, SameContent{}};
    if (is_read(key.file)) return read_plain(errand, std::move(out), readers);
    out.content = nothing_but({SkipReason::no_reader, std::string(base::extension(key.file))});
    return out;
}

std::variant<PackedFile, FileRead> open_packed(Errand& errand, ConfinedReaders& readers) {
    const FileToRead& file = *errand.file;
    auto opened =
        PackedFile::open(file.path(), std::string(file.found.path), file.found.is_link, readers);
    FileRead out{&file, std::nullopt, std::nullopt, SameContent{}};
    if (auto* refused = std::get_if<Unreadable>(&opened)) {
        out.content = nothing_but(as_unread(std::move(*refused)));
    } else {
        PackedFile& packed = std::get<PackedFile>(opened);
        if (!errand.known || !has_same_content(*errand.known, packed.state()))
            return std::move(packed);
        out.state = packed.state();
    }
    out.known = std::move(errand.known);
    return out;
}

void take_in_all(const std::vector<Member>& members, const FileContext& context,
                 ConfinedReaders& readers, Taken& taken) {
    for (const Member& member : members) take_in(member, context, readers, taken);
}

void note_change(const PackedFile& packed, Taken& taken) {
    if (packed.has_changed())
        taken.unread.push_back({SkipReason::vanished, "it changed while it was read"});
}

}  // namespace morgue::indexer
