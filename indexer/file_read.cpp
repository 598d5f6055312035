#include <algorithm>
#include <iterator>
#include <utility>

#include <indexer/file_read.hpp>
#include <indexer/formats/format_signs.hpp>
#include <indexer/issue_read.hpp>
#include <indexer/packing/packing.hpp>
#include <indexer/source/read.hpp>

namespace morgue::indexer {

namespace {

Unread as_unread(Unreadable why) {
    return {why.reason, std::move(why.detail)};
}

FileRead read_packed(Errand& errand, ConfinedReaders& readers) {
    auto opened = open_packed(errand, readers);
    if (auto* done = std::get_if<FileRead>(&opened)) return std::move(*done);
    PackedFile& packed = std::get<PackedFile>(opened);
    FileRead out{errand.file, std::move(errand.known), packed.state(), Taken{}};
    Taken& taken = std::get<Taken>(out.content);
    const FileContext context = context_of(errand, packed.state());
    for (auto members = packed.next_members(); !members.empty(); members = packed.next_members())
        take_in(members, context, readers, taken);
    note_end(packed, taken);
    return out;
}

/// A file that is to be read, and where it stands among what was read.
struct WaitingFile {
    Errand errand;
    FileBytes found;
    std::size_t place;
};

/// Reads files in two steps: each is opened, and what there is to be read of all is read together.
class GroupReading {
  public:
    explicit GroupReading(ConfinedReaders& readers) : readers_(readers) {}

    void open(Errand errand) {
        if (errand.file->pages != nullptr) {
            std::ranges::move(read_issue(std::move(errand), readers_), std::back_inserter(files_));
            return;
        }
        const std::string_view path = errand.file->found.path;
        if (holds_others(path)) return files_.push_back(read_packed(errand, readers_));
        files_.push_back({errand.file, std::move(errand.known), std::nullopt, SameContent{}});
        if (is_read(path)) return open_plain(std::move(errand));
        files_.back().content =
            nothing_but({SkipReason::no_reader, std::string(base::extension(path))});
    }

    std::vector<FileRead> finish() {
        std::vector<ReadRequest> requests;
        for (const WaitingFile& file : waiting_) requests.push_back(request_of(file));
        std::vector<Reading> readings = readers_.read_all(requests);
        for (std::size_t i = 0; i < waiting_.size(); ++i)
            files_[waiting_[i].place].content = content_of(std::move(readings[i]), waiting_[i]);
        return std::move(files_);
    }

  private:
    void open_plain(Errand errand) {
        const FileToRead& file = *errand.file;
        FileRead& out = files_.back();
        auto read =
            read_article_file(file.path(), {readers_.limits().most_bytes, file.found.is_link});
        if (Unreadable* refused = std::get_if<Unreadable>(&read)) {
            out.content = nothing_but(as_unread(std::move(*refused)));
            return;
        }
        FileBytes& found = std::get<FileBytes>(read);
        out.state = found.state;
        if (out.known && has_same_content(*out.known, found.state)) return;
        if (!file.is_settled && !is_packed(file.found.path) && is_alto(found.bytes))
            out.content = WaitingPage{};
        else
            waiting_.push_back({std::move(errand), std::move(found), files_.size() - 1});
    }

    ReadRequest request_of(const WaitingFile& file) const {
        const std::string_view path = file.errand.file->found.path;
        return {
            path, {path}, file.errand.field_map, readers_.limits().most_bytes, file.found.bytes};
    }

    static decltype(FileRead::content) content_of(Reading reading, const WaitingFile& file) {
        if (!file.errand.file->is_settled && !reading.result.companions.empty())
            return WaitingIssue{std::move(reading.result.companions)};
        return take_in(std::move(reading), file.found.bytes,
                       context_of(file.errand, file.found.state));
    }

    ConfinedReaders& readers_;
    std::vector<FileRead> files_;
    std::vector<WaitingFile> waiting_;
};

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

std::vector<FileRead> read_files(std::vector<Errand> errands, ConfinedReaders& readers,
                                 const std::stop_token& stop) {
    GroupReading group(readers);
    for (Errand& errand : errands) {
        if (stop.stop_requested()) break;
        group.open(std::move(errand));
    }
    return group.finish();
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

void note_end(const PackedFile& packed, Taken& taken) {
    taken.passed = packed.passed();
    if (packed.has_changed())
        taken.unread.push_back({SkipReason::vanished, "it changed while it was read"});
}

}  // namespace morgue::indexer
