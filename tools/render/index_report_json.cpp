#include <cmath>
#include <map>
#include <vector>

#include <tools/render/index_report.hpp>
#include <tools/render/index_report_json.hpp>
#include <tools/render/json_parts.hpp>
#include <tools/render/status_json.hpp>

namespace morgue::tools {

namespace {

std::string ended(const Json& out) {
    return line_of(out) + "\n";
}

std::string note_lines(const std::vector<Note>& notes) {
    std::string lines;
    for (const Note& note : notes) {
        Json out = record("note");
        out["code"] = note.code;
        out["message"] = note.message;
        lines += ended(out);
    }
    return lines;
}

std::string rename_line(const Rename& rename) {
    Json out = record("rename");
    add_path(out, "from", rename.from);
    add_path(out, "to", rename.to);
    out["old_id"] = rename.old_id.to_string();
    out["new_id"] = rename.new_id.to_string();
    return ended(out);
}

const char* name_of(Withheld::Remedy remedy) {
    switch (remedy) {
        case Withheld::Remedy::confirm:
            return "confirm";
        case Withheld::Remedy::readable:
            return "make-readable";
        case Withheld::Remedy::forget:
            return "forget";
    }
    return "unknown";
}

std::string withheld_lines(const std::vector<Withheld>& withheld, const Paths& paths) {
    std::string lines;
    for (const Withheld& held : withheld) {
        Json out = record("withheld");
        add_path(out, "file", paths.from_here(held.root));
        out["articles"] = held.articles;
        out["why"] = held.why;
        out["remedy"] = name_of(held.remedy);
        lines += ended(out);
    }
    return lines;
}

Json passed_over_json(const PassedOver& passed) {
    return {{"hidden", passed.hidden},
            {"links", passed.links},
            {"ignored", passed.ignored},
            {"forgotten", passed.forgotten}};
}

std::string planned_line(const PlannedFile& file, const Paths& paths) {
    Json out = record("plan");
    out["action"] = to_string(file.action);
    add_path(out, "file", paths.from_here(file.path));
    if (!file.from.empty()) add_path(out, "from", paths.from_here(file.from));
    if (!file.format.empty()) out["format"] = file.format;
    if (file.reason) out["reason"] = to_string(*file.reason);
    return ended(out);
}

double rounded(double seconds) {
    return std::round(seconds * 1000) / 1000;
}

}  // namespace

std::string report_as_json(const IngestReport& report, double seconds, const Paths& paths) {
    std::string lines;
    for (const Rename& rename : report.renamed) lines += rename_line(rename);
    for (const Skip& skip : report.skipped) lines += skip_as_json(skip, paths) + "\n";
    lines += withheld_lines(report.withheld, paths) + note_lines(report.notes);
    Json out = record("index");
    add_path(out, "index", paths.index());
    out["added"] = report.added;
    out["changed"] = report.changed;
    out["renamed"] = report.renamed.size();
    out["removed"] = report.removed;
    out["kept"] = report.kept;
    out["superseded"] = report.superseded;
    out["withdrawn"] = report.withdrawn;
    out["unchanged"] = report.unchanged;
    const SkipCounts skips = count_skips(report.skipped);
    out["skipped"] = skips.left_out;
    out["off_standard"] = skips.off_standard;
    out["newly_skipped"] = report.newly_skipped;
    out["passed_over"] = passed_over_json(report.passed_over);
    out["passed_parts"] = passed_parts_json(report.passed_parts);
    out["articles"] = report.articles;
    out["undated"] = report.undated;
    out["bytes_read"] = report.bytes_read;
    out["seconds"] = rounded(seconds);
    out["interrupted"] = report.interrupted;
    return lines + ended(out);
}

std::string plan_as_json(const IngestPlan& plan, const Paths& paths) {
    std::string lines;
    std::map<std::string_view, std::size_t> counts;
    for (const PlannedFile& file : plan.files) {
        ++counts[to_string(file.action)];
        lines += planned_line(file, paths);
    }
    lines += withheld_lines(plan.withheld, paths) + note_lines(plan.notes);
    Json out = record("dry-run");
    add_path(out, "index", paths.index());
    for (const FileAction action : {FileAction::add, FileAction::change, FileAction::rename,
                                    FileAction::remove, FileAction::skip})
        out[std::string(to_string(action))] = counts[to_string(action)];
    out["unchanged"] = plan.unchanged;
    out["passed_over"] = passed_over_json(plan.passed_over);
    out["bytes_to_read"] = plan.bytes_to_read;
    return lines + ended(out);
}

std::string forget_as_json(const ForgetReport& report, const Paths& paths) {
    Json out = record("forget");
    add_path(out, "file", paths.from_here(report.root));
    out["removed"] = report.articles;
    return note_lines(report.notes) + ended(out);
}

std::string clone_as_json(const CloneReport& report, const std::string& copy, const Paths& paths) {
    Json out = record("clone");
    add_path(out, "index", paths.from_here(copy));
    out["articles"] = report.articles;
    out["bytes"] = report.bytes;
    return note_lines(report.notes) + ended(out);
}

std::string compact_as_json(const CompactReport& report, const Paths& paths) {
    Json out = record("compact");
    add_path(out, "index", paths.index());
    out["articles"] = report.articles;
    out["bytes_before"] = report.bytes_before;
    out["bytes_after"] = report.bytes_after;
    return ended(out);
}

}  // namespace morgue::tools
