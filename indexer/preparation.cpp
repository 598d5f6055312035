#include <algorithm>
#include <cerrno>
#include <chrono>
#include <set>
#include <string_view>
#include <sys/stat.h>

#include <morgue/error.hpp>

#include <base/file.hpp>
#include <indexer/formats/field_map.hpp>
#include <indexer/preparation.hpp>
#include <schema/generation.hpp>
#include <text/language.hpp>

namespace morgue::indexer {

namespace {

std::int64_t now_ns() {
    return std::chrono::duration_cast<std::chrono::nanoseconds>(
               std::chrono::system_clock::now().time_since_epoch())
        .count();
}

void check_path(const std::string& path) {
    if (path.empty())
        throw Error(ErrorCode::bad_argument, "one of the paths is empty", {},
                    "look at how it was made: a variable may not be set");
}

std::string why_passed_over(PassedWhy why) {
    switch (why) {
        case PassedWhy::hidden:
            return "its name begins with a dot";
        case PassedWhy::link:
            return "it is a link, and -L was not given";
        case PassedWhy::ignored:
            return "a .morgueignore names it";
        case PassedWhy::forgotten:
            return "it was forgotten";
    }
    return {};
}

/// Whether the path, or something below it, was asked for.
bool was_named(const std::vector<std::string>& starts, const std::string& path) {
    if (std::binary_search(starts.begin(), starts.end(), path)) return true;
    const auto below = std::lower_bound(starts.begin(), starts.end(), path + '/');
    return below != starts.end() && below->starts_with(path + '/');
}

constexpr std::size_t most_passed_told = 5;

void note_passed_starts(const Scan& scan, std::vector<Note>& notes) {
    std::size_t named = 0;
    for (const Passed& passed : scan.found.passed_over)
        if (was_named(scan.target.starts, passed.path) && ++named <= most_passed_told)
            notes.push_back(
                {"passed-over", base::join(scan.target.root_path, passed.path) +
                                    " was passed over: " + why_passed_over(passed.why)});
    if (named > most_passed_told)
        notes.push_back({"passed-over", "and so were " + std::to_string(named - most_passed_told) +
                                            " others that were named"});
}

bool is_withheld(const std::vector<Withheld>& withheld, const std::string& root) {
    return std::any_of(withheld.begin(), withheld.end(),
                       [&](const Withheld& held) { return held.root == root; });
}

}  // namespace

void check_options(const std::string& index_dir, const IngestOptions& options) {
    if (!options.lang.empty() && !text::normal_language_code(options.lang))
        throw Error(ErrorCode::bad_argument, "'" + options.lang + "' is no language code", {},
                    "write two letters, such as de");
    FieldMap::joined(options.field_map);
    for (const std::string& path : options.paths) check_path(path);
    if (options.rebuild && !options.paths.empty())
        throw Error(ErrorCode::bad_argument, "an index is made anew of all that it knows",
                    options.paths.front(), "name the path at a run before or after");
    if (options.paths.empty()) schema::read_stub(index_dir);
    if (options.paths_are_a_list) return;
    if (base::read_file(base::join(index_dir, schema::stub_name))) return;
    for (const std::string& path : options.paths) {
        struct stat facts {};
        if (::lstat(path.c_str(), &facts) != 0) refuse_path(path, errno);
    }
}

Targets find_targets(const std::string& index_dir, schema::FileCatalog& catalog,
                     const IngestOptions& options) {
    if (!options.paths.empty()) return resolve_targets(index_dir, catalog, options);
    if (catalog.roots.empty() && !options.rebuild)
        throw Error(ErrorCode::bad_argument,
                    "the index knows no folder that it could bring up to date", index_dir,
                    "name one: morgue index PATH");
    return known_targets(index_dir, catalog);
}

Preparation prepare(const std::string& index_dir, schema::FileCatalog& catalog,
                    const std::vector<Target>& targets, const WalkWatch& watch) {
    Preparation made;
    made.scanned_at_ns = now_ns();
    made.scans = scan_targets(index_dir, catalog, targets, watch);
    bool complete = true;
    for (const Scan& scan : made.scans) {
        plan_files(scan, catalog, made.plan);
        complete = complete && scan.found.complete;
        made.files_seen += scan.found.files.size();
    }
    if (complete) find_renames(catalog, made.plan);
    return made;
}

PassedOver passed_over(const std::vector<Scan>& scans) {
    PassedOver counts;
    for (const Scan& scan : scans)
        for (const Passed& passed : scan.found.passed_over) {
            counts.hidden += passed.why == PassedWhy::hidden ? 1 : 0;
            counts.links += passed.why == PassedWhy::link ? 1 : 0;
            counts.ignored += passed.why == PassedWhy::ignored ? 1 : 0;
            counts.forgotten += passed.why == PassedWhy::forgotten ? 1 : 0;
        }
    return counts;
}

std::vector<Note> notes_on(const std::vector<Scan>& scans, const IngestOptions& options,
                           const std::vector<Withheld>& withheld) {
    std::vector<Note> notes;
    for (const Scan& scan : scans) {
        if (!options.paths_are_a_list) note_passed_starts(scan, notes);
        const bool root_is_gone = scan.found.missing == std::vector<std::string>{""};
        if (root_is_gone && !is_withheld(withheld, scan.target.root_path))
            notes.push_back({"root-missing", scan.target.root_path +
                                                 " is not there; if it is not to come back: "
                                                 "morgue forget " +
                                                 scan.target.root_path});
        notes.insert(notes.end(), scan.found.notes.begin(), scan.found.notes.end());
    }
    return notes;
}

}  // namespace morgue::indexer
