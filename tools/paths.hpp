#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include <morgue/article.hpp>
#include <morgue/status.hpp>

namespace morgue::tools {

/// The working directory of the person who called the program, which -C does not change; empty
/// where it is gone. main() asks first, before anything goes elsewhere.
const std::filesystem::path& starting_folder();

/// Turns paths as an index knows them into paths that open, and back. Paths are bytes.
class Paths {
  public:
    /// The folders of the indexes, as Searcher::open was given them: absolute, without links.
    explicit Paths(std::vector<std::string> index_dirs);

    /// Of several indexes a hit names its own.
    bool are_several() const { return index_dirs_.size() > 1; }
    /// The index's folder as it opens from the working directory.
    std::string index(std::size_t number = 0) const;
    /// The same of the index that has the article; empty where only one is searched.
    std::string index_of(const IndexedArticle& found) const;

    /// The article's file as it opens from the working directory: relative where that is shorter.
    /// Empty for an article that is no file.
    std::string file_of(const IndexedArticle& found) const;
    /// The same file from the root of the file system on.
    std::string absolute(const IndexedArticle& found) const;
    /// An absolute path as it opens from the working directory.
    std::string from_here(const std::filesystem::path& path) const;

    /// Where a file typed on the command line may stand: {Location::root, Location::file} pairs,
    /// the likeliest first.
    std::vector<std::pair<std::string, std::string>> places_of(
        const std::string& typed, const std::vector<RootStatus>& roots) const;

  private:
    std::vector<std::string> index_dirs_;
    std::filesystem::path here_;   ///< what is typed is named from here: after -C
    std::filesystem::path stand_;  ///< what is shown is named from here: where the person is
};

}  // namespace morgue::tools
