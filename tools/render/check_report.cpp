#include <algorithm>
#include <cmath>

#include <tools/render/check_report.hpp>
#include <tools/render/json_parts.hpp>
#include <tools/render/pace.hpp>
#include <tools/render/safe_text.hpp>
#include <tools/render/wording.hpp>

namespace morgue::tools {

namespace {

using Phase = CheckProgress::Phase;

bool is_about_an_article(const Damage& damage) {
    return damage.article || !damage.article_file.empty();
}

std::string line_of_damage(const Damage& damage, const Paths& paths) {
    const std::string file = printable(paths.from_here(damage.file));
    const std::string fault = file + " " + printable(damage.what);
    if (!is_about_an_article(damage)) return fault + "\n";
    const std::string id = damage.article ? " " + damage.article->to_string() : "";
    const std::string from =
        damage.article_file.empty() ? "" : " (" + printable(damage.article_file) + ")";
    return "article" + id + from + ": " + fault + "\n";
}

const char* name_of(Damage::Remedy remedy) {
    return remedy == Damage::Remedy::ingest ? "index" : "rebuild";
}

Json damage_json(const Damage& damage, const Paths& paths) {
    Json out = record("damage");
    add_path(out, "file", paths.from_here(damage.file));
    out["what"] = damage.what;
    if (damage.article) out["id"] = damage.article->to_string();
    add_path(out, "article_file", damage.article_file);
    out["remedy"] = name_of(damage.remedy);
    return out;
}

}  // namespace

std::string check_as_text(const CheckReport& report, const Paths& paths) {
    std::string lines;
    for (const Damage& damage : report.damage) lines += line_of_damage(damage, paths);
    if (report.interrupted) return lines;
    return lines + (report.damage.empty() ? "sound: " : "the rest is sound: ") +
           counted(report.articles, "article") + " read, " + bytes_for_people(report.bytes) +
           " compared\n";
}

std::string check_as_json(const CheckReport& report, double seconds, const Paths& paths) {
    std::string lines;
    for (const Damage& damage : report.damage) lines += line_of(damage_json(damage, paths)) + "\n";
    Json out = record("check");
    add_path(out, "index", paths.index());
    out["damage"] = report.damage.size();
    out["articles"] = report.articles;
    out["bytes"] = report.bytes;
    out["seconds"] = std::round(seconds * 1000) / 1000;
    out["interrupted"] = report.interrupted;
    return lines + line_of(out) + "\n";
}

std::string advice_on(const CheckReport& report) {
    const bool is_grave =
        std::any_of(report.damage.begin(), report.damage.end(),
                    [](const Damage& damage) { return damage.remedy == Damage::Remedy::rebuild; });
    return is_grave ? "make it anew by morgue index --rebuild, or restore it from a copy"
                    : "morgue index makes its list of files anew";
}

Progress tell_checking(const CheckProgress& progress, double seconds) {
    const double share = share_of(progress.done, progress.all);
    switch (progress.phase) {
        case Phase::bytes:
            return {"comparing",
                    share,
                    {bytes_for_people(progress.done) + " of " + bytes_for_people(progress.all),
                     time_left(share, seconds), byte_rate(progress.done, seconds)}};
        case Phase::articles:
            return {"reading",
                    share,
                    {grouped(progress.done) + " of " + counted(progress.all, "article")}};
        case Phase::order:
            return {"checking the order", share, {}};
        case Phase::words:
            return {"comparing the words", share, {}};
    }
    return {};
}

}  // namespace morgue::tools
