#include <map>

#include <tools/render/index_report.hpp>
#include <tools/render/json_parts.hpp>
#include <tools/render/status_json.hpp>

namespace morgue::tools {

namespace {

/// [{"value": "en", "articles": 812}, {"articles": 3}]: the last has none.
Json counts_json(const IndexStatus::Counts& counts) {
    Json rows = Json::array();
    for (const auto& [value, articles] : counts) {
        Json row = Json::object();
        if (!value.empty()) row["value"] = value;
        row["articles"] = articles;
        rows.push_back(std::move(row));
    }
    return rows;
}

Json reasons_json(const std::vector<Skip>& skipped) {
    std::map<std::string, std::size_t> files;
    for (const Skip& skip : skipped)
        if (!skip.was_read()) ++files[std::string{to_string(skip.reason)}];
    Json rows = Json::array();
    for (const auto& [reason, count] : files)
        rows.push_back({{"reason", reason}, {"files", count}});
    return rows;
}

Json root_json(const RootStatus& root, const Paths& paths) {
    Json out;
    add_path(out, "path", paths.from_here(root.path));
    if (!root.lang.empty()) out["lang"] = root.lang;
    out["articles"] = root.articles;
    return out;
}

}  // namespace

std::string status_as_json(const IndexStatus& status, const Paths& paths) {
    Json out = record("status");
    add_path(out, "index", paths.index());
    out["articles"] = status.articles;
    out["undated"] = status.undated;
    out["near_identical"] = status.repeats;
    out["gone"] = status.gone;
    if (!status.first_date.empty()) out["first_date"] = status.first_date;
    if (!status.last_date.empty()) out["last_date"] = status.last_date;
    out["years"] = counts_json(status.years);
    out["sources"] = counts_json(status.sources);
    out["languages"] = counts_json(status.languages);
    out["formats"] = counts_json(status.formats);
    out["roots"] = Json::array();
    for (const RootStatus& root : status.roots) out["roots"].push_back(root_json(root, paths));
    const SkipCounts skips = count_skips(status.skipped);
    out["skipped"] = skips.left_out;
    out["off_standard"] = skips.off_standard;
    out["skipped_by_reason"] = reasons_json(status.skipped);
    out["passed_parts"] = passed_parts_json(status.passed_parts);
    out["bytes_on_disk"] = status.bytes_on_disk;
    out["superseded"] = status.superseded;
    out["cut_words"] = status.cut_words;
    out["updates"] = status.generation;
    return line_of(out);
}

std::string skip_as_json(const Skip& skip, const Paths& paths) {
    Json out = record("skip");
    add_path(out, "file", paths.from_here(skip.path));
    if (!skip.member.empty()) add_path(out, "member", skip.member);
    out["reason"] = to_string(skip.reason);
    if (!skip.detail.empty()) out["detail"] = skip.detail;
    return line_of(out);
}

}  // namespace morgue::tools
