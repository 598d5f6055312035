#include <xapian.h>

#include <base/file.hpp>
#include <indexer/shard_writer.hpp>

namespace morgue::indexer {

namespace {

/// Xapian holds about a hundred bytes for each in memory, and counts documents only.
constexpr std::uint64_t most_unflushed_postings = 2'000'000;

}  // namespace

struct ShardWriter::Impl {
    Xapian::WritableDatabase database;
};

// The shard is named by nobody before it is finished and synced as a whole, so Xapian need not
// sync it step by step.
ShardWriter::ShardWriter(std::string path) : path_(std::move(path)) {
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
    if (unflushed_postings_ > most_unflushed_postings) {
        impl_->database.commit();
        unflushed_postings_ = 0;
    }
    return number;
}

std::string ShardWriter::finish() {
    schema::ShardDescription description;
    description.languages.assign(languages_.begin(), languages_.end());
    impl_->database.set_metadata(std::string(schema::description_key), encode(description));
    impl_->database.commit();
    std::string uuid = impl_->database.get_uuid();
    impl_->database.close();
    base::sync_directory_and_files(path_);
    impl_.reset();
    return uuid;
}

}  // namespace morgue::indexer
