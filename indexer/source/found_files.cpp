#include <algorithm>
#include <utility>

#include <indexer/source/found_files.hpp>

namespace morgue::indexer {

namespace {

bool goes_before(const FoundFile& left, const FoundFile& right) {
    return left.path < right.path;
}

}  // namespace

void FoundFiles::add(FoundFile file) {
    auto* bytes = static_cast<char*>(paths_->allocate(file.path.size(), 1));
    std::copy(file.path.begin(), file.path.end(), bytes);
    file.path = {bytes, file.path.size()};
    files_.push_back(file);
}

void FoundFiles::begin_run() {
    if (runs_.empty() || runs_.back() != files_.size()) runs_.push_back(files_.size());
}

void FoundFiles::join_runs() {
    using Run = std::pair<std::size_t, std::size_t>;
    std::vector<Run> runs;
    for (std::size_t i = 0; i < runs_.size(); ++i) {
        const std::size_t end = i + 1 < runs_.size() ? runs_[i + 1] : files_.size();
        if (runs_[i] < end) runs.emplace_back(runs_[i], end);
    }
    const auto begins_before = [this](const Run& left, const Run& right) {
        return goes_before(files_[left.first], files_[right.first]);
    };
    runs_.clear();
    if (std::is_sorted(runs.begin(), runs.end(), begins_before)) return;
    std::sort(runs.begin(), runs.end(), begins_before);
    std::vector<FoundFile> joined;
    joined.reserve(files_.size());
    for (const auto& [begin, end] : runs)
        joined.insert(joined.end(), files_.begin() + static_cast<std::ptrdiff_t>(begin),
                      files_.begin() + static_cast<std::ptrdiff_t>(end));
    files_ = std::move(joined);
}

void FoundFiles::sort() {
    std::sort(files_.begin(), files_.end(), goes_before);
}

void FoundFiles::erase_if(const std::function<bool(const FoundFile&)>& unwanted) {
    std::erase_if(files_, unwanted);
}

}  // namespace morgue::indexer
