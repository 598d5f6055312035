#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include <morgue/error.hpp>
#include <morgue/ingest.hpp>

#include <base/file.hpp>
#include <indexer/access.hpp>
#include <indexer/article_changes.hpp>
#include <indexer/catalog_state.hpp>
#include <indexer/file_intake.hpp>
#include <indexer/ids.hpp>
#include <indexer/intake.hpp>
#include <indexer/issues.hpp>
#include <indexer/preparation.hpp>
#include <indexer/read_ahead.hpp>
#include <indexer/rebuild.hpp>
#include <indexer/removals.hpp>
#include <indexer/resources.hpp>
#include <indexer/root_changes.hpp>
#include <indexer/space.hpp>
#include <indexer/store.hpp>
#include <indexer/tidy.hpp>
#include <indexer/version_keeper.hpp>
#include <schema/skips.hpp>
#include <schema/term.hpp>
#include <schema/xapian_door.hpp>

namespace morgue::indexer {

namespace {

using Clock = std::chrono::steady_clock;
using Phase = IngestProgress::Phase;

/// One run over the paths given, from scan to publication.
class Run {
  public:
    Run(const std::string& index_dir, const IngestOptions& options, std::stop_token stop)
        : options_(options),
          stop_(std::move(stop)),
          resources_(resources_of(options)),
          store_(options.rebuild ? Store::begin_anew(index_dir, resources_.store)
                                 : Store::open(index_dir, resources_.store)) {
        if (options.rebuild) rebuild_.emplace(index_dir, stop_);
    }

    IngestReport go() {
        load_catalog();
        report_.first_run = store_.published().live_count() == 0;
        find_targets();
        if (auto note = limit_access(store_.dir(), root_paths())) report_.notes.push_back(*note);
        if (rebuild_) begin_anew();
        prepared_ = prepare(store_.dir(), catalog_, targets_.list, watch());
        begin_reading();
        rename_files();
        read_files();
        read_issues();
        remove_files();
        // A removed issue lets go of its pages.
        read_issues();
        tell(Phase::writing);
        changes_.publish();
        settle_versions();
        correct_ids();
        if (rebuild_ && !take_place()) return std::move(report_);
        save_catalog();
        merge();
        finish_report();
        return std::move(report_);
    }

  private:
    void load_catalog() {
        catalog_ = rebuild_ ? rebuild_->old_catalog()
                            : indexer::load_catalog(store_.dir(), store_.published(),
                                                    CatalogUse::change, report_.notes);
    }

    /// All files are new to the index from here on.
    void begin_anew() {
        catalog_ = rebuild_->begin(std::move(catalog_), store_.dir());
        rebuild_->take_articles_of_no_file(changes_);
    }

    /// False when stopped: readers keep what they have.
    bool take_place() {
        report_.interrupted = stop_.stop_requested();
        if (report_.interrupted) return false;
        store_.take_place();
        for (Note& note : rebuild_->notes(store_.published())) report_.notes.push_back(note);
        return true;
    }

    void find_targets() {
        finish_forgetting();
        targets_ = indexer::find_targets(store_.dir(), catalog_, options_);
        if (!rebuild_) rehome_files();
        note_settings(targets_.list, options_, catalog_);
    }

    /// What an interrupted forget() left.
    void finish_forgetting() {
        for (const schema::FileKey& key : files_of_no_root(catalog_)) {
            report_.removed += changes_.drop(key);
            catalog_.erase(key);
        }
    }

    /// Published at once, as a file that has moved so may also have changed.
    void rehome_files() {
        const std::vector<RenamedFile> moves = files_to_rehome(store_.dir(), catalog_);
        for (const RenamedFile& move : moves) changes_.rename(move.from, move.to);
        if (moves.empty()) return;
        changes_.publish();
        save_catalog();
    }

    std::vector<std::string> root_paths() const {
        std::vector<std::string> paths;
        for (const auto& [name, root] : catalog_.roots)
            paths.push_back(schema::root_path(store_.dir(), name));
        return paths;
    }

    WalkWatch watch() {
        return {stop_, [this](std::size_t files) {
                    progress_.files_seen = files;
                    tell(Phase::scanning);
                }};
    }

    void tell(Phase phase) {
        progress_.phase = phase;
        if (options_.on_progress) options_.on_progress(progress_);
    }

