#include <glass/database_writer.hpp>
#include <glass/pack.hpp>
#include <limits>
#include <memory>
#include <stdexcept>

#include <base/bytes.hpp>
#include <base/file.hpp>

namespace morgue::glass {

namespace {

/// What one thread inverts before it goes on with a new batch: about what the caches hold.
constexpr std::size_t batch_bytes = std::size_t{1} << 25;

}  // namespace

DatabaseWriter::DatabaseWriter(std::string path, const WriterOptions& options)
    : assembly_(std::move(path)), options_(options) {}

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
    for (const auto& [slot, statistics] : batch.slots) assembly_.count_values(slot, statistics);
    held_bytes_ += batch.run.size();
    runs_.push_back({.bytes = std::move(batch.run), .path = {}, .before = before});
    if (held_bytes_ > options_.memory_bytes) spill();
}

void DatabaseWriter::write_by_docid(const Batch& batch, std::uint32_t before) {
    std::string key;
    base::ByteReader tags(batch.tags);
    for (const Batch::Document& document : batch.documents) {
        const std::uint32_t docid = before + document.number;
        key.clear();
        put_sortable(key, docid);
        if (document.data.bytes > 0)
            assembly_.docdata().add(key, tags.bytes(document.data.bytes), document.data.form);
        assembly_.termlist().add(key, tags.bytes(document.terms.bytes), document.terms.form);
        key.push_back('\0');
        if (document.slots.bytes > 0)
            assembly_.termlist().add(key, tags.bytes(document.slots.bytes), document.slots.form);
        assembly_.count_document(docid, document.length);
    }
}

void DatabaseWriter::spill() {
    for (; spilled_ < runs_.size(); ++spilled_) {
        Run& run = runs_[spilled_];
        run.path = base::join(assembly_.path(), "run." + std::to_string(spilled_));
        BlockFile out(run.path);
        out.write(run.bytes);
        out.close();
        run.bytes = {};
    }
    held_bytes_ = 0;
}

std::string DatabaseWriter::finish() {
    flush();
    std::vector<std::unique_ptr<RunReader>> readers;
    std::vector<Source*> sources;
    for (Run& run : runs_) {
        const std::string path = run.path;
        readers.push_back(std::make_unique<RunReader>(std::move(run)));
        sources.push_back(readers.back().get());
        if (!path.empty()) base::remove_all(path);  // the open reader keeps it
    }
    return assembly_.finish(sources);
}

}  // namespace morgue::glass
