#include <algorithm>
#include <set>
#include <sys/stat.h>
#include <utility>

#include <morgue/error.hpp>
#include <morgue/ingest.hpp>

#include <base/file.hpp>
#include <indexer/article_changes.hpp>
#include <indexer/file_plan.hpp>
#include <indexer/formats/reader.hpp>
#include <indexer/intake.hpp>
#include <indexer/removals.hpp>
#include <indexer/source/read.hpp>
#include <indexer/store.hpp>
#include <indexer/targets.hpp>
#include <schema/term.hpp>
#include <schema/xapian_door.hpp>
#include <text/language.hpp>

namespace morgue::indexer {

namespace {

using Clock = std::chrono::steady_clock;

/// Clocks of file systems are coarse: a file changed this near to a scan may change after it and
/// look the same.
constexpr std::int64_t racy_ns = 2'000'000'000;

std::int64_t now_ns() {
    return std::chrono::duration_cast<std::chrono::nanoseconds>(
               std::chrono::system_clock::now().time_since_epoch())
        .count();
}

/// Makes the catalog from the stored articles, when it was lost or belongs to another state.
schema::FileCatalog catalog_from_articles(const schema::Snapshot& snapshot) {
    schema::FileCatalog catalog;
    std::set<std::string> roots;
    snapshot.for_each_live("", [&](const schema::Place& place) {
        const schema::StoredArticle stored = snapshot.stored(place);
        const Location& location = stored.indexed.location;
        if (location.file.empty()) return true;
        schema::CatalogEntry& entry = catalog.files[{location.root, location.file}];
        entry.state = stored.file;
        entry.dated_by_mtime |= dated_by_mtime(stored);
        entry.racy = true;  // when it was scanned is not known any more
        entry.articles.push_back({stored.indexed.id, stored.claimed, location.member});
        roots.insert(location.root);
        return true;
    });
    catalog.roots.assign(roots.begin(), roots.end());
    return catalog;
}

std::string extension_of(const std::string& path) {
    const std::size_t name = path.rfind('/') + 1;
    const std::size_t dot = path.rfind('.');
    return dot == std::string::npos || dot <= name ? std::string() : path.substr(dot);
}

/// Whether what a file gave before may be there again at the next run.
bool may_come_back(SkipReason reason) {
    return reason == SkipReason::unreadable || reason == SkipReason::vanished ||
           reason == SkipReason::too_large;
}

/// What can be refused before there is an index.
void check(const std::string& index_dir, const IngestOptions& options) {
    if (!options.lang.empty() && !text::normal_language_code(options.lang))
        throw Error(ErrorCode::bad_argument, "'" + options.lang + "' is no language code", {},
                    "write two letters, such as de");
    if (base::read_file(base::join(index_dir, schema::stub_name))) return;
    for (const std::string& path : options.paths) {
        struct stat facts {};
        if (::lstat(path.c_str(), &facts) != 0)
            throw Error(ErrorCode::bad_argument, "there is no " + path, path,
                        "name a folder of articles");
    }
}

/// One run over the paths given, from scan to publication.
class Run {
  public:
    Run(Store store, const IngestOptions& options, std::stop_token stop)
        : store_(std::move(store)), options_(options), stop_(std::move(stop)) {}

    IngestReport go() {
        load_catalog();
        targets_ = resolve_targets(store_.dir(), catalog_.roots, options_.paths);
        note_roots();
        note_language();
        scan();
        plan_ = make_plan();
        rename_files();
        read_files();
        remove_files();
        changes_.publish();
        correct_ids();
        save_catalog();
        merge();
        finish_report();
        return std::move(report_);
    }

  private:
    void load_catalog() {
        const std::uint64_t generation = store_.published().generation().number;
        auto catalog = schema::read_file_catalog(store_.dir());
        if (catalog && catalog->generation == generation) {
            catalog_ = *std::move(catalog);
            return;
        }
        catalog_ = catalog_from_articles(store_.published());
        if (catalog) return take_settings(*catalog);
        if (!catalog_.files.empty())
            report_.notes.push_back({"catalog-rebuilt",
                                     "the index's list of files was made anew from its articles; "
                                     "give --lang again for folders that need it"});
    }

    /// A catalog that is behind knows nothing certain of files, but still what the user said.
    void take_settings(const schema::FileCatalog& behind) {
        std::set<std::string> roots(behind.roots.begin(), behind.roots.end());
        roots.insert(catalog_.roots.begin(), catalog_.roots.end());
        catalog_.roots.assign(roots.begin(), roots.end());
        catalog_.languages = behind.languages;
    }

