#include <glass/pack.hpp>
#include <glass/postlist_reader.hpp>
#include <limits>

namespace morgue::glass {

PostlistReader::PostlistReader(const std::string& path) : path_(path), table_(path) {}

PostlistReader::Kind PostlistReader::next() {
    if (!table_.next()) return kind_ = Kind::end;
    std::string_view key = table_.key();
    tag_ = base::ByteReader(table_.tag());
    begins_entry_ = true;
    if (table_.form() != Tag::raw) throw MalformedTable(path_);
    if (key.size() > 1 && key[0] == '\0' && key[1] != '\xff') {
        begin_special(key);
        return kind_;
    }
    kind_ = Kind::postings;
    term_ = take_sort_string(key);
    begin_chunk(key);
    return kind_;
}

void PostlistReader::begin_special(std::string_view key) {
    switch (static_cast<unsigned char>(key[1])) {
        case 0xc0:
            kind_ = Kind::metadata;
            return;
        case 0xd0:
            kind_ = Kind::value_statistics;
            return;
        case 0xd8:
            kind_ = Kind::values;
            return begin_values(key.substr(2));
        case 0xe0:
            kind_ = Kind::lengths;
            return begin_chunk(key.substr(2));
        default:
            throw MalformedTable(path_);
    }
}

void PostlistReader::begin_values(std::string_view key) {
    base::ByteReader reader(key);
    slot_ = static_cast<std::uint32_t>(reader.varint());
    docid_ = docid_in(key.substr(key.size() - reader.left()));
}

std::uint32_t PostlistReader::docid_in(std::string_view rest) const {
    const auto docid = take_sortable(rest);
    if (!docid || !rest.empty() || *docid > std::numeric_limits<std::uint32_t>::max())
        throw MalformedTable(path_);
    return static_cast<std::uint32_t>(*docid);
}

std::uint32_t PostlistReader::number() {
    const std::uint64_t value = tag_.varint();
    if (tag_.failed() || value > std::numeric_limits<std::uint32_t>::max())
        throw MalformedTable(path_);
    return static_cast<std::uint32_t>(value);
}

void PostlistReader::begin_chunk(std::string_view rest) {
    begins_term_ = rest.empty();
    if (begins_term_) {
        number();  // documents
        number();  // occurrences
        docid_ = number() + 1;
    } else {
        docid_ = docid_in(rest);
    }
    tag_.bytes(1);  // whether it is the last
    number();       // how far it reaches
}

bool PostlistReader::next_value(Value& value) {
    if (tag_.finished()) return false;
    if (!begins_entry_) docid_ += number() + 1;
    begins_entry_ = false;
    value = {docid_, tag_.string()};
    if (tag_.failed()) throw MalformedTable(path_);
    return true;
}

bool PostlistReader::next_posting(Posting& posting) {
    if (tag_.finished()) return false;
    if (!begins_entry_) docid_ += number() + 1;
    begins_entry_ = false;
    posting = {docid_, number()};
    return true;
}

}  // namespace morgue::glass
