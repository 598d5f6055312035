#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <optional>

#include <tools/diagnostics.hpp>
#include <tools/discovery.hpp>
#include <tools/index_folder.hpp>
#include <tools/index_list.hpp>
#include <tools/line/shell_quote.hpp>
#include <tools/no_index.hpp>
#include <tools/render/wording.hpp>
#include <tools/usage_error.hpp>

namespace morgue::tools {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_told = 10;

bool is_there(const fs::path& path) {
    std::error_code ignored;
    return fs::exists(path, ignored);
}

/// What -d or $MORGUE_INDEX names; nothing where the person named none.
std::vector<std::string> named_by(const Invocation& invocation) {
    if (!invocation.common.index_dirs.empty()) return invocation.common.index_dirs;
    const char* const variable = std::getenv("MORGUE_INDEX");
    if (variable == nullptr || *variable == '\0') return {};
    return {variable};
}

fs::path working_directory() {
    std::error_code failed;
    fs::path here = fs::current_path(failed);
    if (!failed) return here;
    throw Error(ErrorCode::index_not_found, "the working directory is gone", "",
                "change to another directory, or name the index: -d DIR");
}

[[noreturn]] void refuse_closed(const fs::path& folder) {
    throw Error(ErrorCode::io_error, "may not look into " + folder.string(), folder.string(),
                "ask its owner for the right to read it, or name another index: -d DIR");
}

/// The path as -d would take it: the folder that holds `.morgue` reads better than that.
std::string for_people(const fs::path& index) {
    return index.filename() == index_folder_name ? index.parent_path().string() : index.string();
}

/// What nobody typed now may have been set long ago.
std::string who_names_it(const Invocation& invocation) {
    return invocation.common.index_dirs.empty() ? ", which $MORGUE_INDEX names" : "";
}

fs::path existing_index(const fs::path& named, const Invocation& invocation) {
    for (const fs::path& folder : {named, named / index_folder_name}) {
        const Found found = what_is_in(folder);
        if (found == Found::closed) refuse_closed(folder);
        if (found == Found::index) return resolved(folder);
    }
    throw Error(ErrorCode::index_not_found,
                "no index in " + named.string() + who_names_it(invocation), named.string(),
                is_there(named) ? "morgue index PATH makes one; -d DIR names another"
                                : "check the spelling; morgue index PATH makes an index");
}

fs::path index_to_create(const fs::path& folder) {
    if (what_is_in(folder / index_folder_name) != Found::nothing) return folder / index_folder_name;
    const Found found = what_is_in(folder);
    if (found == Found::closed) refuse_closed(folder);
    std::error_code ignored;
    const bool is_own = found == Found::index || found == Found::beginnings;
    const bool may_become = found == Found::nothing || fs::is_empty(folder, ignored);
    return is_own || may_become ? folder : folder / index_folder_name;
}

/// A `.morgue` without an index hides those above it: to pass over it would answer from another
/// archive than the one that the person stands in.
fs::path checked_index(const fs::path& folder) {
    const Found found = what_is_in(folder);
    if (found == Found::closed) refuse_closed(folder);
    refuse_strangers(folder);
    if (found == Found::index) return resolved(folder);
    const std::string archive = quoted_for_shell(folder.parent_path().string());
    throw Error(ErrorCode::index_not_found, "there is no index in " + folder.string() + " yet",
                folder.string(), "morgue index " + archive + " makes it");
}

/// The nearest `.morgue` in a folder or above it.
std::optional<fs::path> found_upward(const fs::path& start) {
    for (fs::path at = start;; at = at.parent_path()) {
        const fs::path folder = at / index_folder_name;
        if (what_is_in(folder) != Found::nothing) return folder;
        if (at == at.root_path()) return std::nullopt;
    }
}

/// Indexes of the user's list that are there.
std::vector<std::string> listed(const IndexList& list) {
    if (!list.trouble.empty()) print_note({"index-list", "your list of indexes: " + list.trouble});
    std::vector<std::string> there;
    for (const std::string& index : list.indexes)
        if (what_is_in(index) == Found::index) there.push_back(index);
    return there;
}

/// What was typed, with the index named.
std::string command_for(const Invocation& invocation, const std::string& index) {
    std::string line = "morgue -d " + quoted_for_shell(for_people(index));
    for (const std::string& argument : invocation.typed) line += " " + quoted_for_shell(argument);
    return line;
}

NoIndex no_index(const Invocation& invocation, const fs::path& here, const IndexList& list,
                 const std::vector<std::string>& there) {
    const std::string what = "no .morgue in " + here.string() +
                             " or in a folder above it, and no "
                             "index named by -d or $MORGUE_INDEX";
    if (there.empty())
        return {what,
                here.string(),
                "morgue index PATH makes one" +
                    (list.file.empty() ? "" : "; none is on your list, " + list.file),
                {}};
    std::vector<std::string> commands;
    for (std::size_t i = there.size(); i > 0 && commands.size() < most_told; --i)
        commands.push_back(command_for(invocation, there[i - 1]));
    const std::string more =
        there.size() > most_told ? ", the latest " + std::to_string(most_told) : "";
    return {what, here.string(),
            "you have " + grouped(there.size()) + " indexes" + more + "; name one of them:",
            std::move(commands)};
}

fs::path folder_of(const fs::path& path) {
    std::error_code ignored;
    fs::path real = resolved(path);
    return fs::is_directory(real, ignored) ? real : real.parent_path();
}

/// The one index that nobody had to name; around `path`, where one was typed and none is around
/// the working directory.
fs::path index_around(const Invocation& invocation, const std::optional<fs::path>& path = {}) {
    const fs::path here = working_directory();
    auto folder = found_upward(here);
    if (!folder && path) folder = found_upward(folder_of(*path));
    if (folder) return checked_index(*folder);
    const IndexList list = read_index_list();
    const std::vector<std::string> there = listed(list);
    if (there.size() != 1) throw no_index(invocation, here, list, there);
    refuse_strangers(there.front());
    print_note({"only-index", "index " + for_people(there.front()) + ", your only one"});
    return there.front();
}

/// The one index above all paths; nothing where none has any. Throws UsageError when they differ.
std::optional<fs::path> common_index(const std::vector<std::string>& paths) {
    const std::optional<fs::path> common = found_upward(folder_of(paths.front()));
    for (const std::string& path : paths)
        if (found_upward(folder_of(path)) != common)
            throw UsageError("these paths do not belong to one index",
                             "index them one by one, or name the index: -d DIR");
    if (!common) return common;
    if (what_is_in(*common) == Found::closed) refuse_closed(*common);
    refuse_strangers(*common);
    return common;
}

fs::path index_above(const std::vector<std::string>& paths) {
    if (const auto folder = common_index(paths)) return *folder;
    if (paths.size() == 1) return folder_of(paths.front()) / index_folder_name;
    throw UsageError("several paths, and no index yet to put them in",
                     "name the folder for the index: morgue -d DIR index PATH...");
}

void add_once(std::vector<std::string>& dirs, const std::string& dir) {
    if (std::find(dirs.begin(), dirs.end(), dir) == dirs.end())
        dirs.push_back(dir);
    else
        print_note({"named-twice", "the index " + for_people(dir) + " was named twice"});
}

/// What -d or $MORGUE_INDEX names, for a command that writes one.
std::optional<std::string> the_one_named(const Invocation& invocation) {
    const std::vector<std::string> named = named_by(invocation);
    if (named.size() > 1)
        throw UsageError("only one index can be written at a time",
                         "name one: -d " + quoted_for_shell(named.front()));
    return named.empty() ? std::nullopt : std::optional{named.front()};
}

/// The one that is there.
fs::path index_to_change(const Invocation& invocation, const std::optional<fs::path>& path = {}) {
    const std::optional<std::string> named = the_one_named(invocation);
    return named ? existing_index(*named, invocation) : index_around(invocation, path);
}

}  // namespace

std::vector<std::string> indexes_to_read(const Invocation& invocation) {
    const std::vector<std::string> named = named_by(invocation);
    if (named.empty()) return {index_around(invocation).string()};
    std::vector<std::string> dirs;
    for (const std::string& name : named) {
        try {
            add_once(dirs, existing_index(name, invocation).string());
        } catch (const Error& error) {
            const bool is_last_hope = dirs.empty() && &name == &named.back();
            if (is_last_hope) throw;
            print_error(error);
            invocation.is_partial = true;
        }
    }
    return dirs;
}

std::string index_to_write(const Invocation& invocation, const std::vector<std::string>& paths) {
    for (const std::string& path : paths) {
        std::error_code failed;
        const bool is_absent = !fs::exists(path, failed) && !failed;
        if (is_absent) throw UsageError("there is no " + path, "check the spelling");
    }
    if (paths.empty()) return index_to_change(invocation).string();
    const std::optional<std::string> named = the_one_named(invocation);
    const fs::path folder = named ? index_to_create(*named) : index_above(paths);
    return resolved(folder).string();
}

std::string index_that_keeps(const Invocation& invocation, const std::string& path) {
    return index_to_change(invocation, path).string();
}

}  // namespace morgue::tools
