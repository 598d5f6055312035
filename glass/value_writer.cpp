#include <glass/pack.hpp>
#include <glass/value_writer.hpp>

#include <base/bytes.hpp>

namespace morgue::glass {

namespace {

/// An eighth of what Xapian itself writes: it passes over half a chunk for each value that it looks
/// up, and the values that put articles into order are looked up for each that may be shown.
constexpr std::size_t full_chunk_bytes = 250;
constexpr std::string_view statistics_key{"\0\xd0", 2};
constexpr std::string_view chunks_key{"\0\xd8", 2};

}  // namespace

void ValueStatistics::add(std::string_view value) {
    if (documents++ == 0) lowest = highest = value;
    if (value < lowest) lowest = value;
    if (value > highest) highest = value;
}

void ValueStatistics::add(const ValueStatistics& others) {
    if (documents == 0 || others.lowest < lowest) lowest = others.lowest;
    if (documents == 0 || others.highest > highest) highest = others.highest;
    documents += others.documents;
}

void write_value_statistics(TableWriter& table, const ValueSlots& slots) {
    std::map<std::string, std::string> entries;
    for (const auto& [slot, statistics] : slots) {
        std::string key(statistics_key);
        put_uint_last(key, slot);
        std::string& tag = entries[key];
        base::put_varint(tag, statistics.documents);
        base::put_string(tag, statistics.lowest);
        if (statistics.highest != statistics.lowest) tag += statistics.highest;
    }
    for (const auto& [key, tag] : entries) table.add(key, tag);
}

std::string value_chunk_key(std::uint32_t slot) {
    std::string key(chunks_key);
    base::put_varint(key, slot);
    return key;
}

void ValueWriter::add(std::uint32_t docid, std::string_view value) {
    if (chunk_.size() >= full_chunk_bytes) write_chunk();
    if (chunk_.empty())
        first_ = docid;
    else
        base::put_varint(chunk_, docid - last_ - 1);
    base::put_string(chunk_, value);
    last_ = docid;
}

void ValueWriter::add(const Stretch& stretch) {
    for_each_string(stretch,
                    [this](std::uint32_t docid, std::string_view value) { add(docid, value); });
}

void ValueWriter::end() {
    if (!chunk_.empty()) write_chunk();
}

void ValueWriter::write_chunk() {
    std::string key = key_;
    put_sortable(key, first_);
    table_.add(key, chunk_);
    chunk_.clear();
}

}  // namespace morgue::glass
