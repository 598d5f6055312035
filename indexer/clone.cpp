#include <algorithm>
#include <cerrno>

#include <morgue/clone.hpp>
#include <morgue/error.hpp>

#include <base/copy.hpp>
#include <base/file.hpp>
#include <indexer/access.hpp>
#include <indexer/check_bytes.hpp>
#include <indexer/space.hpp>
#include <schema/catalog_head.hpp>
#include <schema/file_catalog.hpp>
#include <schema/generation.hpp>
#include <schema/snapshot.hpp>
#include <schema/xapian_door.hpp>

namespace morgue::indexer {

namespace {

/// The folder of the copy; what is made in it goes again unless the copy is kept.
class Place {
  public:
    explicit Place(const std::string& path) : path_(path) {
        made_ = base::make_directories(path);
        if (!base::list_directory(path).empty())
            throw Error(ErrorCode::bad_argument, "the folder " + path + " is not empty", path,
                        "name a folder that does not exist yet");
    }
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;
    ~Place() {
        if (kept_) return;
        try {
            clear();
            if (made_) base::remove_all(path_);
        } catch (const base::FileError&) {
            // What is left holds no list of parts, so nothing takes it for an index.
        }
    }

    const std::string& path() const noexcept { return path_; }
    void clear() const {
        for (const std::string& name : base::list_directory(path_))
            base::remove_all(base::join(path_, name));
    }
    void keep() noexcept { kept_ = true; }

  private:
    std::string path_;
    bool made_ = false;
    bool kept_ = false;
};

/// What is copied was stopped, or was removed by the index's writer meanwhile.
enum class Outcome { complete, stopped, vanished };

/// One published state, from one folder to another.
class Copier {
  public:
    Copier(const std::string& from, const std::string& to, const CloneOptions& options)
        : from_(from), to_(to), options_(options), snapshot_(schema::Snapshot::open(from)) {}

    const schema::Snapshot& snapshot() const noexcept { return snapshot_; }

    Outcome copy() {
        try {
            copy_shards();
            if (stopped()) return Outcome::stopped;
            copy_list(snapshot_.generation().dead_file());
        } catch (const base::FileError& error) {
            const bool vanished = error.code() == std::errc::no_such_file_or_directory;
            if (!vanished || !has_moved_on()) throw;
            return Outcome::vanished;
        } catch (const Error&) {
            // Of a part that is being removed less may be listed than was written.
            if (!has_moved_on()) throw;
            return Outcome::vanished;
        }
        copy_catalog();
        if (stopped()) return Outcome::stopped;
        base::write_file_durably(base::join(to_, schema::stub_name), stub());
        base::sync_directory(base::canonical(to_ + "/.."));
        return Outcome::complete;
    }

  private:
    std::string stub() const { return schema::encode(snapshot_.generation()); }

    bool has_moved_on() const { return schema::read_stub(from_) != stub(); }

    bool stopped() const { return options_.stop.stop_requested(); }

    std::string shards_of(const std::string& dir) const {
        return base::join(dir, schema::shards_name);
    }

    void copy_shards() {
        for (const std::string& name : snapshot_.generation().shards)
            all_ += base::bytes_below(base::join(shards_of(from_), name));
        require_space(to_, all_);
        base::make_private_directory(shards_of(to_));
        base::inherit_mode(shards_of(to_));
        for (const std::string& name : snapshot_.generation().shards) {
            copy_folder(base::join(shards_of(from_), name), base::join(shards_of(to_), name));
            if (stopped()) return;
        }
        base::sync_directory(shards_of(to_));
    }

    void copy_folder(const std::string& from, const std::string& to) {
        const std::vector<std::string> names = base::list_directory(from);
        if (names.empty()) throw base::FileError(ENOENT, "cannot list", from);
        base::make_private_directory(to);
        for (const std::string& name : names) {
            base::copy_file(base::join(from, name), base::join(to, name),
                            [this](std::uint64_t bytes) { return go_on(bytes); });
            if (stopped()) return;
        }
        check_copy(to);
        base::inherit_mode(to);
        base::sync_directory_and_files(to);
    }

    /// What is copied must be what was written, or nobody learns of the damage until the original
    /// is gone.
    void check_copy(const std::string& to) const {
        if (!damaged_files(to, [](std::uint64_t) { return true; }).empty())
            throw Error(ErrorCode::index_corrupt,
                        "what was read of the index in " + from_ + " is not as it was written",
                        from_, "morgue check tells what is damaged");
    }

