#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

namespace morgue::schema {

/// For each shard, by UUID, sorted docids.
using DocumentList = std::map<std::string, std::vector<Xapian::docid>>;
/// Those that are superseded or removed.
using DeadList = DocumentList;

/// Docids as varint differences; ends in a CRC32C.
std::string encode(const DeadList& dead);
/// Throws Error(index_corrupt).
DeadList decode_dead_list(std::string_view bytes, const std::string& path);

/// Whether the shard's document is dead.
bool is_dead(const DeadList& dead, const std::string& uuid, Xapian::docid docid);

/// Listed documents as a posting list: a query leaves the dead ones out by AND_NOT. Xapian clones
/// it for each shard and tells the clone its database.
class ListedPostings final : public Xapian::PostingSource {
  public:
    explicit ListedPostings(std::shared_ptr<const DocumentList> listed);

    ListedPostings* clone() const override;
    void init(const Xapian::Database& shard) override;
    Xapian::doccount get_termfreq_min() const override;
    Xapian::doccount get_termfreq_est() const override;
    Xapian::doccount get_termfreq_max() const override;
    void next(double) override;
    void skip_to(Xapian::docid docid, double) override;
    bool at_end() const override;
    Xapian::docid get_docid() const override;
    std::string get_description() const override;

  private:
    std::shared_ptr<const DocumentList> listed_;
    const std::vector<Xapian::docid>* docids_;
    std::size_t next_ = 0;
    bool started_ = false;
};

}  // namespace morgue::schema
