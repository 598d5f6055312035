#include <utility>

#include <indexer/packing/packing.hpp>
#include <indexer/read_ahead.hpp>

namespace morgue::indexer {

namespace {

/// Files are handed out in groups, since handing out one by one costs as much as reading one.
constexpr std::size_t most_files_in_group = 64;
constexpr std::size_t most_bytes_in_group = std::size_t{1} << 20;
/// An article is never as small as its file may be.
constexpr std::size_t most_files_ahead = 8192;

/// So large a file with others in it is read in parts, by several threads.
constexpr std::uint64_t least_in_parts = most_bytes_in_group;

bool is_in_parts(const FoundFile& file) {
    return file.size > least_in_parts && holds_others(file.path);
}

}  // namespace

ReadAhead::ReadAhead(const ReadAheadMeans& means, const std::vector<FileToRead>& files,
                     const schema::FileCatalog& catalog, std::stop_token stop)
    : files_(files),
      catalog_(catalog),
      means_(means),
      stop_(std::move(stop)),
      groups_(means.workers) {}

ReadAhead::~ReadAhead() {
    if (parts_) parts_->abandon();
}

std::optional<FileRead> ReadAhead::next() {
    while (taken_ == group_.size())
        if (!take_group()) return std::nullopt;
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
    const Given given = std::move(given_.front());
    given_.pop_front();
    bytes_ahead_ -= given.bytes;
    files_ahead_ -= given.files;
    if (given.parts)
        for (const FileRead& part : group_) given.parts->note_taken(part);
    return true;
}

void ReadAhead::fill() {
    while (files_ahead_ < most_files_ahead &&
           (groups_.empty() || bytes_ahead_ < means_.ahead_bytes)) {
        if (parts_ && parts_->at_end()) parts_.reset();
        if (parts_)
            give_part();
        else if (files_.empty())
            return;
        else if (is_in_parts(files_.front().found))
            begin_parts();
        else
            give_group();
    }
}

Errand ReadAhead::errand_for_next() {
    const FileToRead& file = files_.front();
    files_ = files_.subspan(1);
    Errand errand = errand_for(file);
    if (file.pages != nullptr)
        for (const FileToRead& page : file.pages->files) errand.pages.push_back(errand_for(page));
    return errand;
}

Errand ReadAhead::errand_for(const FileToRead& file) const {
    const schema::FileKey key = file.key();
    return {&file, file.is_known ? catalog_.find(key) : std::nullopt, catalog_.language_of(key),
            catalog_.field_map_of(key)};
}

void ReadAhead::begin_parts() {
    parts_ = std::make_shared<PackedReading>(errand_for_next(), means_.readers, means_.ahead_bytes);
    turn_ = 0;
}

void ReadAhead::give_part() {
    note_given({most_bytes_in_group, 1, parts_});
    groups_.give([parts = parts_, turn = turn_++, stop = stop_] {
        Group group;
        if (auto part = parts->part(turn, stop)) group.push_back(*std::move(part));
        return group;
    });
}

void ReadAhead::give_group() {
    std::vector<Errand> errands;
    std::size_t bytes = 0;
    while (!files_.empty() && errands.size() < most_files_in_group && bytes < most_bytes_in_group &&
           !is_in_parts(files_.front().found)) {
        bytes += bytes_of(files_.front());
        errands.push_back(errand_for_next());
    }
    note_given({bytes, errands.size(), nullptr});
    groups_.give([errands = std::move(errands), &readers = means_.readers, stop = stop_]() mutable {
        return read_files(std::move(errands), readers, stop);
    });
}

void ReadAhead::note_given(Given given) {
    bytes_ahead_ += given.bytes;
    files_ahead_ += given.files;
    given_.push_back(std::move(given));
}

std::size_t ReadAhead::bytes_of(const FileToRead& file) const {
    std::size_t bytes = is_opened(file.found, means_.readers.limits().most_bytes)
                            ? static_cast<std::size_t>(file.found.size)
                            : 0;
    if (file.pages != nullptr)
        for (const FileToRead& page : file.pages->files) bytes += bytes_of(page);
    return bytes;
}

}  // namespace morgue::indexer
