#include <algorithm>
#include <glass/limits.hpp>
#include <glass/pack.hpp>
#include <glass/posting_writer.hpp>

#include <base/bytes.hpp>

namespace morgue::glass {

namespace {

/// An update by Xapian rewrites a whole chunk, and most chunks should fit one item.
constexpr std::size_t full_chunk_bytes = 2000;
/// Xapian looks up a length for each document that it weighs, and passes over half a chunk of them
/// for that. Smaller ones still make it slower where nearly all documents are weighed.
constexpr std::size_t full_lengths_bytes = 500;
constexpr std::string_view lengths_key{"\0\xe0", 2};

}  // namespace

void PostingWriter::begin(std::string_view term) {
    key_.clear();
    put_sort_string(key_, term);
    first_key_bytes_ = key_.size();
    put_sort_string_end(key_);
    counts_ = true;
    list_ = {};
    chunks_.clear();
    postings_.clear();
}

void PostingWriter::begin_lengths() {
    begin({});
    key_ = lengths_key;
    first_key_bytes_ = key_.size();
    counts_ = false;
}

std::size_t PostingWriter::full_bytes() const {
    return counts_ ? full_chunk_bytes : full_lengths_bytes;
}

void PostingWriter::begin_posting(std::uint32_t docid) {
    if (chunks_.empty() || postings_.size() - chunks_.back().begin >= full_bytes())
        chunks_.push_back({docid, docid, postings_.size()});
    else
        base::put_varint(postings_, docid - chunks_.back().last - 1);
}

void PostingWriter::add(std::uint32_t docid, std::uint32_t wdf) {
    begin_posting(docid);
    base::put_varint(postings_, wdf);
    chunks_.back().last = docid;
    ++list_.documents;
    list_.occurrences += wdf;
    list_.highest_wdf = std::max(list_.highest_wdf, wdf);
}

/// As bytes, where they all go into one chunk; so that chunks end where they would without
/// stretches.
void PostingWriter::add(const Stretch& stretch) {
    const std::size_t held = chunks_.empty() ? 0 : postings_.size() - chunks_.back().begin;
    if (held + longest_varint + stretch.entries.size() >= full_bytes()) return add_each(stretch);
    begin_posting(stretch.first);
    postings_ += stretch.entries;
    chunks_.back().last = stretch.last;
    list_.documents += stretch.documents;
    list_.occurrences += stretch.occurrences;
    list_.highest_wdf = std::max(list_.highest_wdf, stretch.highest_wdf);
}

void PostingWriter::add_each(const Stretch& stretch) {
    base::ByteReader entries(stretch.entries);
    std::uint32_t docid = stretch.first;
    for (std::uint32_t i = 0; i < stretch.documents; ++i) {
        if (i > 0) docid += static_cast<std::uint32_t>(entries.varint()) + 1;
        add(docid, static_cast<std::uint32_t>(entries.varint()));
    }
}

void PostingWriter::end() {
    if (counts_) {
        check_occurrences(std::string_view(key_).substr(0, first_key_bytes_), list_.occurrences);
        highest_wdf_ = std::max(highest_wdf_, list_.highest_wdf);
    }
    for (std::size_t i = 0; i < chunks_.size(); ++i)
        write_chunk(chunks_[i], i + 1 < chunks_.size() ? chunks_[i + 1].begin : postings_.size());
}

void PostingWriter::write_chunk(const Chunk& chunk, std::size_t end) {
    const bool is_first = &chunk == &chunks_.front();
    std::string key(key_, 0, is_first ? first_key_bytes_ : key_.size());
    tag_.clear();
    if (is_first) {
        base::put_varint(tag_, counts_ ? list_.documents : 0);
        base::put_varint(tag_, counts_ ? list_.occurrences : 0);
        base::put_varint(tag_, chunk.first - 1);
    } else {
        put_sortable(key, chunk.first);
    }
    put_bool(tag_, &chunk == &chunks_.back());
    base::put_varint(tag_, chunk.last - chunk.first);
    tag_.append(postings_, chunk.begin, end - chunk.begin);
    table_.add(key, tag_);
}

}  // namespace morgue::glass