    void begin_reading() {
        report_.unchanged = prepared_.plan.unchanged;
        report_.newly_skipped = prepared_.plan.newly_skipped;
        progress_.files_seen = prepared_.files_seen;
        progress_.files_to_read = prepared_.plan.to_read.size();
        for (const FileToRead& file : prepared_.plan.to_read)
            if (is_opened(file.found, options_.max_file_bytes)) count_file(file);
        require_space(store_.dir(), bytes_to_index(bytes_to_write_));
        store_.expect(progress_.bytes_to_read);
        issues_.begin(prepared_.plan);
    }

    void count_file(const FileToRead& file) {
        readers_.require_program_for(file.found.path);
        progress_.bytes_to_read += file.found.size;
        if (!file.looks_same) bytes_to_write_ += file.found.size;
    }

    void rename_files() {
        for (const RenamedFile& renamed : prepared_.plan.renamed) {
            if (stop_.stop_requested()) return;
            auto renames = changes_.rename(renamed.from, renamed.to);
            std::move(renames.begin(), renames.end(), std::back_inserter(report_.renamed));
        }
    }

    ReadAheadMeans means_of_reading() {
        return {store_.workers(), readers_, resources_.read_ahead_bytes};
    }

    void read_files() {
        last_publish_ = Clock::now();
        read(prepared_.plan.to_read);
    }

    /// Pages of newspapers and their issues, which waited for each other.
    void read_issues() {
        for (auto more = issues_.undecided(); !more.empty(); more = issues_.undecided()) {
            if (stop_.stop_requested()) return;
            read_published(more);
        }
        read_published(issues_.decided());
    }

    /// Some may have been read in this run, so that what they gave is to be superseded.
    void read_published(const std::vector<FileToRead>& files) {
        if (files.empty()) return;
        changes_.publish();
        read(files);
    }

    void read(const std::vector<FileToRead>& files) {
        ReadAhead ahead(means_of_reading(), files, catalog_, stop_);
        while (!stop_.stop_requested()) {
            auto read = ahead.next();
            if (!read) break;
            if (!read->file->is_settled && issues_.note(*read)) continue;
            intake_.take(*std::move(read), prepared_);
            tell(Phase::reading);
            if (!intake_.is_amid()) publish_if_due();
        }
        intake_.break_off();
    }

    void remove_files() {
        if (stop_.stop_requested()) return;
        if (rebuild_) return leave_files_out();
        RemovalDecision decision = decide_removals(prepared_.scans, prepared_.plan.vanished,
                                                   catalog_, options_.confirm_removals);
        for (const schema::FileKey& key : decision.allowed) {
            if (catalog_.summary_of(key)->of_issue) issues_.let_go(key);
            if (options_.keep_removed) {
                report_.kept += changes_.keep_gone(key);
                continue;
            }
            report_.removed += changes_.drop(key);
            if (!catalog_.summary_of(key)->skipped) catalog_.erase(key);
        }
        report_.withheld = std::move(decision.withheld);
        drop_empty_roots(catalog_);
    }

    /// Articles that the old index has are taken over, unless they would be removed from it.
    void leave_files_out() {
        RemovalDecision decision =
            decide_removals(prepared_.scans, rebuild_->vanished(prepared_.scans, catalog_),
                            rebuild_->known(), options_.confirm_removals);
        for (const schema::FileKey& key : decision.allowed)
            report_.removed += rebuild_->known().summary_of(key)->articles;
        rebuild_->take_articles_of_files(decision.allowed, catalog_, changes_);
        report_.unchanged += rebuild_->taken();
        report_.withheld = std::move(decision.withheld);
        drop_empty_roots(catalog_);
    }

    void settle_versions() {
        versions_.settle(report_,
                         [this](const schema::FileKey& key) { return read_once_more(key); });
    }

    /// The whole of a file that looks as it did.
    bool read_once_more(const schema::FileKey& key) {
        const auto summary = catalog_.summary_of(key);
        if (!summary || stop_.stop_requested()) return false;
        const Target target{key.root, schema::root_path(store_.dir(), key.root), {}};
        const schema::FileState& state = summary->state;
        std::vector<FileToRead> files{{&target,
                                       {key.file, state.size, state.mtime_ns, state.inode,
                                        catalog_.roots[key.root].follows_links}}};
        files.front().is_settled = true;
        ReadAhead ahead(means_of_reading(), files, catalog_, stop_);
        bool gave = false;
        while (auto read = ahead.next()) {
            const Taken* taken = std::get_if<Taken>(&read->content);
            gave |= taken != nullptr && !taken->articles.empty();
            if (read->is_last && !gave) break;
            intake_.take(*std::move(read), prepared_);
        }
        intake_.break_off();
        changes_.publish();
        return gave;
    }

