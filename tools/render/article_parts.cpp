#include <algorithm>

#include <tools/render/article_parts.hpp>
#include <tools/render/bidi.hpp>
#include <tools/render/safe_text.hpp>
#include <tools/render/shell_path.hpp>

namespace morgue::tools {

namespace {

LinkTarget target_of(const IndexedArticle& found, const Paths& paths) {
    return {paths.absolute(found), std::max<std::size_t>(found.location.body_line, 1)};
}

}  // namespace

std::string isolated(const std::string& text, const Looks& looks) {
    if (looks.plain || !has_right_to_left(text)) return text;
    return std::string{isolate_of(direction_of(text), text)} + text + std::string{end_of_isolate};
}

std::string day_of(const Metadatum& date) {
    const std::string day = printable(std::string_view{date.value}.substr(0, 10));
    if (date.from == Provenance::crawl) return day + " (when it was fetched)";
    return date.from == Provenance::mtime ? day + " (file's date)" : day;
}

std::string file_of(const IndexedArticle& found, const Paths& paths, const Looks& looks) {
    const Location& location = found.location;
    if (location.file.empty()) return {};
    std::string path = isolated(shell_path(paths.file_of(found)), looks);
    path = looks.links.link(path, target_of(found, paths));
    if (location.member.empty()) return path;
    return path + "!" + isolated(printable(location.member), looks);
}

}  // namespace morgue::tools
