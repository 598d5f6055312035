#include <algorithm>
#include <utility>

#include <indexer/intake.hpp>
#include <indexer/read_ahead.hpp>
#include <indexer/source/read.hpp>

namespace morgue::indexer {

namespace {

/// Files are handed out in groups, since handing out one by one costs as much as reading one.
constexpr std::size_t most_files_in_group = 64;
constexpr std::size_t most_bytes_in_group = std::size_t{1} << 20;
/// An article is never as small as its file may be.
constexpr std::size_t most_files_ahead = 8192;

/// A file to be read, and what only the catalog knows.
struct Errand {
    const FileToRead* file;
    std::optional<schema::CatalogEntry> known;
    std::string given_lang;
    std::string field_map;
};

std::string extension_of(const std::string& path) {
    const std::size_t name = path.rfind('/') + 1;
    const std::size_t dot = path.rfind('.');
    return dot == std::string::npos || dot <= name ? std::string() : path.substr(dot);
}

FileRead read(Errand&& errand, std::size_t max_file_bytes) {
    const FileToRead& file = *errand.file;
    FileRead out{&file, std::move(errand.known), std::nullopt, SameContent{}};
    const schema::FileKey key = file.key();
    if (find_reader(key.file) == nullptr) {
        out.content = Unread{SkipReason::no_reader, extension_of(key.file)};
        return out;
    }
    auto read = read_article_file(file.path(), {max_file_bytes, file.found.is_link});
    if (Unreadable* refused = std::get_if<Unreadable>(&read)) {
        out.content = Unread{refused->reason, std::move(refused->detail)};
        return out;
    }
    const FileBytes& found = std::get<FileBytes>(read);
    out.state = found.state;
    if (out.known && has_same_content(*out.known, found.state)) return out;
    const Reader* reader = find_reader(key.file, found.bytes);
    if (reader == nullptr) {
        out.content = Unread{SkipReason::no_reader, extension_of(key.file) + " of another kind"};
        return out;
    }
    auto taken =
        take_in(*reader, found.bytes,
                {key, found.state, std::move(errand.given_lang), std::move(errand.field_map)});
    std::visit([&](auto& content) { out.content = std::move(content); }, taken);
    return out;
}

std::vector<FileRead> read_all(std::vector<Errand> errands, std::size_t max_file_bytes,
                               const std::stop_token& stop) {
    std::vector<FileRead> group;
    group.reserve(errands.size());
    for (Errand& errand : errands) {
        if (stop.stop_requested()) break;
        group.push_back(read(std::move(errand), max_file_bytes));
    }
    return group;
}

}  // namespace

bool is_opened(const FoundFile& file, std::size_t max_file_bytes) {
    return file.size <= max_file_bytes && find_reader(file.path) != nullptr;
}

ReadAhead::ReadAhead(base::Workers& workers, const std::vector<FileToRead>& files,
                     const schema::FileCatalog& catalog, const ReadAheadLimits& limits,
                     std::stop_token stop)
    : files_(files), catalog_(catalog), limits_(limits), stop_(std::move(stop)), groups_(workers) {}

std::optional<FileRead> ReadAhead::next() {
    if (taken_ == group_.size() && !take_group()) return std::nullopt;
    return std::move(group_[taken_++]);
}

/// A group that was read while stopping may lack files: what comes after would be out of order.
bool ReadAhead::take_group() {
    if (stop_.stop_requested()) return false;
    fill();
    if (groups_.empty()) return false;
    group_ = groups_.take();
    taken_ = 0;
    if (stop_.stop_requested()) return false;
    for (const FileRead& read : group_) bytes_ahead_ -= bytes_of(*read.file);
    files_ahead_ -= group_.size();
    return true;
}

void ReadAhead::fill() {
    while (!files_.empty() && files_ahead_ < most_files_ahead &&
           (groups_.empty() || bytes_ahead_ < limits_.ahead_bytes))
        give_group();
}

void ReadAhead::give_group() {
    std::vector<Errand> errands;
    std::size_t bytes = 0;
    while (!files_.empty() && errands.size() < most_files_in_group && bytes < most_bytes_in_group) {
        const FileToRead& file = files_.front();
        bytes += bytes_of(file);
        const schema::FileKey key = file.key();
        errands.push_back({&file, file.is_known ? catalog_.find(key) : std::nullopt,
                           catalog_.language_of(key), catalog_.field_map_of(key)});
        files_ = files_.subspan(1);
    }
    bytes_ahead_ += bytes;
    files_ahead_ += errands.size();
    groups_.give([errands = std::move(errands), max = limits_.max_file_bytes,
                  stop = stop_]() mutable { return read_all(std::move(errands), max, stop); });
}

std::size_t ReadAhead::bytes_of(const FileToRead& file) const {
    return is_opened(file.found, limits_.max_file_bytes) ? file.found.size : 0;
}

}  // namespace morgue::indexer