    void note_roots() {
        std::set<std::string> roots(catalog_.roots.begin(), catalog_.roots.end());
        for (const Target& target : targets_) roots.insert(target.root);
        catalog_.roots.assign(roots.begin(), roots.end());
    }

    void note_language() {
        if (options_.lang.empty()) return;
        const auto code = text::normal_language_code(options_.lang);
        for (const Target& target : targets_) {
            const schema::FileKey below = target.key();
            if (catalog_.language_of(below) == *code) continue;
            std::erase_if(catalog_.languages,
                          [&](const auto& given) { return given.below == below; });
            catalog_.languages.push_back({below, std::string(*code)});
            // Even the same content is another article now; until it is read again, that stands
            // in the catalog, so that an interrupted run is completed by the next.
            for (auto& [key, entry] : catalog_.files)
                if (schema::is_below(key, below)) {
                    entry.racy = true;
                    entry.state.content = {};
                }
        }
    }

    void scan() {
        scanned_at_ns_ = now_ns();
        std::set<std::string> closed{base::canonical(store_.dir())};
        for (const std::string& root : catalog_.roots)
            closed.insert(schema::root_path(store_.dir(), root));
        for (const Target& target : targets_) {
            const auto enter = [&](const std::string& folder) {
                return !closed.contains(base::join(target.root_path, folder));
            };
            struct stat facts {};
            const std::string start = base::join(target.root_path, target.start);
            const bool missing = ::lstat(start.c_str(), &facts) != 0;
            if (missing && !target.start.empty() && !is_known(target))
                throw Error(ErrorCode::bad_argument, "there is no " + start, start,
                            "name a folder of articles");
            scans_.push_back({target, missing, walk(target.root_path, target.start, enter, stop_)});
        }
    }

    bool is_known(const Target& target) const {
        return std::any_of(catalog_.files.begin(), catalog_.files.end(), [&](const auto& entry) {
            return schema::is_below(entry.first, target.key());
        });
    }

    FilePlan make_plan() {
        FilePlan plan;
        bool complete = true;
        for (const Scan& scan : scans_) {
            plan_files(scan, catalog_, plan);
            complete = complete && scan.found.complete;
            progress_.files_seen += scan.found.files.size();
        }
        if (complete) find_renames(scans_, catalog_, plan);
        progress_.files_to_read = plan.to_read.size();
        report_.unchanged = plan.unchanged;
        return plan;
    }

    void rename_files() {
        for (const RenamedFile& renamed : plan_.renamed) {
            if (stop_.stop_requested()) return;
            auto renames = changes_.rename(renamed.from, renamed.to);
            std::move(renames.begin(), renames.end(), std::back_inserter(report_.renamed));
        }
    }

    void read_files() {
        last_publish_ = Clock::now();
        for (const FileToRead& file : plan_.to_read) {
            if (stop_.stop_requested()) return;
            read_file(file);
            ++progress_.files_read;
            if (options_.on_progress) options_.on_progress(progress_);
            publish_if_due();
        }
    }

    void read_file(const FileToRead& file) {
        const Reader* reader = find_reader(file.key.file);
        if (reader == nullptr)
            return skip(file.key, {SkipReason::no_reader, extension_of(file.key.file)});
        auto read = read_article_file(file.path, options_.max_file_bytes);
        if (const Unreadable* refused = std::get_if<Unreadable>(&read))
            return skip(file.key, {refused->reason, refused->detail});
        take_file(file, *reader, std::get<FileBytes>(read));
    }

    void take_file(const FileToRead& file, const Reader& reader, const FileBytes& read) {
        progress_.bytes_read += read.bytes.size();
        const bool racy = read.state.mtime_ns > scanned_at_ns_ - racy_ns;
        if (is_unchanged(file, read)) {
            schema::CatalogEntry& entry = catalog_.files.at(file.key);
            entry.state = read.state;
            entry.racy = racy;
            entry.skipped.reset();
            entry.detail.clear();
            report_.unchanged += entry.articles.size();
            return;
        }
        const FileContext context{file.key, read.state, catalog_.language_of(file.key)};
        auto taken = take_in(reader, read.bytes, context);
        if (Unread* unread = std::get_if<Unread>(&taken)) {
            catalog_.files[file.key].state = read.state;
            catalog_.files[file.key].racy = racy;
            return skip(file.key, std::move(*unread));
        }
        auto& articles = std::get<std::vector<schema::StoredArticle>>(taken);
        schema::CatalogEntry entry;
        entry.state = read.state;
        entry.racy = racy;
        entry.dated_by_mtime = std::any_of(articles.begin(), articles.end(), dated_by_mtime);
        const auto difference = changes_.replace(file.key, std::move(entry), articles);
        report_.added += difference.added;
        report_.changed += difference.changed;
        report_.removed += difference.removed;
    }

