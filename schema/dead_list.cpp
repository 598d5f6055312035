#include <algorithm>
#include <limits>

#include <morgue/error.hpp>

#include <base/bytes.hpp>
#include <base/crc32c.hpp>
#include <schema/dead_list.hpp>
#include <schema/hints.hpp>

namespace morgue::schema {

namespace {

const std::vector<Xapian::docid> no_docids;

[[noreturn]] void throw_damaged(const std::string& path) {
    throw Error(ErrorCode::index_corrupt, "the list of removed articles is damaged", path,
                restore_hint);
}

/// Ascending: what Xapian is told of must never go backwards.
std::vector<Xapian::docid> read_docids(base::ByteReader& in, const std::string& path) {
    std::vector<Xapian::docid> docids;
    const std::uint64_t count = in.varint();
    Xapian::docid docid = 0;
    for (std::uint64_t i = 0; i < count && !in.failed(); ++i) {
        const std::uint64_t step = in.varint();
        if (step == 0 || step > std::numeric_limits<Xapian::docid>::max() - docid)
            throw_damaged(path);
        docid += static_cast<Xapian::docid>(step);
        docids.push_back(docid);
    }
    return docids;
}

}  // namespace

std::string encode(const DeadList& dead) {
    std::string out;
    base::put_varint(out, dead.size());
    for (const auto& [uuid, docids] : dead) {
        base::put_string(out, uuid);
        base::put_varint(out, docids.size());
        Xapian::docid before = 0;
        for (const Xapian::docid docid : docids) {
            base::put_varint(out, docid - before);
            before = docid;
        }
    }
    return base::sealed(std::move(out));
}

DeadList decode_dead_list(std::string_view bytes, const std::string& path) {
    const auto content = base::unsealed(bytes);
    if (!content) throw_damaged(path);
    DeadList dead;
    base::ByteReader in(*content);
    const std::uint64_t count = in.varint();
    for (std::uint64_t i = 0; i < count && !in.failed(); ++i) {
        std::string uuid(in.string());
        std::vector<Xapian::docid> docids = read_docids(in, path);
        if (!dead.emplace(std::move(uuid), std::move(docids)).second) throw_damaged(path);
    }
    if (!in.finished()) throw_damaged(path);
    return dead;
}

bool is_dead(const DeadList& dead, const std::string& uuid, Xapian::docid docid) {
    const auto found = dead.find(uuid);
    return found != dead.end() &&
           std::binary_search(found->second.begin(), found->second.end(), docid);
}

ListedPostings::ListedPostings(std::shared_ptr<const DocumentList> listed)
    : listed_(std::move(listed)), docids_(&no_docids) {}

ListedPostings* ListedPostings::clone() const {
    return new ListedPostings(listed_);
}

void ListedPostings::init(const Xapian::Database& shard) {
    const auto found = listed_->find(shard.get_uuid());
    docids_ = found == listed_->end() ? &no_docids : &found->second;
    started_ = false;
    next_ = 0;
}

Xapian::doccount ListedPostings::get_termfreq_min() const {
    return static_cast<Xapian::doccount>(docids_->size());
}
Xapian::doccount ListedPostings::get_termfreq_est() const {
    return get_termfreq_min();
}
Xapian::doccount ListedPostings::get_termfreq_max() const {
    return get_termfreq_min();
}

void ListedPostings::next(double) {
    if (started_) ++next_;
    started_ = true;
}

void ListedPostings::skip_to(Xapian::docid docid, double) {
    started_ = true;
    const auto from = docids_->begin() + static_cast<std::ptrdiff_t>(next_);
    next_ =
        static_cast<std::size_t>(std::lower_bound(from, docids_->end(), docid) - docids_->begin());
}

bool ListedPostings::at_end() const {
    return started_ && next_ >= docids_->size();
}
Xapian::docid ListedPostings::get_docid() const {
    return (*docids_)[next_];
}
std::string ListedPostings::get_description() const {
    return "listed";
}

}  // namespace morgue::schema
