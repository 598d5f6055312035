#include <algorithm>
#include <glass/database_writer.hpp>
#include <glass/pack.hpp>
#include <glass/posting_writer.hpp>
#include <glass/run_merger.hpp>
#include <glass/termlist.hpp>
#include <limits>
#include <stdexcept>

#include <base/bytes.hpp>
#include <base/file.hpp>

namespace morgue::glass {

namespace {

/// As Xapian limits them.
constexpr std::size_t max_term_bytes = 245;
/// What stands behind a term in the keys that hold it: its end and a docid.
constexpr std::size_t bytes_after_term = 6;
constexpr std::size_t max_metadata_key_bytes = TableWriter::max_key_bytes - 2;

constexpr std::string_view metadata_key{"\0\xc0", 2};

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
    : path_(std::move(path)),
      options_(options),
      docdata_(table("docdata"), TableWriter::Creation::lazy),
      termlist_(table("termlist"), TableWriter::Creation::always) {}

std::string DatabaseWriter::table(std::string_view name) const {
    return base::join(path_, std::string(name) + ".glass");
}

void DatabaseWriter::set_metadata(std::string key, std::string value) {
    if (key.empty() || key.size() > max_metadata_key_bytes)
        throw std::length_error("a metadata key of " + std::to_string(key.size()) + " bytes");
    metadata_.insert_or_assign(std::move(key), std::move(value));
}

void DatabaseWriter::add(std::uint32_t docid, const DocumentView& document) {
    check(document);
    key_.clear();
    put_sortable(key_, docid);
    if (!document.data.empty()) {
        const Deflater::Packed data = deflater_.pack(document.data);
        docdata_.add(key_, data.bytes, data.form);
    }
    tag_.clear();
    put_termlist(tag_, document.terms);
    const Deflater::Packed terms = deflater_.pack(tag_);
    termlist_.add(key_, terms.bytes, terms.form);
    if (!document.values.empty()) {
        key_.push_back('\0');
        tag_.clear();
        put_used_slots(tag_, document.values);
        termlist_.add(key_, tag_);
    }
    count(docid, document);
    run_.add(docid, document);
    if (run_.bytes() > options_.memory_bytes) spill();
}

void DatabaseWriter::count(std::uint32_t docid, const DocumentView& document) {
    const std::uint32_t length = length_of(document.terms);
    for (const TermEntry& entry : document.terms)
        statistics_.highest_wdf = std::max(statistics_.highest_wdf, entry.wdf);
    for (const ValueEntry& entry : document.values) slots_[entry.slot].add(entry.value);
    const bool is_shortest = statistics_.shortest == 0 || length < statistics_.shortest;
    if (length > 0 && is_shortest) statistics_.shortest = length;
    statistics_.longest = std::max(statistics_.longest, length);
    statistics_.total_length += length;
    statistics_.last_docid = docid;
    ++statistics_.documents;
    lengths_.push_back({docid, length});
}

void DatabaseWriter::spill() {
    runs_.push_back(base::join(path_, "run." + std::to_string(runs_.size())));
    BlockFile out(runs_.back());
    run_.write(out);
    out.close();
}

TableRoot DatabaseWriter::write_postlist(TableRoot& position) {
    TableWriter postlist(table("postlist"), TableWriter::Creation::always);
    TableWriter positions(table("position"), TableWriter::Creation::lazy);
    for (const auto& [key, value] : metadata_)
        if (!value.empty()) postlist.add(std::string(metadata_key) + key, value);
    write_value_statistics(postlist, slots_);
    RunMerger merger(runs_);
    merger.write_values(postlist);
    PostingWriter lengths(postlist);
    lengths.begin_lengths();
    for (const Length& entry : lengths_) lengths.add({entry.docid, entry.length});
    lengths.end();
    merger.write_postings(postlist, positions);
    position = positions.finish();
    return postlist.finish();
}

std::string DatabaseWriter::finish() {
    if (!run_.empty()) spill();
    Tables tables;
    tables.docdata = docdata_.finish();
    tables.termlist = termlist_.finish();
    tables.postlist = write_postlist(tables.position);
    for (const std::string& run : runs_) base::remove_all(run);
    base::sync_directory_and_files(path_);
    const Uuid uuid = random_uuid();
    base::write_file_durably(base::join(path_, "iamglass"),
                             version_file(uuid, tables, statistics_));
    return to_string(uuid);
}

}  // namespace morgue::glass
