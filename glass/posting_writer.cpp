#include <glass/pack.hpp>
#include <glass/posting_writer.hpp>

#include <base/bytes.hpp>

namespace morgue::glass {

namespace {

/// An update by Xapian rewrites a whole chunk, and most chunks should fit one item.
constexpr std::size_t full_chunk_bytes = 2000;
constexpr std::string_view lengths_key{"\0\xe0", 2};

}  // namespace

void PostingWriter::begin(std::string_view term) {
    key_.clear();
    put_sort_string(key_, term);
    first_key_bytes_ = key_.size();
    put_sort_string_end(key_);
    counts_ = true;
    documents_ = 0;
    occurrences_ = 0;
    chunks_.clear();
    postings_.clear();
}

void PostingWriter::begin_lengths() {
    begin({});
    key_ = lengths_key;
    first_key_bytes_ = key_.size();
    counts_ = false;
}

void PostingWriter::add(Posting posting) {
    if (chunks_.empty() || postings_.size() - chunks_.back().begin >= full_chunk_bytes)
        chunks_.push_back({posting.docid, posting.docid, postings_.size()});
    else
        base::put_varint(postings_, posting.docid - chunks_.back().last - 1);
    base::put_varint(postings_, posting.wdf);
    chunks_.back().last = posting.docid;
    ++documents_;
    occurrences_ += posting.wdf;
}

void PostingWriter::end() {
    for (std::size_t i = 0; i < chunks_.size(); ++i)
        write_chunk(chunks_[i], i + 1 < chunks_.size() ? chunks_[i + 1].begin : postings_.size());
}

void PostingWriter::write_chunk(const Chunk& chunk, std::size_t end) {
    const bool is_first = &chunk == &chunks_.front();
    std::string key(key_, 0, is_first ? first_key_bytes_ : key_.size());
    tag_.clear();
    if (is_first) {
        base::put_varint(tag_, counts_ ? documents_ : 0);
        base::put_varint(tag_, counts_ ? occurrences_ : 0);
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
