#include <algorithm>
#include <map>
#include <utility>

#include <morgue/error.hpp>
#include <morgue/ingest.hpp>

#include <base/file.hpp>
#include <indexer/catalog_state.hpp>
#include <indexer/confined/confined_readers.hpp>
#include <indexer/file_read.hpp>
#include <indexer/formats/field_map.hpp>
#include <indexer/formats/format.hpp>
#include <indexer/packing/packing.hpp>
#include <indexer/preparation.hpp>
#include <indexer/removals.hpp>
#include <indexer/root_changes.hpp>
#include <indexer/source/read.hpp>
#include <schema/generation.hpp>
#include <schema/xapian_door.hpp>

namespace morgue::indexer {

namespace {

/// Without an index there is nothing known.
schema::FileCatalog known_files(const std::string& dir, std::vector<Note>& notes) {
    if (!base::read_file(base::join(dir, schema::stub_name))) return {};
    return load_catalog(dir, schema::Snapshot::open(dir), CatalogUse::look, notes);
}

/// What a run does to the catalog before it scans.
void settle(const std::string& dir, schema::FileCatalog& catalog) {
    for (const schema::FileKey& key : files_of_no_root(catalog)) catalog.erase(key);
    for (const RenamedFile& move : files_to_rehome(dir, catalog)) {
        if (const auto entry = catalog.find(move.from); entry && !catalog.contains(move.to))
            catalog.put(move.to, *entry);
        catalog.erase(move.from);
    }
}

constexpr std::size_t most_ways_told = 20;

class PlanTeller {
  public:
    PlanTeller(const std::string& dir, const schema::FileCatalog& catalog,
               const IngestOptions& options)
        : dir_(dir), catalog_(catalog), options_(options), readers_({options.max_file_bytes}) {}

    IngestPlan tell(Preparation prepared, const Targets& targets) {
        plan_.unchanged += prepared.plan.unchanged_files;
        for (const FileToRead& file : prepared.plan.to_read) tell_read(file);
        for (const RenamedFile& renamed : prepared.plan.renamed) tell_rename(renamed);
        tell_removals(prepared);
        tell_skips(prepared.scans, targets);
        plan_.passed_over = passed_over(prepared.scans);
        plan_.notes = notes_on(prepared.scans, options_, plan_.withheld);
        plan_.notes.insert(plan_.notes.begin(), targets.notes.begin(), targets.notes.end());
        for (const auto& [how, files] : fields_) plan_.notes.push_back(fields_note(how, files));
        std::stable_sort(
            plan_.files.begin(), plan_.files.end(),
            [](const auto& left, const auto& right) { return left.path < right.path; });
        return std::move(plan_);
    }

  private:
    std::string path_of(const schema::FileKey& key) const {
        return base::join(schema::root_path(dir_, key.root), key.file);
    }

    void tell_read(const FileToRead& file) {
        const std::string path = file.path();
        if (const auto reason = skip_reason(file.found)) return tell_skip(path, *reason);
        const auto known = file.is_known ? catalog_.find(file.key()) : std::nullopt;
        const bool has_articles = known && !(known->articles.empty() && known->issue.empty());
        if (has_articles && file.looks_same && is_same(file, *known)) {
            ++plan_.unchanged;
            return;
        }
        const Format* format = found_format(path, file.found.is_link);
        const std::string_view name = format == nullptr ? packed_format(path) : format->name;
        if (name.empty()) return tell_skip(path, SkipReason::no_reader);
        if (format != nullptr && format->has_named_fields && !note_fields(file))
            return tell_skip(path, SkipReason::reader_failed);
        plan_.bytes_to_read += file.found.size;
        plan_.files.push_back(
            {has_articles ? FileAction::change : FileAction::add, path, {}, std::string(name)});
    }

    /// Where several formats have the name, the file's bytes say which. Where those cannot be had
    /// now, the run will say why. Null for what is packed.
    const Format* found_format(const std::string& path, bool is_link) const {
        const Format* format = is_packed(path) ? nullptr : find_format(path);
        if (format == nullptr || format->fits == nullptr) return format;
        const auto read = bytes_of(path, is_link);
        const FileBytes* found = std::get_if<FileBytes>(&read);
        return found == nullptr ? format : find_format(path, found->bytes);
    }

    std::string_view packed_format(const std::string& path) const {
        return is_packed(path) ? format_named(path) : std::string_view();
    }

