#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include <morgue/article.hpp>
#include <morgue/export.hpp>
#include <morgue/query.hpp>

namespace morgue {

/// Why a file, or a part of one, gave no article. The numbers reach the disk: add at the end only.
enum class SkipReason : unsigned char {
    no_reader = 0,     ///< a format that Morgue does not read
    empty = 1,         ///< no text in it
    binary = 2,        ///< not text at all
    too_large = 3,     ///< over IngestOptions::max_file_bytes
    unreadable = 4,    ///< no permission, or an input/output error
    not_a_file = 5,    ///< a FIFO, socket or device
    vanished = 6,      ///< gone, or changed, while being read
    bad_encoding = 7,  ///< its bytes are not what it declares
    malformed = 8,     ///< the format's own rules are broken beyond use
    encrypted = 9,     ///< a password would be needed
    /// What reads it crashed, or took more memory or time than a file may.
    reader_failed = 10,
    incomplete = 11,  ///< a file that belongs to it is not there, or may not be read
    /// It was read, and breaks the standard that it follows: no article is lost.
    off_standard = 12,
};

/// The one with the greatest number.
inline constexpr SkipReason last_skip_reason = SkipReason::off_standard;

/// The words printed for a reason, such as "no reader".
MORGUE_EXPORT std::string_view to_string(SkipReason reason) noexcept;

/// A file that gave no article, or a part of one whose other articles were read; or what is wrong
/// with a file that was read.
struct Skip {
    std::string path;  ///< absolute; bytes, perhaps not UTF-8
    SkipReason reason;
    std::string detail;       ///< what the system or the reader said; may be empty
    std::string member = {};  ///< the part, as in Location::member; empty for the whole file

    /// Whether it is only told that something is wrong, and nothing was left out.
    bool was_read() const noexcept { return reason == SkipReason::off_standard; }
};

struct Rename {
    std::string from;
    std::string to;
    ArticleId old_id;
    ArticleId new_id;
};

/// Removals that were not carried out, so that an unmounted disk cannot empty an archive.
struct Withheld {
    /// What carries them out if they are meant.
    enum class Remedy {
        confirm,   ///< IngestOptions::confirm_removals
        readable,  ///< making every folder readable, and another run
        forget,    ///< forget(): the whole root is gone
    };
    std::string root;
    std::size_t articles = 0;
    std::string why;
    Remedy remedy = Remedy::confirm;
};

/// Names below the paths that the rules pass over, each counted once; a folder stands for all
/// below it.
struct PassedOver {
    std::size_t hidden = 0;     ///< names that begin with a dot, such as .git
    std::size_t links = 0;      ///< symbolic links, where they are not followed
    std::size_t ignored = 0;    ///< named in a .morgueignore
    std::size_t forgotten = 0;  ///< folders that forget() dropped
};

/// Parts of files that hold others, passed over because of what they are.
struct PassedParts {
    std::size_t hidden = 0;      ///< members whose names begin with a dot, or lie in such a folder
    std::size_t links = 0;       ///< members that are links or devices
    std::size_t no_answers = 0;  ///< records of crawls that no server sent: requests, metadata
    std::size_t failures = 0;    ///< what servers sent as no success: redirects, errors
    std::size_t without_text = 0;  ///< what they sent as something else than text, such as pictures
    std::size_t repeats = 0;       ///< what the same file holds already

