#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <limits>
#include <set>

#include <tools/diagnostics.hpp>
#include <tools/discovery.hpp>
#include <tools/index_folder.hpp>
#include <tools/index_list.hpp>
#include <tools/interrupt.hpp>
#include <tools/line/command.hpp>
#include <tools/line/flag_set.hpp>
#include <tools/output.hpp>
#include <tools/path_list.hpp>
#include <tools/paths.hpp>
#include <tools/progress.hpp>
#include <tools/render/index_report.hpp>
#include <tools/render/index_report_json.hpp>
#include <tools/render/ingest_progress.hpp>
#include <tools/render/wording.hpp>
#include <tools/usage_error.hpp>

namespace morgue::tools {

namespace {

namespace fs = std::filesystem;

class IndexCommand : public Command {
  public:
    std::string_view name() const override { return "index"; }
    std::string_view operands() const override { return "[PATH...]"; }
    std::string_view summary() const override {
        return "read what is new or changed below PATH, or in all known folders";
    }
    std::string_view examples() const override {
        return "morgue index ~/archive\n"
               "morgue index\n"
               "morgue index --lang=de ~/archive/zeitung\n"
               "morgue index --dry-run ~/archive\n"
               "morgue -d ~/all.index index ~/archive /mnt/disk/wire\n"
               "find ~/archive -newer stamp -print0 | morgue index --from0 -";
    }
    std::string_view details() const override {
        return "A folder that is named is kept up whole from then on; of a file that is named, or "
               "stands on a list, nothing else in its folder is read. Without PATH all that the "
               "index knows is brought up to date; morgue status lists the folders.\n"
               "\n"
               "Names that begin with a dot are passed over, and so is what a .morgueignore names: "
               "a pattern a line, for what lies below its folder, written as in .gitignore (# a "
               "comment, ! what is read after all, / at the beginning: in this folder alone, at "
               "the end: folders alone; *, ?, [a-z], and ** for any number of folders). "
               ".gitignore itself says nothing. Links are passed over, too, unless -L is given, "
               "which is remembered; what several ways lead to is read once.\n"
               "\n"
               "Articles whose files are gone are removed, but not when a folder is missing or "
               "empty or could not be read, nor when more than a fifth and more than 50 of a "
               "folder's would go: a disk may not be there. --confirm-removals removes them all "
               "the same, and morgue forget drops a folder that will not come back.\n"
               "\n"
               "With --keep-removed none is removed: what a site has deleted may be what you look "
               "for. Such articles are still found, and shown as gone, until their file comes "
               "back or their folder is forgotten; is:gone finds them alone, -is:gone all "
               "others.\n"
               "\n"
               "What the fields of JSON and the columns of tables mean is told by their names, and "
               "--dry-run shows it; what it does not know is passed over, unless --map says what "
               "it is: --map title=kop --map body=tekst. That is remembered for the folder.\n"
               "\n"
               "All processors read and analyse, or as many as -j says, within the memory given by "
               "--memory and a quarter more, by which copies are told, however large the archive. "
               "A long run publishes what it has every 2 GiB "
               "of text or 5 minutes, or as --commit-every says: it can be searched from then on, "
               "and is safe.\n"
               "\n"
               "A new index is made by --rebuild beside the old one, which may be damaged: it "
               "reads everything again, and takes its place at the end. Until then searches have "
               "the old one, and a run that is stopped leaves it as it was. Articles that no file "
               "gives now, but that would not be removed, are taken over as far as they can be "
               "read; what is lost is named.\n"
               "\n"
               "What is in the index is readable no more widely than the folders named: their "
               "modes, and those of the folders that lead to them, hold for it as well.";
    }
    void declare(FlagSet& flags) override;
    ExitCode run(const Invocation& invocation) override;

  private:
    void take_paths(const std::vector<std::string>& operands);
    void take_commit_every();
    void check_rebuild() const;
    ExitCode read_files(const std::string& dir);
    ExitCode tell_plan(const std::string& dir, const Invocation& invocation);
    IngestReport ingest_below(const std::string& dir);
    void print_report(const IngestReport& report, double seconds, const Paths& paths) const;
    void print_withheld(const std::vector<Withheld>& withheld, const Paths& paths) const;
    void warn_of_stop() const;
    ExitCode exit_code_of(const IngestReport& report) const;

