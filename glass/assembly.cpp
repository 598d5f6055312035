#include <algorithm>
#include <glass/assembly.hpp>
#include <glass/merger.hpp>
#include <glass/position_writer.hpp>
#include <glass/synonym_writer.hpp>
#include <stdexcept>

#include <base/file.hpp>
#include <base/manifest.hpp>

namespace morgue::glass {

namespace {

constexpr std::string_view metadata_key{"\0\xc0", 2};
constexpr std::size_t max_metadata_key_bytes = TableWriter::max_key_bytes - metadata_key.size();

base::Manifest manifest_of(const Tables& tables, std::string_view version) {
    base::Manifest manifest{{version_file_name, base::checksums_of(version)}};
    const std::pair<const char*, const TableRoot*> roots[] = {{"postlist.glass", &tables.postlist},
                                                              {"docdata.glass", &tables.docdata},
                                                              {"termlist.glass", &tables.termlist},
                                                              {"position.glass", &tables.position},
                                                              {"synonym.glass", &tables.synonym}};
    for (const auto& [name, root] : roots)
        if (root->blocks > 0) manifest.emplace(name, root->checksums);
    return manifest;
}

void write_manifest(const std::string& folder, const base::Manifest& manifest) {
    BlockFile out(base::join(folder, base::manifest_name));
    out.write(encode(manifest));
    out.close();
}

}  // namespace

Assembly::Assembly(std::string path, std::stop_token stop)
    : path_(std::move(path)),
      stop_(std::move(stop)),
      docdata_(table("docdata"), TableWriter::Creation::lazy),
      termlist_(table("termlist"), TableWriter::Creation::always),
      postlist_(table("postlist"), TableWriter::Creation::always),
      position_(table("position"), TableWriter::Creation::lazy),
      synonym_(table("synonym"), TableWriter::Creation::lazy),
      lengths_(postlist_) {
    lengths_.begin_lengths();
}

std::string Assembly::table(std::string_view name) const {
    return base::join(path_, std::string(name) + ".glass");
}

void Assembly::count_document(std::uint32_t docid, std::uint32_t length) {
    const bool is_shortest = statistics_.shortest == 0 || length < statistics_.shortest;
    if (length > 0 && is_shortest) statistics_.shortest = length;
    statistics_.longest = std::max(statistics_.longest, length);
    statistics_.total_length += length;
    statistics_.last_docid = docid;
    ++statistics_.documents;
    lengths_.add(docid, length);
}

void Assembly::set_metadata(std::string key, std::string value) {
    if (key.empty() || key.size() > max_metadata_key_bytes)
        throw std::length_error("a metadata key of " + std::to_string(key.size()) + " bytes");
    metadata_.insert_or_assign(std::move(key), std::move(value));
}

/// In the order of the table's keys.
void Assembly::write_postings(const Sources& sources, Thesaurus* thesaurus) {
    for (const auto& [key, value] : metadata_)
        if (!value.empty()) postlist_.add(std::string(metadata_key) + key, value);
    write_value_statistics(postlist_, slots_);
    ValueWriter values(postlist_);
    merge(sources.values, values, stop_);
    lengths_.end();
    PostingWriter postings(postlist_);
    merge(sources.postings, postings, stop_, [&](std::string_view term) {
        if (thesaurus != nullptr && postings.has_written()) thesaurus->meet(term);
    });
    statistics_.highest_wdf = postings.highest_wdf();
    if (thesaurus != nullptr) write_synonyms(synonym_, *thesaurus);
}

void Assembly::write_positions(const Sources& sources) {
    PositionWriter positions(position_);
    merge(sources.positions, positions, stop_);
}

std::string Assembly::finish() {
    const Tables tables{postlist_.finish(), docdata_.finish(), termlist_.finish(),
                        position_.finish(), synonym_.finish()};
    const Uuid uuid = random_uuid();
    const std::string version = version_file(uuid, tables, statistics_);
    base::Manifest manifest = manifest_of(tables, version);
    for (const std::string& name : files_)
        manifest.emplace(name, base::checksums_of_file(base::join(path_, name)));
    write_manifest(path_, manifest);
    base::sync_directory_and_files(path_);
    base::write_file_durably(base::join(path_, version_file_name), version);
    return to_string(uuid);
}

}  // namespace morgue::glass
