#include <utility>

#include <indexer/file_read.hpp>
#include <indexer/source/read.hpp>

namespace morgue::indexer {

namespace {

Taken nothing_but(Unread why) {
    return {{}, {std::move(why)}};
}

Unread as_unread(Unreadable why) {
    return {why.reason, std::move(why.detail)};
}

/// As a format by the name of what was compressed, or the file's own.
Taken taken_from(std::string bytes, const FileContext& context, std::size_t max_file_bytes) {
    const Packing packing = packing_of(context.key.file);
    const bool packed = packing.compression != Compression::none;
    if (packed) {
        const auto input = memory_input(std::move(bytes));
        auto unpacked = decompressed(*input, packing.compression, max_file_bytes);
        if (auto* unread = std::get_if<Unread>(&unpacked)) return nothing_but(std::move(*unread));
        bytes = std::move(std::get<std::string>(unpacked));
    }
    const Reader* reader = find_reader(packing.inner, bytes);
    if (reader == nullptr)
        return nothing_but({SkipReason::no_reader,
                            std::string(base::extension(context.key.file)) + " of another kind"});
    return packed ? take_in_unpacked(*reader, bytes, context) : take_in(*reader, bytes, context);
}

FileRead read_plain(Errand& errand, FileRead out, std::size_t max_file_bytes) {
    const FileToRead& file = *errand.file;
    auto read = read_article_file(file.path(), {max_file_bytes, file.found.is_link});
    if (Unreadable* refused = std::get_if<Unreadable>(&read)) {
        out.content = nothing_but(as_unread(std::move(*refused)));
        return out;
    }
    FileBytes& found = std::get<FileBytes>(read);
    out.state = found.state;
    if (!out.known || !has_same_content(*out.known, found.state))
        out.content =
            taken_from(std::move(found.bytes), context_of(errand, found.state), max_file_bytes);
    return out;
}

FileRead read_packed(Errand& errand, std::size_t max_file_bytes) {
    auto opened = open_packed(errand, max_file_bytes);
    if (auto* done = std::get_if<FileRead>(&opened)) return std::move(*done);
    PackedFile& packed = std::get<PackedFile>(opened);
    FileRead out{errand.file, std::move(errand.known), packed.state(), Taken{}};
    Taken& taken = std::get<Taken>(out.content);
    const FileContext context = context_of(errand, packed.state());
    for (auto members = packed.next_members(); !members.empty(); members = packed.next_members())
        take_in_all(members, context, taken);
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

FileRead read_file(Errand errand, std::size_t max_file_bytes) {
    const schema::FileKey key = errand.file->key();
    if (holds_others(key.file)) return read_packed(errand, max_file_bytes);
    FileRead out{errand.file, std::move(errand.known), std::nullopt, SameContent{}};
    if (is_read(key.file)) return read_plain(errand, std::move(out), max_file_bytes);
    out.content = nothing_but({SkipReason::no_reader, std::string(base::extension(key.file))});
    return out;
}

std::variant<PackedFile, FileRead> open_packed(Errand& errand, std::size_t max_file_bytes) {
    const FileToRead& file = *errand.file;
    auto opened = PackedFile::open(file.path(), std::string(file.found.path),
                                   {max_file_bytes, file.found.is_link});
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

void take_in_all(const std::vector<Member>& members, const FileContext& context, Taken& taken) {
    for (const Member& member : members) take_in(member, context, taken);
}

void note_change(const PackedFile& packed, Taken& taken) {
    if (packed.has_changed())
        taken.unread.push_back({SkipReason::vanished, "it changed while it was read"});
}

}  // namespace morgue::indexer