    IngestOptions options_;
    std::string list_;
    std::string commit_every_;
    std::string engine_;
    bool follow_ = false;
    bool no_follow_ = false;
    bool dry_run_ = false;
    bool json_ = false;
    bool plain_ = false;
    bool fail_on_skip_ = false;
};

void IndexCommand::declare(FlagSet& flags) {
    flags.add_option("--from0", list_, "a list of paths, each ended by a NUL; - for stdin",
                     {"FILE"});
    flags.add_flag("--dry-run", dry_run_, "say what would be read, and change nothing");
    flags.add_flag("--rebuild", options_.rebuild, "make all anew, beside what is there");
    flags.add_option("--lang", options_.lang, "language of articles here that state none, as in de",
                     {"xx"});
    flags.add_option("--map", options_.field_map,
                     "what a field of JSON or a table is called here, as in title=headline",
                     {"FIELD=NAME"});
    flags.add_flag("-L,--follow", follow_, "follow links here, now and at later runs");
    flags.add_flag("--no-follow", no_follow_, "follow them no longer");
    flags.add_flag("--confirm-removals", options_.confirm_removals,
                   "remove articles whose files are gone, however many");
    flags.add_flag("--keep-removed", options_.keep_removed,
                   "keep articles whose files are gone, marked as such");
    flags.add_option("--max-file-size", options_.max_file_bytes, "skip larger files (64MB)",
                     {"SIZE", size_in_bytes()});
    flags.add_option("-j,--jobs", options_.threads,
                     "threads that read and analyse (all processors)", {"N", whole_number()});
    flags.add_option("--memory", options_.memory_bytes,
                     "memory to use (a quarter of it, at most 1GiB)", {"SIZE", size_in_bytes()});
    flags.add_option("--commit-every", commit_every_, "publish a long run in parts (2GiB, 5min)",
                     {"SIZE|TIME", size_or_time()});
    flags.add_option("--engine", engine_, "bulk, or api: slowly, by Xapian itself, to compare",
                     {"ENGINE", one_of({"bulk", "api"})});
    flags.add_flag("--fail-on-skip", fail_on_skip_, "exit 5 when a file gives no article");
    flags.add_flag("--json", json_, "the report as JSON, one object a line");
}

fs::path folder_of(const fs::path& path) {
    std::error_code failed;
    const fs::path folder = fs::is_directory(path, failed) ? path : path.parent_path();
    return folder.empty() ? "." : folder;
}

/// The folders in which to look for the index, each once: a list may be long.
std::vector<std::string> folders_of(const std::vector<std::string>& paths) {
    std::set<std::string> folders;
    for (const std::string& path : paths) {
        std::error_code failed;
        const fs::path folder = folder_of(path);
        if (fs::exists(folder, failed)) folders.insert(folder.string());
    }
    return {folders.begin(), folders.end()};
}

void check_paths(const std::vector<std::string>& paths) {
    for (const std::string& path : paths)
        if (path.empty())
            throw UsageError("a PATH is empty", "perhaps a variable of the shell is not set");
}

void IndexCommand::take_paths(const std::vector<std::string>& operands) {
    check_paths(operands);
    options_.paths_are_a_list = !list_.empty();
    if (list_.empty()) {
        options_.paths = operands;
        return;
    }
    if (!operands.empty())
        throw UsageError("--from0 and PATHs do not go together",
                         "put the paths on the list, or index them by a command of their own");
    options_.paths = read_path_list(list_);
}

/// What is given replaces both, the size and the time.
void IndexCommand::take_commit_every() {
    if (commit_every_.empty()) return;
    const auto number = std::stoull(commit_every_);
    const bool is_time = commit_every_.back() == 's';
    options_.publish_every_bytes = is_time ? std::numeric_limits<std::uint64_t>::max() : number;
    options_.publish_every = is_time ? std::chrono::seconds(number) : std::chrono::seconds::max();
}

void IndexCommand::check_rebuild() const {
    if (!options_.rebuild) return;
    if (options_.paths_are_a_list || !options_.paths.empty())
        throw UsageError("--rebuild and PATHs do not go together",
                         "it reads all folders that the index knows; name others afterwards");
    if (dry_run_)
        throw UsageError("--rebuild and --dry-run do not go together",
                         "a rebuild reads everything");
}

std::string place_to_write(const Invocation& invocation, const IngestOptions& options) {
    return index_to_write(invocation,
                          options.paths_are_a_list ? folders_of(options.paths) : options.paths);
}

bool lies_below(const fs::path& folder, const fs::path& home) {
    const auto [end, deeper] =
        std::mismatch(home.begin(), home.end(), folder.begin(), folder.end());
    return end == home.end() && deeper != folder.end();
}

/// An index that was found above, not named, may not be the one that is meant.
void name_index_found(const std::string& dir, const Invocation& invocation,
                      const std::vector<std::string>& paths) {
    debug("index " + dir);
    const char* const variable = std::getenv("MORGUE_INDEX");
    const bool named =
        !invocation.common.index_dirs.empty() || (variable != nullptr && *variable != '\0');
    if (named) return;
    const fs::path home = fs::path{dir}.parent_path();
    const auto is_deeper = [&](const std::string& path) {
        return lies_below(resolved(folder_of(path)), home);
    };
    if (paths.empty() ? is_deeper(".") : std::any_of(paths.begin(), paths.end(), is_deeper))
        print_note({"index-above", "the index is " + Paths{{dir}}.index() +
                                       ", which was found above; -d DIR names another"});
}

ExitCode IndexCommand::run(const Invocation& invocation) {
    plain_ = invocation.common.plain;
    take_paths(invocation.operands);
    if (options_.paths_are_a_list && options_.paths.empty()) {
        print_note({"empty-list", "the list names no file; nothing was read"});
        return ExitCode::success;
    }
    check_rebuild();
    if (follow_ && no_follow_)
        throw UsageError("-L and --no-follow do not go together", "give one of them");
    if (follow_ || no_follow_) options_.follow_links = follow_;
    options_.engine = engine_ == "api" ? Engine::api : Engine::bulk;
    take_commit_every();
    const std::string dir = place_to_write(invocation, options_);
    name_index_found(dir, invocation,
                     options_.paths_are_a_list ? std::vector<std::string>{"."} : options_.paths);
    return dry_run_ ? tell_plan(dir, invocation) : read_files(dir);
}

ExitCode IndexCommand::read_files(const std::string& dir) {
    const auto begin = std::chrono::steady_clock::now();
    const IngestReport report = ingest_below(dir);
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
    const std::string not_listed = remember_index(dir);
    const Paths paths{{dir}};
    print_report(report, taken.count(), paths);
    finish_output();
    print_notes(report.notes);
    if (!not_listed.empty())
        print_note({"index-list", "the index is not on your list of indexes: " + not_listed});
    print_withheld(report.withheld, paths);
    if (report.interrupted) warn_of_stop();
    return exit_code_of(report);
}

void IndexCommand::warn_of_stop() const {
    if (options_.rebuild)
        print_warning({.code = "stopped",
                       .message = "stopped early; the index is as it was",
                       .hint = "the same command begins again"});
    else
        print_warning({.code = "stopped",
                       .message = "stopped early; what was read is in the index",
                       .hint = "the same command goes on from here"});
}

IngestReport IndexCommand::ingest_below(const std::string& dir) {
    ProgressLine line{plain_};
    IngestTeller teller;
    const Interrupt interrupt;
    options_.on_progress = [&](const IngestProgress& progress) {
        line.show([&] { return teller.tell(progress); });
    };
    return ingest(dir, options_, interrupt.token());
}

void IndexCommand::print_report(const IngestReport& report, double seconds,
                                const Paths& paths) const {
    if (json_) return write_out(report_as_json(report, seconds, paths));
    if (options_.rebuild && report.interrupted) return;
    write_out(rename_lines(report));
    if (!changed_nothing(report))
        write_report(skipped_line(report.skipped) + off_standard_line(report.skipped) +
                         passed_over_line(report.passed_over) +
                         passed_parts_line(report.passed_parts),
                     plain_);
    write_report(summary_line(report, seconds) + "\n", plain_);
}

void IndexCommand::print_withheld(const std::vector<Withheld>& withheld, const Paths& paths) const {
    for (const Withheld& held : withheld) {
        const std::string root = paths.from_here(held.root);
        // Named again, files that were named one by one would become a folder to be read whole.
        const bool all = options_.paths.empty() || options_.paths_are_a_list;
        const std::string hints[] = {
            "if they are to go: morgue index --confirm-removals" + (all ? "" : " " + root),
            "make every folder readable, then run morgue index again",
            "if it is not to come back: morgue forget " + root};
        print_warning({.code = "withheld",
                       .message = counted(held.articles, "article") + " of " + root +
                                  " not removed: " + held.why,
                       .hint = hints[static_cast<std::size_t>(held.remedy)]});
    }
}

ExitCode IndexCommand::exit_code_of(const IngestReport& report) const {
    if (report.interrupted) return ExitCode::interrupted;
    if (!report.withheld.empty()) return ExitCode::partial;
    const bool has_skips = count_skips(report.skipped).left_out > 0;
    return fail_on_skip_ && has_skips ? ExitCode::inputs_failed : ExitCode::success;
}

ExitCode IndexCommand::tell_plan(const std::string& dir, const Invocation& invocation) {
    const Interrupt interrupt;
    const IngestPlan plan = plan_ingest(dir, options_, interrupt.token());
    const Paths paths{{dir}};
    if (json_) {
        write_out(plan_as_json(plan, paths));
    } else {
        if (invocation.common.verbose) write_out(plan_lines(plan, paths));
        write_report(plan_summary(plan), plain_);
    }
    finish_output();
    print_notes(plan.notes);
    print_withheld(plan.withheld, paths);
    return interrupt.token().stop_requested() ? ExitCode::interrupted : ExitCode::success;
}

}  // namespace

std::unique_ptr<Command> make_index_command() {
    return std::make_unique<IndexCommand>();
}

}  // namespace morgue::tools
