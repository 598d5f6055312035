#include <algorithm>
#include <filesystem>
#include <map>
#include <vector>

#include <tools/render/index_report.hpp>
#include <tools/render/safe_text.hpp>
#include <tools/render/wording.hpp>

namespace morgue::tools {

namespace {

constexpr std::size_t most_renames = 10;
constexpr std::size_t most_groups = 8;

/// What skipped files have in common: an extension that nothing reads, else the reason.
struct SkipGroup {
    std::string kind;
    std::size_t files = 0;
    std::string reason;  ///< empty where the kind says it already
};

std::string extension_of(const std::string& path) {
    std::string extension = std::filesystem::path{path}.extension().native();
    for (char& c : extension)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return extension.empty() ? "no extension" : printable(extension);
}

std::vector<SkipGroup> groups_of(const std::vector<Skip>& skipped) {
    std::map<std::pair<SkipReason, std::string>, std::size_t> counts;
    for (const Skip& skip : skipped) {
        const bool by_extension = skip.reason == SkipReason::no_reader;
        ++counts[{skip.reason, by_extension ? extension_of(skip.path) : std::string{}}];
    }
    std::vector<SkipGroup> groups;
    for (const auto& [key, files] : counts) {
        const std::string reason{to_string(key.first)};
        groups.push_back(key.second.empty() ? SkipGroup{reason, files, ""}
                                            : SkipGroup{key.second, files, reason});
    }
    std::stable_sort(groups.begin(), groups.end(),
                     [](const SkipGroup& a, const SkipGroup& b) { return a.files > b.files; });
    return groups;
}

std::string group_text(const SkipGroup& group) {
    return group.kind + " " + grouped(group.files) +
           (group.reason.empty() ? "" : ": " + group.reason);
}

/// "(.pdf 300: no reader; empty 112)"
std::string skip_groups(const std::vector<Skip>& skipped) {
    const std::vector<SkipGroup> groups = groups_of(skipped);
    std::string text;
    std::size_t told = 0;
    for (std::size_t i = 0; i < std::min(groups.size(), most_groups); ++i) {
        text += (text.empty() ? "" : "; ") + group_text(groups[i]);
        told += groups[i].files;
    }
    if (told < skipped.size()) text += "; others " + grouped(skipped.size() - told);
    return "(" + text + ")";
}

}  // namespace

std::string summary_line(const IngestReport& report) {
    const std::pair<std::size_t, const char*> parts[] = {{report.added, "added"},
                                                         {report.changed, "changed"},
                                                         {report.renamed.size(), "renamed"},
                                                         {report.removed, "removed"},
                                                         {report.unchanged, "unchanged"},
                                                         {report.skipped.size(), "skipped"}};
    std::string line;
    for (const auto& [number, what] : parts)
        if (number > 0) line += (line.empty() ? "" : ", ") + grouped(number) + " " + what;
    if (line.empty()) return "no articles found";
    return report.skipped.empty() ? line : line + " " + skip_groups(report.skipped);
}

std::string rename_lines(const IngestReport& report) {
    std::string lines;
    const std::size_t told = std::min(report.renamed.size(), most_renames);
    for (std::size_t i = 0; i < told; ++i) {
        const Rename& rename = report.renamed[i];
        lines += "renamed " + printable(rename.from) + " to " + printable(rename.to) + " (" +
                 rename.old_id.to_string() + " is now " + rename.new_id.to_string() + ")\n";
    }
    const std::size_t more = report.renamed.size() - told;
    return more == 0 ? lines : lines + "and " + grouped(more) + " more\n";
}

}  // namespace morgue::tools
