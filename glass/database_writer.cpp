#include <glass/beside.hpp>
#include <glass/database_writer.hpp>
#include <glass/pack.hpp>
#include <limits>
#include <stdexcept>

#include <base/bytes.hpp>

namespace morgue::glass {

namespace {

/// What one thread inverts before it goes on with a new batch: about what the caches hold.
constexpr std::size_t batch_bytes = std::size_t{1} << 25;

}  // namespace

DatabaseWriter::DatabaseWriter(std::string path, const WriterOptions& options)
    : assembly_(std::move(path)),
      options_(options),
      runs_(assembly_.path(), options.memory_bytes) {}

void DatabaseWriter::set_metadata(std::string key, std::string value) {
    assembly_.set_metadata(std::move(key), std::move(value));
}

void DatabaseWriter::add(std::uint32_t docid, const DocumentView& document) {
    inverter_.add(docid, document);
    if (inverter_.bytes() > std::min(batch_bytes, options_.memory_bytes)) flush();
}

void DatabaseWriter::flush() {
    if (!inverter_.empty()) add(inverter_.seal(), 0);
}

void DatabaseWriter::add(Batch batch, std::uint32_t before) {
    if (batch.documents.empty()) return;
    if (batch.documents.back().number > std::numeric_limits<std::uint32_t>::max() - before)
        throw std::length_error("too many documents");
    flush();
    write_by_docid(batch, before);
    for (const auto& [slot, values] : batch.statistics) assembly_.values_in(slot).add(values);
    runs_.add(std::move(batch.run), before);
}

void DatabaseWriter::write_by_docid(const Batch& batch, std::uint32_t before) {
    std::string key;
    base::ByteReader data(batch.data);
    base::ByteReader termlists(batch.termlists);
    base::ByteReader slots(batch.slots);
    for (const Batch::Document& document : batch.documents) {
        const std::uint32_t docid = before + document.number;
        key.clear();
        put_sortable(key, docid);
        if (document.data.bytes > 0)
            assembly_.docdata().add(key, data.bytes(document.data.bytes), document.data.form);
        assembly_.termlist().add(key, termlists.bytes(document.terms.bytes), document.terms.form);
        key.push_back('\0');
        if (document.slots_bytes > 0)
            assembly_.termlist().add(key, slots.bytes(document.slots_bytes));
        assembly_.count_document(docid, document.length);
    }
}

std::string DatabaseWriter::finish(Thesaurus* thesaurus) {
    flush();
    const Sources sources = runs_.take();
    run_beside(
        options_.threads, [&] { assembly_.write_positions(sources); },
        [&] { assembly_.write_postings(sources, thesaurus); });
    return assembly_.finish();
}

}  // namespace morgue::glass
