#include <cstdlib>
#include <filesystem>
#include <optional>
#include <sys/stat.h>
#include <unistd.h>

#include <morgue/error.hpp>

#include <tools/discovery.hpp>
#include <tools/usage_error.hpp>

namespace morgue::tools {

namespace {

namespace fs = std::filesystem;

constexpr const char* folder_name = ".morgue";

bool is_there(const fs::path& path) {
    std::error_code ignored;
    return fs::exists(path, ignored);
}

bool holds_index(const fs::path& folder) {
    return is_there(folder / "XAPIANDB");
}

/// What a first run leaves that was stopped before it published anything.
bool holds_beginnings(const fs::path& folder) {
    return is_there(folder / "LOCK") || is_there(folder / "shards");
}

bool may_become_index(const fs::path& folder) {
    std::error_code ignored;
    return !is_there(folder) || fs::is_empty(folder, ignored);
}

fs::path resolved(const fs::path& path) {
    std::error_code failed;
    fs::path real = fs::weakly_canonical(path, failed);
    return failed ? fs::absolute(path) : real;
}

/// The folder that -d or $MORGUE_INDEX names; nothing where the person named none.
std::optional<fs::path> named_folder(const std::string& named) {
    if (!named.empty()) return fs::path{named};
    const char* const variable = std::getenv("MORGUE_INDEX");
    if (variable == nullptr || *variable == '\0') return std::nullopt;
    return fs::path{variable};
}

/// Root may do anything anyway, so an index of root's is as good as one's own.
bool is_trusted(const fs::path& path) {
    struct stat found {};
    if (lstat(path.c_str(), &found) != 0) return false;
    const bool link_is_trusted = found.st_uid == geteuid() || found.st_uid == 0;
    if (!link_is_trusted || stat(path.c_str(), &found) != 0) return false;
    return found.st_uid == geteuid() || found.st_uid == 0;
}

void refuse_strangers(const fs::path& folder) {
    if (is_trusted(folder)) return;
    throw Error(ErrorCode::index_refused,
                "the index found in " + folder.string() + " belongs to another user",
                folder.string(), "if you trust it, name it: -d " + folder.string());
}

enum class Wanted { complete, begun };

bool is_wanted(const fs::path& folder, Wanted wanted) {
    return wanted == Wanted::complete ? holds_index(folder) : is_there(folder);
}

std::optional<fs::path> found_upward(const fs::path& start, Wanted wanted) {
    for (fs::path at = start;; at = at.parent_path()) {
        const fs::path folder = at / folder_name;
        if (is_wanted(folder, wanted)) {
            refuse_strangers(folder);
            return folder;
        }
        if (at == at.root_path()) return std::nullopt;
    }
}

fs::path working_directory() {
    std::error_code failed;
    fs::path here = fs::current_path(failed);
    if (!failed) return here;
    throw Error(ErrorCode::index_not_found, "the working directory is gone", "",
                "change to another directory, or name the index: -d DIR");
}

fs::path existing_index(const fs::path& folder) {
    if (holds_index(folder)) return folder;
    if (holds_index(folder / folder_name)) return folder / folder_name;
    throw Error(ErrorCode::index_not_found, "no index in " + folder.string(), folder.string(),
                "morgue index PATH makes one; -d DIR names another");
}

fs::path index_to_create(const fs::path& folder) {
    if (is_there(folder / folder_name)) return folder / folder_name;
    if (holds_index(folder) || holds_beginnings(folder) || may_become_index(folder)) return folder;
    return folder / folder_name;
}

fs::path folder_of(const fs::path& path) {
    std::error_code ignored;
    fs::path real = resolved(path);
    return fs::is_directory(real, ignored) ? real : real.parent_path();
}

/// The one index above all paths; nothing where none has any. Throws UsageError when they differ.
std::optional<fs::path> common_index(const std::vector<std::string>& paths) {
    std::optional<fs::path> common = found_upward(folder_of(paths.front()), Wanted::begun);
    for (const std::string& path : paths)
        if (found_upward(folder_of(path), Wanted::begun) != common)
            throw UsageError("these paths do not belong to one index",
                             "index them one by one, or name the index: -d DIR");
    return common;
}

}  // namespace

std::string index_to_read(const std::string& named) {
    if (const auto folder = named_folder(named)) return resolved(existing_index(*folder));
    const fs::path here = working_directory();
    if (const auto folder = found_upward(here, Wanted::complete)) return resolved(*folder);
    throw Error(ErrorCode::index_not_found,
                "no index: there is no .morgue in " + here.string() + " or in a folder above it",
                here.string(),
                "morgue index PATH makes one; -d DIR or $MORGUE_INDEX names one elsewhere");
}

std::string index_to_write(const std::string& named, const std::vector<std::string>& paths) {
    for (const std::string& path : paths)
        if (!is_there(path)) throw UsageError("there is no " + path, "check the spelling");
    if (const auto folder = named_folder(named)) return resolved(index_to_create(*folder));
    if (const auto folder = common_index(paths)) return resolved(*folder);
    if (paths.size() == 1) return resolved(folder_of(paths.front()) / folder_name);
    throw UsageError("several paths, and no index yet to put them in",
                     "name the folder for the index: morgue -d DIR index PATH...");
}

}  // namespace morgue::tools
