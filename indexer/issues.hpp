#pragma once

#include <deque>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <indexer/file_read.hpp>
#include <schema/file_catalog.hpp>

namespace morgue::indexer {

/// Settles which pages belong to which issue of a newspaper, so that each is read once: with its
/// issue or by itself. An issue has all its pages or none; of several that name the same page the
/// first has them, in order of their paths. Whatever was read before what, the same comes out.
class Issues {
  public:
    /// The catalog outlives it.
    Issues(schema::FileCatalog& catalog, std::string index_dir)
        : catalog_(catalog), index_dir_(std::move(index_dir)) {}

    /// What the run knows before anything is read: files that have gone.
    void begin(const FilePlan& plan);
    /// Whether the file waits until all issues are known; else it is to be taken in at once.
    bool note(const FileRead& read);
    /// The file is an issue no more, or not there.
    void let_go(const schema::FileKey& issue) { let_go_.insert(issue); }

    /// Files to be read and noted because of what was noted, though they look as they did. None
    /// when all is known.
    std::vector<FileToRead> undecided();
    /// All that waited, to be read for good; refers to this object. Forgets what was noted.
    std::vector<FileToRead> decided();

  private:
    struct Issue {
        FileToRead file;
        std::vector<schema::FileKey> pages;  ///< that it names
    };
    /// Which issue has a page; and of an issue that has none of its pages, which one has them.
    using Claims = std::map<schema::FileKey, schema::FileKey>;
    using Keys = std::set<schema::FileKey>;

    Claims claims() const;
    bool is_page(const schema::FileKey& key) const;
    void add_named_pages(Keys& wanted) const;
    void add_orphans(Keys& wanted) const;
    FileToRead settled(FileToRead file, const schema::FileKey& key, const Claims& claims);
    FileToRead known_file(const schema::FileKey& key);

    schema::FileCatalog& catalog_;
    const std::string index_dir_;
    std::map<schema::FileKey, Issue> issues_;
    std::map<schema::FileKey, FileToRead> pages_;
    Keys broken_;  ///< issues of which a page has changed or gone
    Keys let_go_;
    Keys gone_;
    Keys seen_;  ///< were undecided once
    std::map<std::string, Target> targets_;
    std::set<std::string> paths_;
    std::deque<IssuePages> lists_;
};

}  // namespace morgue::indexer
