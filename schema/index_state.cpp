#include <algorithm>
#include <map>
#include <memory>
#include <sys/stat.h>

#include <morgue/error.hpp>

#include <base/file.hpp>
#include <schema/hints.hpp>
#include <schema/index_format.hpp>
#include <schema/index_state.hpp>
#include <schema/lost_table.hpp>
#include <schema/sealed_folder.hpp>
#include <schema/xapian_door.hpp>

namespace morgue::schema {

namespace {

const std::string positions = "position";

/// A link might lead out of the index's folder.
void refuse_link(const std::string& path) {
    struct stat facts {};
    if (::lstat(path.c_str(), &facts) == 0 && !S_ISDIR(facts.st_mode))
        throw Error(ErrorCode::index_refused, "part of the index is not a folder: " + path, path,
                    "an index of Morgue never has links in it; build it anew from its articles");
}

/// The names in a folder that holds files alone: Xapian would wait for ever on a FIFO, and read a
/// device without end.
std::vector<std::string> plain_files(const std::string& path) {
    std::vector<std::string> names = base::list_directory(path);
    for (const std::string& name : names) {
        struct stat facts {};
        const std::string file = base::join(path, name);
        if (::lstat(file.c_str(), &facts) == 0 && !S_ISREG(facts.st_mode))
            throw Error(ErrorCode::index_refused, "part of the index is not a file: " + file, file,
                        "an index of Morgue holds plain files only; build it anew");
    }
    return names;
}

/// Opened as glass and nothing else.
Shard open_shard(const std::string& dir, const std::string& name) {
    const std::string folder = base::join(dir, shards_name);
    const std::string path = base::join(folder, name);
    refuse_link(folder);
    refuse_link(path);
    const std::vector<std::string> files = plain_files(path);
    check_sealed(path);
    Xapian::Database database(path, Xapian::DB_BACKEND_GLASS);
    // Without positions it would answer as if the words of a phrase might stand anywhere.
    const bool should_have = std::binary_search(files.begin(), files.end(), positions + ".glass");
    if (should_have && !database.has_positions())
        refuse_lost({dir, path, positions},
                    [](const Xapian::Database& again) { return again.has_positions(); });
    const bool has_articles = std::binary_search(files.begin(), files.end(), "docdata.glass");
    std::string uuid = database.get_uuid();
    return {name, std::move(uuid), std::move(database), glass::open_positions(path),
            has_articles ? std::make_shared<glass::DataReader>(path) : nullptr};
}

DeadList read_dead_list(const std::string& dir, const Generation& generation) {
    const std::string path = base::join(dir, generation.dead_file());
    const auto bytes = base::read_file(path);
    if (!bytes)
        throw Error(ErrorCode::index_corrupt, "the list of removed articles is missing", path,
                    restore_hint);
    return decode_dead_list(*bytes, path);
}

/// Each dead document must be one of ours, once, or the counts of live ones go wrong.
void check_dead(const OpenState& opened) {
    std::map<std::string, Xapian::docid> last_docids;
    for (const Shard& shard : opened.shards)
        if (!last_docids.emplace(shard.uuid, shard.database.get_lastdocid()).second)
            throw Error(ErrorCode::index_corrupt, "the index names one of its parts twice",
                        opened.state.dir, restore_hint);
    for (const auto& [uuid, docids] : opened.dead) {
        const auto shard = last_docids.find(uuid);
        if (shard == last_docids.end() || (!docids.empty() && docids.back() > shard->second))
            throw Error(ErrorCode::index_corrupt,
                        "the list of removed articles does not belong to the index",
                        opened.state.dir, restore_hint);
    }
}

OpenState open_stub(const std::string& dir, std::string stub) {
    OpenState opened;
    opened.generation = decode_generation(stub, base::join(dir, stub_name));
    opened.state = {dir, std::move(stub)};
    opened.dead = read_dead_list(dir, opened.generation);
    for (const std::string& name : opened.generation.shards)
        opened.shards.push_back(open_shard(dir, name));
    check_dead(opened);
    for (const Shard& shard : opened.shards)
        for (std::string& code : languages_of(shard)) opened.languages.insert(std::move(code));
    return opened;
}

}  // namespace

std::vector<std::string> languages_of(const Shard& shard) {
    const std::string described = shard.database.get_metadata(std::string(description_key));
    return decode_description(described, shard.name).languages;
}

OpenState open_newest(const std::string& dir) {
    // The writer may publish between the reading of the stub and the opening of what it names, and
    // a later run removes what the stub no longer names: then the stub has changed, and is read
    // again. When it has not, what it names is really missing or broken.
    for (;;) {
        const std::string stub = read_stub(dir);
        try {
            return open_stub(dir, stub);
        } catch (...) {
            if (read_stub(dir) == stub) rethrow_as_error(dir);
        }
    }
}

std::optional<OpenState> open_state(const IndexState& state) {
    try {
        return open_stub(state.dir, state.stub);
    } catch (...) {
        if (read_stub(state.dir) == state.stub) rethrow_as_error(state.dir);
        return std::nullopt;
    }
}

}  // namespace morgue::schema
