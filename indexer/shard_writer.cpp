#include <base/file.hpp>
#include <indexer/shard_writer.hpp>

namespace morgue::indexer {

// The shard is named by nobody before it is finished; its files get their modes then, and nobody
// else reaches them before.
ShardWriter::ShardWriter(std::string path, Engine engine) : path_(std::move(path)) {
    base::remove_all(path_);
    base::make_private_directory(path_);
    engine_ = make_engine(engine, path_);
}

ShardWriter::ShardWriter(ShardWriter&&) noexcept = default;
ShardWriter::~ShardWriter() {
    if (!engine_) return;
    engine_.reset();
    try {
        base::remove_all(path_);
    } catch (...) {
        // A later run removes what nobody names.
    }
}

std::uint32_t ShardWriter::add(const Document& document) {
    if (document.language != nullptr) languages_.emplace(document.language->code);
    engine_->add(documents_ + 1, document.form);
    return ++documents_;
}

std::string ShardWriter::finish() {
    schema::ShardDescription description;
    description.languages.assign(languages_.begin(), languages_.end());
    engine_->set_metadata(std::string(schema::description_key), encode(description));
    std::string uuid = engine_->finish();
    base::inherit_mode(path_);
    engine_.reset();
    return uuid;
}

}  // namespace morgue::indexer
