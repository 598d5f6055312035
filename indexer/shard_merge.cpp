#include <glass/database_merger.hpp>
#include <glass/errors.hpp>
#include <set>

#include <morgue/error.hpp>

#include <base/file.hpp>
#include <indexer/leader_file.hpp>
#include <indexer/shard_merge.hpp>
#include <indexer/stem_words.hpp>
#include <schema/hints.hpp>
#include <schema/index_format.hpp>

namespace morgue::indexer {

namespace {

void write_merged(const std::string& path, const std::vector<MergePart>& parts,
                  const std::stop_token& stop) {
    glass::DatabaseMerger merger(path, 2, stop);
    std::set<std::string, std::less<>> languages;
    std::vector<LeadersOfPart> leaders;
    for (const MergePart& part : parts) {
        leaders.push_back({part.path, part.dead, merger.documents()});
        merger.append(part.path, part.dead);
        languages.insert(part.languages.begin(), part.languages.end());
    }
    if (merge_leaders(path, leaders)) merger.add_file(leaders_name);
    schema::ShardDescription description;
    description.languages.assign(languages.begin(), languages.end());
    merger.set_metadata(std::string(schema::description_key), encode(description));
    StemWords words(languages);
    merger.finish(&words);
}

}  // namespace

bool merge_shards(const std::string& path, const std::vector<MergePart>& parts,
                  const std::stop_token& stop) {
    base::remove_all(path);
    base::make_private_directory(path);
    try {
        write_merged(path, parts, stop);
        base::inherit_mode(path);
        return true;
    } catch (const glass::Interrupted&) {
        base::remove_all(path);
        return false;
    } catch (const glass::MalformedTable& malformed) {
        base::remove_all(path);
        throw Error(ErrorCode::index_corrupt, malformed.what(), path, schema::restore_hint);
    } catch (...) {
        base::remove_all(path);
        throw;
    }
}

}  // namespace morgue::indexer
