#include <glass/pack.hpp>
#include <glass/position_writer.hpp>
#include <glass/posting_writer.hpp>
#include <glass/shard_source.hpp>
#include <glass/value_writer.hpp>

namespace morgue::glass {

using Kind = PostlistReader::Kind;

bool ShardValues::next_term() {
    while (postlist_.kind() == Kind::metadata || postlist_.kind() == Kind::value_statistics)
        postlist_.next();
    if (postlist_.kind() != Kind::values) return false;
    key_ = value_chunk_key(postlist_.slot());
    return true;
}

void ShardValues::copy_to(ValueWriter& writer) {
    const std::uint32_t slot = postlist_.slot();
    for (; postlist_.kind() == Kind::values && postlist_.slot() == slot; postlist_.next())
        for (PostlistReader::Value value; postlist_.next_value(value);)
            if (const auto docid = numbers_.of(value.docid); docid != 0)
                writer.add(docid, value.bytes);
}

bool ShardPostings::next_term() {
    while (postlist_.kind() != Kind::postings && postlist_.kind() != Kind::end) postlist_.next();
    if (postlist_.kind() == Kind::end) return false;
    term_ = postlist_.term();
    return true;
}

void ShardPostings::copy_to(PostingWriter& writer) {
    do {
        for (PostlistReader::Posting posting; postlist_.next_posting(posting);)
            if (const auto docid = numbers_.of(posting.docid); docid != 0)
                writer.add(docid, posting.wdf);
        postlist_.next();
    } while (postlist_.kind() == Kind::postings && !postlist_.begins_term());
}

bool ShardPositions::next_term() {
    if (!more_) return false;
    std::string_view key = table_.key();
    term_ = take_sort_string(key);
    key_.assign(table_.key(), 0, table_.key().size() - key.size());
    return true;
}

/// A docid never begins with ff; a NUL of a longer term does so after its first byte.
bool ShardPositions::is_of_term() const {
    const std::string& key = table_.key();
    return more_ && key.starts_with(key_) && key.size() > key_.size() && key[key_.size()] != '\xff';
}

void ShardPositions::copy_to(PositionWriter& writer) {
    if (!is_of_term()) throw MalformedTable(path_);
    for (; is_of_term(); more_ = table_.next()) {
        std::string_view rest = std::string_view(table_.key()).substr(key_.size());
        const auto docid = take_sortable(rest);
        if (!docid || !rest.empty() || table_.form() != Tag::raw) throw MalformedTable(path_);
        if (const auto number = numbers_.of(*docid); number != 0) writer.add(number, table_.tag());
    }
}

}  // namespace morgue::glass
