#include <glass/inverter.hpp>
#include <glass/limits.hpp>
#include <glass/termlist.hpp>
#include <utility>

#include <base/bytes.hpp>

namespace morgue::glass {

std::size_t Inverter::bytes() const noexcept {
    return batch_.documents.capacity() * sizeof(Batch::Document) + batch_.data.capacity() +
           log_.bytes();
}

Batch::StoredTag Inverter::put_deflated(std::string& out, std::string_view tag) {
    const Deflater::Packed packed = deflater_.pack(tag);
    out += packed.bytes;
    return {static_cast<std::uint32_t>(packed.bytes.size()), packed.form};
}

void Inverter::add(std::uint32_t number, const DocumentView& document) {
    check(document);
    Batch::Document entry;
    entry.number = number;
    entry.length = length_of(document.terms);
    entry.data = put_deflated(batch_.data, document.data);
    const std::size_t before = batch_.slots.size();
    put_used_slots(batch_.slots, document.values);
    entry.slots_bytes = static_cast<std::uint32_t>(batch_.slots.size() - before);
    batch_.documents.push_back(entry);
    add_values(number, document.values);
    log_.add(number, document.terms);
}

void Inverter::add_values(std::uint32_t number, std::span<const ValueEntry> values) {
    for (const ValueEntry& entry : values) {
        batch_.statistics[entry.slot].add(entry.value);
        values_[entry.slot].add_string(number, entry.value);
    }
}

void Inverter::put_values() {
    std::map<std::string, StretchBuilder> by_key;
    for (auto& [slot, values] : values_) by_key.emplace(value_chunk_key(slot), std::move(values));
    for (auto& [key, values] : by_key) values.put(batch_.run.values, key);
    end_section(batch_.run.values);
    values_.clear();
}

void Inverter::put_terms() {
    const TermLog::Postings postings = log_.by_term();
    log_.put_sections(postings, batch_.run);
    const auto listed = log_.by_document(postings);
    std::vector<TermEntry> terms;
    ByteBuffer tag;
    for (std::size_t i = 0; i < batch_.documents.size(); ++i) {
        log_.take_list(listed, i, terms);
        tag.clear();
        put_termlist(tag, terms);
        batch_.documents[i].terms = put_deflated(batch_.termlists, tag.view());
    }
    log_.clear();
}

Batch Inverter::seal() {
    put_values();
    put_terms();
    return std::exchange(batch_, {});
}

}  // namespace morgue::glass