    friend bool operator==(const PassedParts&, const PassedParts&) = default;
};

/// How far a run has come. How long writing takes cannot be told.
struct IngestProgress {
    enum class Phase { scanning, reading, writing };
    Phase phase = Phase::scanning;
    std::size_t files_seen = 0;
    std::size_t files_to_read = 0;
    std::size_t files_read = 0;
    std::size_t articles_read = 0;
    std::uint64_t bytes_to_read = 0;  ///< as the scan saw the files
    std::uint64_t bytes_read = 0;
};

/// What writes an index down. Both write the same.
enum class Engine {
    bulk,  ///< Morgue's own writer, which writes every table once and in order
    api,   ///< Xapian's: many times slower; the reference that the other is held to
};

struct IngestOptions {
    /// Directories and files to bring up to date; none: all that the index knows.
    std::vector<std::string> paths = {};
    /// The paths come from a list that a program made: a name that is not there is a skip and no
    /// error, links and hidden names are passed over, and files that no root holds share one.
    bool paths_are_a_list = false;
    std::string lang = {};  ///< language of articles here that state none; remembered
    /// Whether links are followed in the roots of these paths; remembered. Unset: as before, and
    /// not at first.
    std::optional<bool> follow_links = std::nullopt;
    bool confirm_removals = false;  ///< carry out removals however many
    /// Articles whose file is gone stay findable, as IndexedArticle::gone, until it comes back.
    bool keep_removed = false;
    /// Names of fields in JSON and tables and what they mean, before those that Morgue knows;
    /// "body" is the text, "id" the key. Remembered. Written "title=headline".
    std::vector<std::string> field_map = {};
    std::size_t max_file_bytes = std::size_t{64} << 20;
    /// A long run publishes what it has whenever it has read this much or worked this long.
    std::uint64_t publish_every_bytes = std::uint64_t{2} << 30;
    std::chrono::seconds publish_every{300};
    std::size_t threads = 0;  ///< that read, analyse and write; 0: one a processor
    /// What a run may hold in memory beside itself (64 MB), what it knows of files (300 bytes each)
    /// and the work on single articles; 0: a quarter of the machine's, at most 1 GiB. What new
    /// articles are compared with may take a quarter more, and mapped files of 320 bytes an
    /// article. Up to two processes a thread read for it: each takes what its file needs, 1 GiB or
    /// 16 times max_file_bytes at most.
    std::size_t memory_bytes = 0;
    Engine engine = Engine::bulk;
    /// Reads everything again into a new index beside the old one, which may be damaged, and puts
    /// it in its place at the end; until then readers have the old one. Articles that no file of
    /// the archive gives, or none that can be read, are taken over as they were stored.
    bool rebuild = false;
    /// Called from the calling thread.
    std::function<void(const IngestProgress&)> on_progress = {};
};

struct IngestReport {
    std::size_t added = 0;
    std::size_t changed = 0;
    std::size_t removed = 0;
    std::size_t unchanged = 0;
    std::size_t kept = 0;  ///< their file is gone since the run before: IngestOptions::keep_removed
    std::size_t superseded = 0;  ///< versions in the archive of which the index has a newer one
    std::size_t withdrawn = 0;   ///< versions in the archive that their sender took back
    std::vector<Rename> renamed;
    std::vector<Skip> skipped;  ///< of all files below the paths; some may be Skip::was_read()
    std::size_t newly_skipped = 0;  ///< of these, not skipped so at the run before
    PassedOver passed_over;
    PassedParts passed_parts;  ///< of all files below the paths, whenever they were read
    std::vector<Withheld> withheld;
    std::vector<Note> notes;
    /// Stopped by the stop token: what was read is published, but the index is as it was where it
    /// was to be made anew.
    bool interrupted = false;
    std::size_t articles = 0;  ///< in the index now
    std::size_t undated = 0;   ///< of these, without a stated date
    std::uint64_t bytes_read = 0;
    bool first_run = false;  ///< the index held no article before, or was made anew
};

/// Brings the index up to date with its files: only what changed is read. Creates the index if
/// there is none. One bad file is skipped by name and stops nothing, even if what reads it
/// crashes: other processes do that, which run as long as this does.
///
/// What is in the index is readable no more widely than every root: group and others get no right
/// there that they have not on the root and on the folders that lead to it. The mode of the index's
/// own folder is narrowed where it has to be, never widened, and all in it follows it.
///
/// Throws Error: index_locked (with host and pid of the other writer), index_corrupt,
/// index_too_new, io_error (the index stays as it was; also where morgue-reader, which reads most
/// formats, is not installed), bad_argument (a path that is not there, or
/// no path and no root known).
/// Not to be called for one index from two threads at once.
MORGUE_EXPORT IngestReport ingest(const std::string& index_dir, const IngestOptions& options,
                                  std::stop_token stop = {});

/// What a run would do with a file.
enum class FileAction {
    add,     ///< read it: it is new
    change,  ///< read it again
    rename,  ///< take its articles over from PlannedFile::from, unread
    remove,  ///< take its articles out
    skip,    ///< it gives no article, for PlannedFile::reason
};

/// A stable name of the action, such as "add".
MORGUE_EXPORT std::string_view to_string(FileAction action) noexcept;

struct PlannedFile {
    FileAction action;
    std::string path;    ///< absolute
    std::string from;    ///< the old path, of a rename
    std::string format;  ///< such as "HTML"; empty where nothing reads it
    std::optional<SkipReason> reason = std::nullopt;
};

struct IngestPlan {
    std::vector<PlannedFile> files;  ///< all but the unchanged, by root and path
    std::size_t unchanged = 0;       ///< files whose articles stay as they are
    std::uint64_t bytes_to_read = 0;
    PassedOver passed_over;
    std::vector<Withheld> withheld;
    std::vector<Note> notes;
};

/// Tells what ingest() would do now, and changes nothing on the disk: there need not even be an
/// index. Files are told by what they are called, how large and how old they are; what a reader
/// will say of their content is not known yet. Takes no lock. Throws as ingest() does, and
/// bad_argument for a rebuild, which reads everything.
MORGUE_EXPORT IngestPlan plan_ingest(const std::string& index_dir, const IngestOptions& options,
                                     std::stop_token stop = {});

struct ForgetReport {
    std::string root;  ///< absolute
    std::size_t articles = 0;
    std::vector<Note> notes;
};

/// Drops a root (its path, which need not be there any more, or RootStatus::name) and the articles
/// of its files. What lies within another root is not read there either, until its path is given
/// to ingest() again. Articles that a program put in stay.
///
/// Throws Error as ingest() does, and bad_argument, naming the roots, for one it does not know.
MORGUE_EXPORT ForgetReport forget(const std::string& index_dir, const std::string& root);

}  // namespace morgue