    /// How the names of fields in a file are read; false where its reader fails on it.
    bool note_fields(const FileToRead& file) {
        const auto read = bytes_of(file.path(), file.found.is_link);
        const FileBytes* found = std::get_if<FileBytes>(&read);
        if (found == nullptr) return true;
        const schema::FileKey key = file.key();
        const std::string given = options_.field_map.empty() ? catalog_.field_map_of(key)
                                                             : FieldMap::joined(options_.field_map);
        const auto told = readers_.told_fields(
            {key.file, {key.file}, given, options_.max_file_bytes, found->bytes});
        const std::string* how = std::get_if<std::string>(&told);
        if (how == nullptr) return false;
        if (!how->empty() && (fields_.size() < most_ways_told || fields_.contains(*how)))
            ++fields_[*how];
        return true;
    }

    static Note fields_note(const std::string& how, std::size_t files) {
        return {"fields", "of " + std::to_string(files) + (files == 1 ? " file" : " files") +
                              " the fields are read as " + how};
    }

    std::variant<FileBytes, Unreadable> bytes_of(const std::string& path, bool is_link) const {
        return read_article_file(path, {options_.max_file_bytes, is_link});
    }

    std::optional<SkipReason> skip_reason(const FoundFile& file) const {
        if (!is_read(file.path)) return SkipReason::no_reader;
        if (is_too_large(file, options_.max_file_bytes)) return SkipReason::too_large;
        return std::nullopt;
    }

    /// It was changed so near to the last run that only its content tells.
    bool is_same(const FileToRead& file, const schema::CatalogEntry& entry) const {
        if (holds_others(file.found.path)) {
            const auto opened = open_and_hash(file.path(), file.found.is_link);
            const OpenFile* packed = std::get_if<OpenFile>(&opened);
            return packed != nullptr && has_same_content(entry, packed->state);
        }
        const auto read = bytes_of(file.path(), file.found.is_link);
        const FileBytes* bytes = std::get_if<FileBytes>(&read);
        return bytes != nullptr && has_same_content(entry, bytes->state);
    }

    void tell_rename(const RenamedFile& renamed) {
        const std::string path = path_of(renamed.to);
        const Format* format = found_format(path, false);
        plan_.files.push_back(
            {FileAction::rename, path, path_of(renamed.from),
             std::string(format == nullptr ? packed_format(path) : format->name)});
    }

    void tell_removals(const Preparation& prepared) {
        RemovalDecision decision = decide_removals(prepared.scans, prepared.plan.vanished, catalog_,
                                                   options_.confirm_removals);
        if (options_.keep_removed)
            plan_.unchanged += decision.allowed.size();
        else
            for (const schema::FileKey& key : decision.allowed)
                plan_.files.push_back({FileAction::remove, path_of(key), {}, {}});
        plan_.withheld = std::move(decision.withheld);
    }

    void tell_skips(const std::vector<Scan>& scans, const Targets& targets) {
        for (const Scan& scan : scans)
            for (const Skip& skip : scan.found.skipped)
                tell_skip(base::join(scan.target.root_path, skip.path), skip.reason);
        for (const Skip& skip : targets.skipped) tell_skip(skip.path, skip.reason);
    }

    void tell_skip(const std::string& path, SkipReason reason) {
        const std::string_view format =
            reason == SkipReason::no_reader ? std::string_view() : format_named(path);
        plan_.files.push_back({FileAction::skip, path, {}, std::string(format), reason});
    }

    std::map<std::string, std::size_t> fields_;  ///< how they are read, and in how many files
    const std::string& dir_;
    const schema::FileCatalog& catalog_;
    const IngestOptions& options_;
    ConfinedReaders readers_;
    IngestPlan plan_;
};

}  // namespace

}  // namespace morgue::indexer

namespace morgue {

std::string_view to_string(FileAction action) noexcept {
    switch (action) {
        case FileAction::add:
            return "add";
        case FileAction::change:
            return "change";
        case FileAction::rename:
            return "rename";
        case FileAction::remove:
            return "remove";
        case FileAction::skip:
            return "skip";
    }
    return "unknown";
}

IngestPlan plan_ingest(const std::string& index_dir, const IngestOptions& options,
                       std::stop_token stop) {
    using namespace indexer;
    return schema::guarded(index_dir, [&] {
        check_options(index_dir, options);
        if (options.rebuild)
            throw Error(ErrorCode::bad_argument, "what a rebuild would do is to read everything",
                        index_dir, "ask for it without a plan");
        std::vector<Note> notes;
        schema::FileCatalog catalog = known_files(index_dir, notes);
        const Targets targets = find_targets(index_dir, catalog, options);
        settle(index_dir, catalog);
        note_settings(targets.list, options, catalog);
        Preparation prepared = prepare(index_dir, catalog, targets.list, {std::move(stop), {}});
        IngestPlan plan =
            PlanTeller(index_dir, catalog, options).tell(std::move(prepared), targets);
        plan.notes.insert(plan.notes.begin(), notes.begin(), notes.end());
        return plan;
    });
}

}  // namespace morgue
