#include <algorithm>
#include <array>
#include <cstdio>
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
        if (skip.was_read()) continue;
        const std::string& name = skip.member.empty() ? skip.path : skip.member;
        const bool by_extension = skip.reason == SkipReason::no_reader;
        ++counts[{skip.reason, by_extension ? extension_of(name) : std::string{}}];
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

/// ".pdf 300 (no reader)"
std::string group_text(const SkipGroup& group) {
    return group.kind + " " + grouped(group.files) +
           (group.reason.empty() ? "" : " (" + group.reason + ")");
}

struct Part {
    std::size_t number;
    std::string what;
};

/// "3 added, 1 changed": what is zero is left out.
std::string list_of(const std::vector<Part>& parts) {
    std::string list;
    for (const Part& part : parts)
        if (part.number > 0)
            list += (list.empty() ? "" : ", ") + grouped(part.number) + " " + part.what;
    return list;
}

std::string in_brackets(const std::string& text) {
    return text.empty() ? text : " (" + text + ")";
}

/// " in 6.1 s, 27.0 MB read"
std::string effort(const IngestReport& report, double seconds) {
    std::array<char, 32> time{};
    std::snprintf(time.data(), time.size(), " in %.1f s", seconds);
    if (report.bytes_read == 0) return time.data();
    return time.data() + (", " + bytes_for_people(report.bytes_read)) + " read";
}

std::string first_run_line(const IngestReport& report, double seconds) {
    const SkipCounts skips = count_skips(report.skipped);
    const std::string beside = in_brackets(list_of({{skips.left_out, "skipped"},
                                                    {skips.off_standard, "off standard"},
                                                    {report.undated, "undated"},
                                                    {report.superseded, "superseded"},
                                                    {report.withdrawn, "withdrawn"}}));
    if (report.articles == 0) return "no articles found" + beside;
    return "indexed " + counted(report.articles, "article") + beside + effort(report, seconds);
}

std::string path_and_format(const PlannedFile& file, const Paths& paths) {
    std::string text = printable(paths.from_here(file.path));
    if (file.action == FileAction::rename)
        text = printable(paths.from_here(file.from)) + " to " + text;
    if (file.reason) text += ": " + std::string(to_string(*file.reason));
    return text;
}

/// "HTML 8, text 10,000"
std::string counts_text(const std::map<std::string, std::size_t>& counts) {
    std::string text;
    for (const auto& [name, number] : counts)
        text += (text.empty() ? "" : ", ") + printable(name) + " " + grouped(number);
    return text;
}

std::vector<Skip> skips_of(const IngestPlan& plan) {
    std::vector<Skip> skips;
    for (const PlannedFile& file : plan.files)
        if (file.reason) skips.push_back({file.path, *file.reason, {}});
    return skips;
}

std::string formats_line(const IngestPlan& plan) {
    std::map<std::string, std::size_t> formats;
    for (const PlannedFile& file : plan.files)
        if (file.action == FileAction::add || file.action == FileAction::change)
            ++formats[file.format];
    if (formats.empty()) return {};
    return "formats: " + counts_text(formats) + "; " + bytes_for_people(plan.bytes_to_read) +
           " to read\n";
}

}  // namespace

bool changed_nothing(const IngestReport& report) {
    return !report.first_run && !report.interrupted &&
           report.added + report.changed + report.removed + report.kept + report.newly_skipped ==
               0 &&
           report.renamed.empty();
}

std::string summary_line(const IngestReport& report, double seconds) {
    if (report.first_run) return first_run_line(report, seconds);
    const SkipCounts skips = count_skips(report.skipped);
    const std::string rest = list_of({{report.unchanged, "unchanged"},
                                      {skips.left_out, "skipped"},
                                      {skips.off_standard, "off standard"},
                                      {report.superseded, "superseded"},
                                      {report.withdrawn, "withdrawn"}});
    if (changed_nothing(report)) return "nothing new" + (rest.empty() ? "" : ": " + rest);
    const std::string done = list_of({{report.added, "added"},
                                      {report.changed, "changed"},
                                      {report.renamed.size(), "renamed"},
                                      {report.removed, "removed"},
                                      {report.kept, "kept of files that are gone"}});
    const std::string between = done.empty() || rest.empty() ? "" : ", ";
    return done + between + rest + effort(report, seconds);
}

SkipCounts count_skips(const std::vector<Skip>& skipped) {
    const auto read = static_cast<std::size_t>(std::ranges::count_if(skipped, &Skip::was_read));
    return {skipped.size() - read, read};
}

std::string skipped_line(const std::vector<Skip>& skipped) {
    const std::vector<SkipGroup> groups = groups_of(skipped);
    if (groups.empty()) return {};
    std::string text = "skipped: ";
    std::size_t told = 0;
    for (std::size_t i = 0; i < std::min(groups.size(), most_groups); ++i) {
        text += (i == 0 ? "" : ", ") + group_text(groups[i]);
        told += groups[i].files;
    }
    const std::size_t more = count_skips(skipped).left_out - told;
    if (more > 0) text += ", others " + grouped(more);
    return text + "\n";
}

std::string off_standard_line(const std::vector<Skip>& skipped) {
    const std::size_t files = count_skips(skipped).off_standard;
    if (files == 0) return {};
    return "read, but off standard: " + counted(files, "file") +
           " (morgue status --skipped tells how)\n";
}

std::string passed_over_line(const PassedOver& passed) {
    const std::string list = list_of({{passed.hidden, "hidden"},
                                      {passed.ignored, "ignored"},
                                      {passed.forgotten, "forgotten"},
                                      {passed.links, passed.links == 1 ? "link" : "links"}});
    if (list.empty()) return {};
    return "passed over: " + list + (passed.links > 0 ? " (-L follows them)" : "") + "\n";
}

std::string passed_parts_text(const PassedParts& passed) {
    return list_of({{passed.without_text, "without text"},
                    {passed.failures, "redirects and failures"},
                    {passed.no_answers, "requests and metadata"},
                    {passed.repeats, "repeated"},
                    {passed.hidden, "hidden"},
                    {passed.links, passed.links == 1 ? "link" : "links"}});
}

std::string passed_parts_line(const PassedParts& passed) {
    const std::string list = passed_parts_text(passed);
    return list.empty() ? list : "passed over in files: " + list + "\n";
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

std::string plan_lines(const IngestPlan& plan, const Paths& paths) {
    std::string lines;
    for (const PlannedFile& file : plan.files)
        lines += std::string(to_string(file.action)) + " " + path_and_format(file, paths) + "\n";
    return lines;
}

std::string plan_summary(const IngestPlan& plan) {
    std::map<FileAction, std::size_t> files;
    for (const PlannedFile& file : plan.files) ++files[file.action];
    const std::string done = list_of({{files[FileAction::add], "to add"},
                                      {files[FileAction::change], "to read again"},
                                      {files[FileAction::rename], "renamed"},
                                      {files[FileAction::remove], "to remove"},
                                      {plan.unchanged, "unchanged"},
                                      {files[FileAction::skip], "to skip"}});
    return formats_line(plan) + skipped_line(skips_of(plan)) + passed_over_line(plan.passed_over) +
           (done.empty() ? "no files found" : "files: " + done) + "; nothing was written\n";
}

}  // namespace morgue::tools
