#pragma once

#include <utility>
#include <vector>

#include <indexer/file_read.hpp>

namespace morgue::indexer {

/// Of a file with nothing but what was taken back.
inline Unread taken_back() {
    return {SkipReason::empty, "taken back by its sender"};
}

/// A file of which some is read.
struct ReadingFile {
    explicit ReadingFile(FileRead first) : file(std::move(first)) {}

    /// Why it gave no article, where it gave none.
    std::vector<Unread> reasons() {
        if (unread.empty()) unread.push_back({SkipReason::empty, "no article in it"});
        return std::move(unread);
    }

    FileRead file;  ///< its first part
    std::vector<Unread> unread;
    PassedParts passed;
    bool has_articles = false;
    bool all_withdrawn = true;  ///< by their sender
    bool dated_by_mtime = false;
};

}  // namespace morgue::indexer
