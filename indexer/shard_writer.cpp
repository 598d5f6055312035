#include <xapian.h>

#include <base/file.hpp>
#include <indexer/shard_writer.hpp>

namespace morgue::indexer {

struct ShardWriter::Impl {
    Xapian::WritableDatabase database;
};

// The shard is named by nobody before it is finished and synced as a whole, so Xapian need not
// sync it step by step.
ShardWriter::ShardWriter(std::string path, std::uint64_t postings_held)
    : path_(std::move(path)), postings_held_(postings_held) {
    base::remove_all(path_);
    impl_ = std::make_unique<Impl>();
    impl_->database = Xapian::WritableDatabase(
        path_, Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC);
}

ShardWriter::ShardWriter(ShardWriter&&) noexcept = default;
ShardWriter::~ShardWriter() {
    if (!impl_) return;
    try {
        impl_->database.close();
        base::remove_all(path_);
        base::remove_all(path_ + loose_suffix);
    } catch (...) {
        // A later run removes what nobody names.
    }
}

std::uint32_t ShardWriter::add(const Document& document) {
    Xapian::Document form;
    for (const auto& [term, occurrences] : document.terms) {
        for (const std::uint32_t position : occurrences.positions)
            form.add_posting(term, position, 0);
        form.add_term(term, occurrences.wdf);
    }
    for (const auto& [slot, value] : document.values) form.add_value(slot, value);
    form.set_data(document.data);
    if (document.language != nullptr) note_language(std::string(document.language->code));
    return copy(form);
}

std::uint32_t ShardWriter::copy(const Xapian::Document& document) {
    const std::uint32_t number = impl_->database.add_document(document);
    unflushed_postings_ += document.termlist_count();
    if (unflushed_postings_ > postings_held_) {
        impl_->database.commit();
        unflushed_postings_ = 0;
        written_in_parts_ = true;
    }
    return number;
}

std::string ShardWriter::finish() {
    schema::ShardDescription description;
    description.languages.assign(languages_.begin(), languages_.end());
    impl_->database.set_metadata(std::string(schema::description_key), encode(description));
    impl_->database.commit();
    impl_->database.close();
    if (written_in_parts_) close_gaps();
    base::sync_directory_and_files(path_);
    impl_.reset();
    return Xapian::Database(path_, Xapian::DB_BACKEND_GLASS).get_uuid();
}

/// Every part but the first is written into the middle of the tables, whose blocks then stand half
/// empty: measured on Japanese news, 289 MB where 149 would do.
void ShardWriter::close_gaps() const {
    const std::string loose = path_ + loose_suffix;
    base::rename_path(path_, loose);
    Xapian::Database(loose, Xapian::DB_BACKEND_GLASS).compact(path_, Xapian::DBCOMPACT_NO_RENUMBER);
    base::remove_all(loose);
}

}  // namespace morgue::indexer
