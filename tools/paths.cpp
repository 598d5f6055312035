#include <tools/paths.hpp>

namespace morgue::tools {

namespace {

namespace fs = std::filesystem;

fs::path without_final_slash(fs::path path) {
    path = path.lexically_normal();
    return path.has_filename() || path == path.root_path() ? path : path.parent_path();
}

/// The path with links resolved in its folder, but not the file itself.
fs::path with_real_folder(const fs::path& path) {
    std::error_code failed;
    const fs::path folder = fs::weakly_canonical(path.parent_path(), failed);
    return failed ? path : folder / path.filename();
}

/// As seen from a folder, where that is shorter; `full` is normal.
std::string seen_from(const fs::path& folder, const fs::path& full) {
    const fs::path near = folder.empty() ? fs::path{} : full.lexically_relative(folder);
    const bool near_is_shorter = !near.empty() && near.native().size() < full.native().size();
    return near_is_shorter ? near.native() : full.native();
}

bool is_below(const fs::path& relative) {
    return !relative.empty() && *relative.begin() != ".." && relative != ".";
}

}  // namespace

const fs::path& starting_folder() {
    static const fs::path folder = [] {
        std::error_code gone;
        return fs::current_path(gone);
    }();
    return folder;
}

Paths::Paths(std::vector<std::string> index_dirs) : index_dirs_(std::move(index_dirs)) {
    std::error_code gone;
    here_ = fs::current_path(gone);
    stand_ = starting_folder();
}

std::string Paths::index(std::size_t number) const {
    return from_here(index_dirs_.at(number));
}

std::string Paths::index_of(const IndexedArticle& found) const {
    return are_several() ? index(found.index) : std::string{};
}

std::string Paths::from_here(const fs::path& path) const {
    return seen_from(stand_, without_final_slash(path));
}

std::string Paths::file_of(const IndexedArticle& found) const {
    const std::string file = absolute(found);
    return file.empty() ? file : seen_from(stand_, file);
}

std::string Paths::absolute(const IndexedArticle& found) const {
    const Location& location = found.location;
    if (location.file.empty()) return {};
    const fs::path index = index_dirs_.at(found.index);
    return without_final_slash(index.parent_path() / location.root / location.file);
}

std::vector<std::pair<std::string, std::string>> Paths::places_of(
    const std::string& typed, const std::vector<RootStatus>& roots) const {
    const fs::path as_typed = without_final_slash(here_ / typed);
    std::vector<std::pair<std::string, std::string>> places;
    for (const fs::path& file : {as_typed, with_real_folder(as_typed)})
        for (const RootStatus& root : roots) {
            const fs::path below = file.lexically_relative(root.path);
            if (is_below(below)) places.emplace_back(root.name, below.native());
        }
    for (const RootStatus& root : roots)
        if (is_below(typed)) places.emplace_back(root.name, fs::path{typed}.lexically_normal());
    return places;
}

}  // namespace morgue::tools
