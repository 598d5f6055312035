#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include <morgue/query.hpp>

#include <indexer/part_salvage.hpp>
#include <schema/dead_list.hpp>
#include <schema/file_catalog.hpp>
#include <schema/generation.hpp>
#include <schema/stored_article.hpp>

namespace morgue::indexer {

/// What is published in `dir`. Where the list of parts is damaged, all parts that are there, and
/// the highest number that anything there has. Throws Error: index_not_found, index_too_new.
struct FoundGeneration {
    schema::Generation generation;
    bool is_damaged = false;
};
FoundGeneration find_generation(const std::string& dir);

/// What is left of an index that is to be made anew. Nothing in it is trusted, and Xapian is not
/// asked. Throws base::FileError.
class OldIndex {
  public:
    /// Throws as find_generation() does.
    explicit OldIndex(const std::string& dir);

    /// On what is lost of it as a whole.
    const std::vector<Note>& notes() const noexcept { return notes_; }
    /// What was known of files; a note tells when it had to be made anew.
    schema::FileCatalog catalog();

    /// Calls `fn` with each live article that is as it was written, the newest part first; false
    /// stops.
    void for_each_article(const std::function<bool(schema::StoredArticle)>& fn) const;
    /// What the live articles are called that cannot be read, as far as that can be told.
    std::vector<PartSalvage::Name> lost_articles() const;

  private:
    struct Part {
        PartSalvage salvage;
        std::vector<Xapian::docid> dead;
    };

    void read_dead_list();

    std::string dir_;
    schema::Generation generation_;
    std::vector<Part> parts_;  ///< the newest first
    std::vector<Note> notes_;
};

}  // namespace morgue::indexer