    void correct_ids() {
        for (const auto& [before, after] : changes_.correct_ids())
            for (Rename& rename : report_.renamed)
                if (rename.new_id == before) rename.new_id = after;
    }

    void merge() {
        if (auto note = tidy(store_, stop_)) report_.notes.push_back(*note);
        save_catalog();
    }

    void publish_if_due() {
        const bool enough =
            progress_.bytes_read - published_bytes_ > options_.publish_every_bytes ||
            store_.bytes_of_leaders() > resources_.leader_bytes;
        // In seconds: the longest span that can be given is too long in units of the clock.
        const auto gone = std::chrono::floor<std::chrono::seconds>(Clock::now() - last_publish_);
        if (!enough && gone < options_.publish_every) return;
        changes_.publish();
        if (!rebuild_) save_catalog();
        published_bytes_ = progress_.bytes_read;
        last_publish_ = Clock::now();
    }

    /// After the publication: a catalog that is behind is made anew from the articles.
    void save_catalog() {
        catalog_.generation = store_.published().generation().number;
        catalog_.save(store_.dir());
    }

    /// They were counted when they were read.
    void leave_out_refused() {
        const std::size_t of_added = std::min(changes_.refused(), report_.added);
        report_.added -= of_added;
        report_.changed -= std::min(changes_.refused() - of_added, report_.changed);
        report_.newly_skipped += changes_.refused();
    }

    void finish_report() {
        leave_out_refused();
        note_skips();
        note_disputes();
        auto notes = notes_on(prepared_.scans, options_, report_.withheld);
        notes.insert(notes.begin(), targets_.notes.begin(), targets_.notes.end());
        report_.notes.insert(report_.notes.end(), notes.begin(), notes.end());
        report_.passed_over = passed_over(prepared_.scans);
        report_.interrupted = stop_.stop_requested();
        report_.articles = store_.published().live_count();
        report_.undated = store_.published().live_count(std::string(schema::undated_term));
        report_.bytes_read = progress_.bytes_read;
    }

    void note_skips() {
        for (const Target& target : targets_.list)
            for (const std::string& start : target.starts) {
                note_skips(target, catalog_.only({target.root, start}));
                note_skips(target, catalog_.below({target.root, start}));
            }
        report_.newly_skipped += targets_.skipped.size();
        std::move(targets_.skipped.begin(), targets_.skipped.end(),
                  std::back_inserter(report_.skipped));
    }

    void note_skips(const Target& target, schema::CatalogCursor at) {
        for (; !at.at_end(); at.next())
            schema::tell_skips(at, target.root_path, {report_.skipped, report_.passed_parts});
    }

    void note_disputes() {
        if (report_.added + report_.changed == 0) return;
        if (const std::size_t disputed = count_disputed(catalog_); disputed > 0)
            report_.notes.push_back(
                {"disputed-ids", std::to_string(disputed) +
                                     " articles state an id or address that another has too; "
                                     "all are kept, these under ids of their own"});
    }

    const IngestOptions& options_;
    std::stop_token stop_;
    Resources resources_;
    Store store_;
    ConfinedReaders readers_{{options_.max_file_bytes}};
    std::optional<Rebuild> rebuild_;
    schema::FileCatalog catalog_;
    ArticleChanges changes_{store_, catalog_};
    VersionKeeper versions_{changes_, catalog_};
    Targets targets_;
    Preparation prepared_;
    Clock::time_point last_publish_;
    std::uint64_t published_bytes_ = 0;
    std::uint64_t bytes_to_write_ = 0;  ///< of text
    IngestProgress progress_;
    IngestReport report_;
    Issues issues_{catalog_, store_.dir()};
    FileIntake intake_{{changes_, catalog_, versions_, report_, progress_}};
};

}  // namespace

}  // namespace morgue::indexer

namespace morgue {

IngestReport ingest(const std::string& index_dir, const IngestOptions& options,
                    std::stop_token stop) {
    return schema::guarded(index_dir, [&] {
        indexer::check_options(index_dir, options);
        return indexer::Run(index_dir, options, std::move(stop)).go();
    });
}

}  // namespace morgue
