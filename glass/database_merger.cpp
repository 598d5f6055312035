#include <glass/beside.hpp>
#include <glass/database_merger.hpp>
#include <utility>

namespace morgue::glass {

DatabaseMerger::DatabaseMerger(std::string path, unsigned threads, std::stop_token stop)
    : threads_(threads), stop_(std::move(stop)), assembly_(std::move(path), stop_) {}

void DatabaseMerger::append(const std::string& path, const std::vector<std::uint32_t>& dead) {
    shards_.push_back(std::make_unique<ShardReader>(path, dead, documents() + 1, assembly_));
}

std::uint32_t DatabaseMerger::documents() const noexcept {
    return shards_.empty() ? 0 : shards_.back()->next_docid() - 1;
}

void DatabaseMerger::set_metadata(std::string key, std::string value) {
    assembly_.set_metadata(std::move(key), std::move(value));
}

std::string DatabaseMerger::finish(Thesaurus* thesaurus) {
    Sources sources;
    for (const auto& shard : shards_) shard->add_sources(sources);
    run_beside(
        threads_, [&] { assembly_.write_positions(sources); },
        [&] {
            for (const auto& shard : shards_) shard->copy_documents(assembly_, stop_);
            assembly_.write_postings(sources, thesaurus);
        });
    return assembly_.finish();
}

}  // namespace morgue::glass