    bool is_unchanged(const FileToRead& file, const FileBytes& read) const {
        const auto known = catalog_.files.find(file.key);
        if (known == catalog_.files.end()) return false;
        const schema::CatalogEntry& entry = known->second;
        const bool same_time = entry.state.mtime_ns == read.state.mtime_ns;
        const bool was_read = !entry.skipped || may_come_back(*entry.skipped);
        return entry.state.content == read.state.content && was_read && !entry.articles.empty() &&
               (same_time || !entry.dated_by_mtime);
    }

    /// The file gives no article. What it gave before stays while it may come back; when its
    /// content has really gone, that is a removal like any other.
    void skip(const schema::FileKey& key, Unread why) {
        schema::CatalogEntry& entry = catalog_.files[key];
        entry.skipped = why.reason;
        entry.detail = std::move(why.detail);
        if (entry.articles.empty()) return;
        if (may_come_back(why.reason))
            report_.unchanged += entry.articles.size();
        else
            plan_.vanished.push_back(key);
    }

    void remove_files() {
        if (stop_.stop_requested()) return;
        RemovalDecision decision =
            decide_removals(scans_, plan_.vanished, catalog_, options_.confirm_removals);
        for (const schema::FileKey& key : decision.allowed) {
            report_.removed += changes_.drop(key);
            if (!catalog_.files.at(key).skipped) catalog_.files.erase(key);
        }
        report_.withheld = std::move(decision.withheld);
    }

    void correct_ids() {
        for (const auto& [before, after] : changes_.correct_ids())
            for (Rename& rename : report_.renamed)
                if (rename.new_id == before) rename.new_id = after;
    }

    /// All is published already: a merge that fails costs tidiness, not articles.
    void merge() {
        try {
            schema::guarded(store_.dir(), [&] { store_.merge_where_due(stop_); });
        } catch (const Error& error) {
            report_.notes.push_back(
                {"not-merged",
                 std::string("the index is complete, but could not be tidied: ") + error.what()});
        }
        save_catalog();
    }

    void publish_if_due() {
        const bool enough = progress_.bytes_read - published_bytes_ > options_.publish_every_bytes;
        if (!enough && Clock::now() - last_publish_ < options_.publish_every) return;
        changes_.publish();
        save_catalog();
        published_bytes_ = progress_.bytes_read;
        last_publish_ = Clock::now();
    }

    /// After the publication: a catalog that is behind is made anew from the articles.
    void save_catalog() {
        catalog_.generation = store_.published().generation().number;
        schema::write_file_catalog(store_.dir(), catalog_);
    }

    void finish_report() {
        for (const auto& [key, entry] : catalog_.files)
            for (const Target& target : targets_)
                if (entry.skipped && schema::is_below(key, target.key()))
                    report_.skipped.push_back(
                        {base::join(target.root_path, key.file), *entry.skipped, entry.detail});
        std::size_t disputed = 0;
        for (const auto& [key, entry] : catalog_.files)
            for (const schema::CatalogArticle& article : entry.articles)
                disputed += article.id == article.claimed ? 0 : 1;
        if (disputed > 0 && report_.added + report_.changed > 0)
            report_.notes.push_back(
                {"disputed-ids", std::to_string(disputed) +
                                     " articles state an id or address that another has too; "
                                     "all are kept, these under ids of their own"});
        report_.interrupted = stop_.stop_requested();
        report_.articles = store_.published().live_count();
        report_.undated = store_.published().live_count(std::string(schema::undated_term));
        report_.bytes_read = progress_.bytes_read;
    }

    Store store_;
    const IngestOptions& options_;
    std::stop_token stop_;
    schema::FileCatalog catalog_;
    ArticleChanges changes_{store_, catalog_};
    std::vector<Target> targets_;
    std::vector<Scan> scans_;
    FilePlan plan_;
    std::int64_t scanned_at_ns_ = 0;
    Clock::time_point last_publish_;
    std::uint64_t published_bytes_ = 0;
    IngestProgress progress_;
    IngestReport report_;
};

}  // namespace

}  // namespace morgue::indexer

namespace morgue {

IngestReport ingest(const std::string& index_dir, const IngestOptions& options,
                    std::stop_token stop) {
    return schema::guarded(index_dir, [&] {
        indexer::check(index_dir, options);
        return indexer::Run(indexer::Store::open(index_dir), options, std::move(stop)).go();
    });
}

}  // namespace morgue