    /// A list of files of another moment is no harm: the next run sees that it does not fit.
    void copy_catalog() {
        for (auto head = schema::read_catalog_head(from_); head;) {
            try {
                for (const schema::FileTableId& table : head->tables) copy_table(table.file_name());
                base::sync_directory_and_files(to_);
                return schema::write_catalog_head(to_, *head);
            } catch (const base::FileError& error) {
                if (error.code() != std::errc::no_such_file_or_directory) throw;
                auto now = schema::read_catalog_head(from_);
                if (now == head) return;
                head = std::move(now);
            }
        }
    }

    void copy_table(const std::string& name) {
        const std::string copy = base::join(to_, name);
        base::remove_all(copy);
        base::copy_file(base::join(from_, name), copy,
                        [this](std::uint64_t bytes) { return go_on(bytes); });
        base::inherit_mode(copy);
    }

    bool go_on(std::uint64_t bytes) {
        copied_ += bytes;
        if (options_.on_progress) options_.on_progress(copied_, std::max(copied_, all_));
        return !stopped();
    }

    void copy_list(const std::string& name) const {
        const auto bytes = base::read_file(base::join(from_, name));
        if (!bytes) throw base::FileError(ENOENT, "cannot open", base::join(from_, name));
        base::write_file_durably(base::join(to_, name), *bytes);
    }

    const std::string& from_;
    const std::string& to_;
    const CloneOptions& options_;
    schema::Snapshot snapshot_;
    std::uint64_t copied_ = 0;
    std::uint64_t all_ = 0;
};

/// The index's own folder counts as well: the copy may stand where more people pass by.
std::vector<std::string> guarding_folders(const std::string& from) {
    std::vector<std::string> folders{from};
    if (const auto head = schema::read_catalog_head(from))
        for (const auto& [name, root] : head->settings.roots)
            folders.push_back(schema::root_path(from, name));
    return folders;
}

void note_roots(const std::string& from, const std::string& to, std::vector<Note>& notes) {
    const auto head = schema::read_catalog_head(from);
    if (!head) return;
    for (const auto& [name, root] : head->settings.roots) {
        const std::string before = schema::root_path(from, name);
        const std::string now = schema::root_path(to, name);
        if (before != now)
            notes.push_back({"relative-root",
                             "the index finds the folder " + before +
                                 " by its place beside the index, so the copy looks for it in " +
                                 now + "; searching does not need it"});
    }
}

/// Until a state is copied whole that was published at one moment.
CloneReport copy_index(const std::string& from, Place& place, const CloneOptions& options) {
    for (;;) {
        Copier copier(from, place.path(), options);
        const Outcome outcome = copier.copy();
        if (outcome == Outcome::stopped) return {.interrupted = true, .notes = {}};
        if (outcome == Outcome::complete)
            return {.articles = copier.snapshot().live_count(),
                    .bytes = base::bytes_below(place.path()),
                    .notes = {}};
        place.clear();
    }
}

/// What goes wrong with the copy's own files is for the caller to tell.
CloneReport copy_guarded(const std::string& from, Place& place, const CloneOptions& options) try {
    return copy_index(from, place, options);
} catch (const base::FileError& error) {
    if (base::is_within(error.path(), place.path())) throw;
    schema::rethrow_as_error(from);
} catch (...) {
    schema::rethrow_as_error(from);
}

}  // namespace

}  // namespace morgue::indexer

namespace morgue {

CloneReport clone(const std::string& from, const std::string& to, const CloneOptions& options) {
    using namespace indexer;
    const std::string source = schema::guarded(from, [&] { return base::canonical(from); });
    schema::guarded(source, [&] { schema::read_stub(source); });
    return schema::guarded(to, [&] {
        const std::string target = base::canonical(to);
        if (base::is_within(target, source))
            throw Error(ErrorCode::bad_argument, to + " lies within the index", to,
                        "name a folder elsewhere");
        Place place(target);
        limit_access(target, guarding_folders(source));
        CloneReport report = copy_guarded(source, place, options);
        if (report.interrupted) return report;
        schema::Snapshot::open(target);
        note_roots(source, target, report.notes);
        place.keep();
        return report;
    });
}

}  // namespace morgue
