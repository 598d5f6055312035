#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include <morgue/article.hpp>

#include <schema/dead_list.hpp>
#include <schema/generation.hpp>
#include <schema/index_state.hpp>
#include <schema/joined_groups.hpp>
#include <schema/slot.hpp>
#include <schema/stored_article.hpp>
#include <text/language.hpp>

namespace morgue::schema {

/// Where an article stands; of use to this snapshot's shards only.
struct Place {
    std::size_t shard = 0;
    Xapian::docid docid = 0;  ///< within the shard
};

/// One state of an index, or of several that are searched as one, open for reading. Xapian's
/// objects count references without atomics, so a Snapshot belongs to one thread at a time; open
/// another for another thread.
/// Its members may throw Xapian's exceptions: call them behind guarded() (xapian_door.hpp).
class Snapshot {
  public:
    /// The newest state. Throws Error as Searcher::open does.
    static Snapshot open(const std::string& dir);
    static Snapshot open(const std::vector<std::string>& dirs);
    /// These states; nothing when one has been superseded and its files are gone.
    static std::optional<Snapshot> reopen(const std::vector<IndexState>& states);

    /// One an index: two snapshots with the same are the same.
    const std::vector<IndexState>& states() const noexcept { return states_; }
    /// Of the first index: whoever writes has one only.
    const Generation& generation() const noexcept { return generations_.front(); }
    const std::vector<Shard>& shards() const noexcept { return shards_; }
    /// One of them.
    const Shard& shard(const std::string& uuid) const;
    const std::shared_ptr<const DeadList>& dead() const noexcept { return dead_; }
    /// All shards of all indexes as one database, dead documents included: search it with live().
    const Xapian::Database& database() const noexcept { return all_; }
    /// The languages whose stems occur; English always, as it stands for articles of none.
    const std::vector<const text::Language*>& languages() const noexcept { return languages_; }

    /// The query without dead documents.
    Xapian::Query live(const Xapian::Query& query) const;
    std::size_t live_count() const;
    /// Live documents with the term.
    std::size_t live_count(const std::string& term) const;

    /// A docid of database() as shard and docid there.
    Place place(Xapian::docid docid) const;
    StoredArticle stored(const Place& place) const;
    StoredArticle stored(Xapian::docid docid) const { return stored(place(docid)); }

    /// Calls `fn` for each live document with the term (the empty term: all); false stops.
    void for_each_live(const std::string& term, const std::function<bool(const Place&)>& fn) const;
    /// Calls `fn` with what each live document has in the slot, where it has something.
    void for_each_live_value(Slot slot,
                             const std::function<void(const std::string& value)>& fn) const;
    std::optional<Place> find(const ArticleId& id) const;
    /// The same in one of several indexes.
    std::optional<Place> find(const ArticleId& id, std::size_t index) const;
    /// The group of those that are nearly the same as this one.
    GroupKey group(const Place& place) const;
    /// Of the articles that are nearly the same as this one the first; its own id where it repeats
    /// none.
    ArticleId leader(const ArticleId& id, const Place& place) const;
    /// The id that leads the group; nothing where no article is left of it.
    std::optional<ArticleId> leader(const GroupKey& group) const;
    /// All documents of a group and of those that are one with it, dead ones included.
    DocumentList members(const GroupKey& group) const;
    const JoinedGroups& joined_groups() const;
    /// Live ids that begin with these hexadecimal digits, at most `limit`.
    std::vector<ArticleId> ids_beginning(std::string_view digits, std::size_t limit) const;
    /// All terms with the beginning, over all shards, each once, in byte order; `fn` returning
    /// false stops. Terms of dead documents are among them.
    void for_each_term(const std::string& beginning,
                       const std::function<bool(const std::string&)>& fn) const;

  private:
    explicit Snapshot(std::vector<OpenState> opened);

    std::string value(const Place& place, Slot slot) const;

    std::vector<IndexState> states_;
    std::vector<Generation> generations_;
    std::vector<Shard> shards_;
    std::shared_ptr<const DeadList> dead_;
    Xapian::Database all_;
    std::vector<const text::Language*> languages_;
    mutable std::optional<JoinedGroups> joined_groups_;  ///< looked for when asked for
};

}  // namespace morgue::schema
