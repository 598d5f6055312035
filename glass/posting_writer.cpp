#include <glass/pack.hpp>
#include <glass/posting_writer.hpp>

#include <base/bytes.hpp>

namespace morgue::glass {

namespace {

/// An update by Xapian rewrites a whole chunk, and most chunks should fit one item.
constexpr std::size_t full_chunk_bytes = 2000;
constexpr std::string_view lengths_key{"\0\xe0", 2};

}  // namespace

void PostingWriter::begin(std::string_view term, std::uint32_t documents,
                          std::uint32_t occurrences) {
    key_.clear();
    put_sort_string(key_, term);
    first_key_bytes_ = key_.size();
    put_sort_string_end(key_);
    head_.clear();
    base::put_varint(head_, documents);
    base::put_varint(head_, occurrences);
    is_first_chunk_ = true;
    first_ = 0;
}

void PostingWriter::begin_lengths() {
    begin({}, 0, 0);
    key_ = lengths_key;
    first_key_bytes_ = key_.size();
}

void PostingWriter::add(Posting posting) {
    if (first_ != 0 && postings_.size() >= full_chunk_bytes) {
        write_chunk(false);
        first_ = 0;
    }
    if (first_ == 0) {
        if (is_first_chunk_) base::put_varint(head_, posting.docid - 1);
        first_ = posting.docid;
        postings_.clear();
    } else {
        base::put_varint(postings_, posting.docid - last_ - 1);
    }
    base::put_varint(postings_, posting.wdf);
    last_ = posting.docid;
}

void PostingWriter::end() {
    write_chunk(true);
}

void PostingWriter::write_chunk(bool last) {
    tag_.clear();
    chunk_key_ = key_;
    if (is_first_chunk_) {
        chunk_key_.resize(first_key_bytes_);
        tag_ = head_;
    } else {
        put_sortable(chunk_key_, first_);
    }
    put_bool(tag_, last);
    base::put_varint(tag_, last_ - first_);
    tag_ += postings_;
    table_.add(chunk_key_, tag_);
    is_first_chunk_ = false;
}

}  // namespace morgue::glass
