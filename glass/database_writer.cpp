#include <algorithm>
#include <glass/database_writer.hpp>
#include <glass/pack.hpp>
#include <glass/run_reader.hpp>
#include <glass/termlist.hpp>
#include <limits>
#include <memory>
#include <stdexcept>

#include <base/file.hpp>

namespace morgue::glass {

namespace {

/// As Xapian limits them.
constexpr std::size_t max_term_bytes = 245;
/// What stands behind a term in the keys that hold it: its end and a docid.
constexpr std::size_t bytes_after_term = 6;

void check_term(std::string_view term) {
    const auto doubled =
        static_cast<std::size_t>(std::count(term.begin(), term.end(), '\0')) + term.size();
    if (term.empty()) throw std::length_error("a term is empty");
    if (term.size() > max_term_bytes || doubled + bytes_after_term > TableWriter::max_key_bytes)
        throw std::length_error("a term of " + std::to_string(term.size()) + " bytes is too long");
}

void check(const DocumentView& document) {
    std::uint64_t length = 0;
    for (const TermEntry& entry : document.terms) {
        check_term(entry.term);
        length += entry.wdf;
    }
    if (length > std::numeric_limits<std::uint32_t>::max())
        throw std::length_error("a document of " + std::to_string(length) + " words is too long");
}

}  // namespace

DatabaseWriter::DatabaseWriter(std::string path, const WriterOptions& options)
    : assembly_(std::move(path)), options_(options) {}

void DatabaseWriter::set_metadata(std::string key, std::string value) {
    assembly_.set_metadata(std::move(key), std::move(value));
}

void DatabaseWriter::add(std::uint32_t docid, const DocumentView& document) {
    check(document);
    write_by_docid(docid, document);
    assembly_.count_document(docid, length_of(document.terms));
    for (const ValueEntry& entry : document.values) assembly_.count_value(entry.slot, entry.value);
    run_.add(docid, document);
    if (run_.bytes() > options_.memory_bytes) spill();
}

void DatabaseWriter::write_by_docid(std::uint32_t docid, const DocumentView& document) {
    key_.clear();
    put_sortable(key_, docid);
    if (!document.data.empty()) {
        const Deflater::Packed data = deflater_.pack(document.data);
        assembly_.docdata().add(key_, data.bytes, data.form);
    }
    tag_.clear();
    put_termlist(tag_, document.terms);
    const Deflater::Packed terms = deflater_.pack(tag_);
    assembly_.termlist().add(key_, terms.bytes, terms.form);
    if (document.values.empty()) return;
    key_.push_back('\0');
    tag_.clear();
    put_used_slots(tag_, document.values);
    assembly_.termlist().add(key_, tag_);
}

void DatabaseWriter::spill() {
    runs_.push_back(base::join(assembly_.path(), "run." + std::to_string(runs_.size())));
    BlockFile out(runs_.back());
    run_.write(out);
    out.close();
}

std::string DatabaseWriter::finish() {
    if (!run_.empty()) spill();
    std::vector<std::unique_ptr<RunReader>> readers;
    std::vector<Source*> sources;
    for (const std::string& run : runs_) {
        readers.push_back(std::make_unique<RunReader>(run));
        sources.push_back(readers.back().get());
        base::remove_all(run);  // the open reader keeps it
    }
    return assembly_.finish(sources);
}

}  // namespace morgue::glass
