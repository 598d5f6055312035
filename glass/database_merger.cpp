#include <glass/database_merger.hpp>

namespace morgue::glass {

void DatabaseMerger::append(const std::string& path, const std::vector<std::uint32_t>& dead) {
    const std::uint32_t first = shards_.empty() ? 1 : shards_.back()->next_docid();
    shards_.push_back(std::make_unique<ShardReader>(path, dead, first));
    shards_.back()->copy_documents(assembly_);
}

void DatabaseMerger::set_metadata(std::string key, std::string value) {
    assembly_.set_metadata(std::move(key), std::move(value));
}

std::string DatabaseMerger::finish() {
    std::vector<Source*> sources;
    for (const auto& shard : shards_) sources.push_back(shard.get());
    return assembly_.finish(sources);
}

}  // namespace morgue::glass
