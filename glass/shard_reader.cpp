#include <algorithm>
#include <glass/pack.hpp>
#include <glass/shard_reader.hpp>

#include <base/file.hpp>

namespace morgue::glass {

using Kind = PostlistReader::Kind;

ShardReader::ShardReader(std::string path, std::span<const std::uint32_t> dead,
                         std::uint32_t first_docid)
    : path_(std::move(path)), postlist_(table("postlist")), position_(table("position")) {
    const auto version = base::read_file(base::join(path_, version_file_name));
    if (!version || !is_first_revision(*version)) throw MalformedTable(path_);
    number_documents(dead, first_docid);
    while (postlist_.next() == Kind::metadata || postlist_.kind() == Kind::value_statistics) {
    }
    has_position_ = position_.next();
}

std::string ShardReader::table(const char* name) const {
    return base::join(path_, std::string(name) + ".glass");
}

void ShardReader::number_documents(std::span<const std::uint32_t> dead, std::uint32_t first_docid) {
    next_docid_ = first_docid;
    PostlistReader postlist(table("postlist"));
    for (Kind kind = postlist.next(); kind != Kind::postings && kind != Kind::end;
         kind = postlist.next()) {
        if (kind != Kind::lengths) continue;
        for (PostlistReader::Posting document; postlist.next_posting(document);) {
            numbers_.resize(document.docid + std::size_t{1});
            if (std::binary_search(dead.begin(), dead.end(), document.docid)) continue;
            lengths_.push_back({next_docid_, document.wdf});
            numbers_[document.docid] = next_docid_++;
        }
    }
}

std::uint32_t ShardReader::renumbered(std::uint32_t docid) const {
    if (docid >= numbers_.size()) throw MalformedTable(path_);
    return numbers_[docid];
}

void ShardReader::copy_table(const char* name, TableWriter& into) const {
    TableReader from(table(name));
    std::string key;
    while (from.next()) {
        std::string_view rest = from.key();
        const auto docid = take_sortable(rest);
        if (!docid || *docid >= numbers_.size()) throw MalformedTable(path_);
        const std::uint32_t number = numbers_[static_cast<std::size_t>(*docid)];
        if (number == 0) continue;
        key.clear();
        put_sortable(key, number);
        key += rest;
        into.add(key, from.tag(), from.form());
    }
}

void ShardReader::copy_documents(Assembly& into) {
    copy_table("docdata", into.docdata());
    copy_table("termlist", into.termlist());
    for (const Length& entry : lengths_) into.count_document(entry.docid, entry.length);
    PostlistReader postlist(table("postlist"));
    for (Kind kind = postlist.next(); kind != Kind::lengths && kind != Kind::end;
         kind = postlist.next()) {
        if (kind != Kind::values) continue;
        for (PostlistReader::Value value; postlist.next_value(value);)
            if (renumbered(value.docid) != 0) into.count_value(postlist.slot(), value.bytes);
    }
}

bool ShardReader::next_slot() {
    if (postlist_.kind() != Kind::values) return false;
    slot_ = postlist_.slot();
    return true;
}

bool ShardReader::next_value(Value& value) {
    while (postlist_.kind() == Kind::values && postlist_.slot() == slot_) {
        for (PostlistReader::Value found; postlist_.next_value(found);) {
            value = {renumbered(found.docid), found.bytes};
            if (value.docid != 0) return true;
        }
        postlist_.next();
    }
    return false;
}

bool ShardReader::next_term() {
    while (postlist_.kind() == Kind::lengths) postlist_.next();
    if (postlist_.kind() != Kind::postings) return false;
    term_ = postlist_.term();
    key_.clear();
    put_sort_string(key_, term_);
    put_sort_string_end(key_);
    term_key_bytes_ = key_.size();
    return true;
}

bool ShardReader::next_posting(Posting& posting) {
    while (postlist_.kind() == Kind::postings && postlist_.term() == term_) {
        for (PostlistReader::Posting found; postlist_.next_posting(found);) {
            posting = {renumbered(found.docid), found.wdf, {}};
            if (posting.docid == 0) continue;
            posting.positions = positions_of(found.docid);
            return true;
        }
        postlist_.next();
    }
    return false;
}

std::string_view ShardReader::positions_of(std::uint32_t old_docid) {
    key_.resize(term_key_bytes_);
    put_sortable(key_, old_docid);
    while (has_position_ && position_.key() < key_) has_position_ = position_.next();
    return has_position_ && position_.key() == key_ ? std::string_view(position_.tag())
                                                    : std::string_view();
}

}  // namespace morgue::glass
