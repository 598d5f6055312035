#include <cstdint>
#include <ctime>

#include <tools/render/base64.hpp>
#include <tools/render/json_parts.hpp>
#include <tools/render/safe_text.hpp>
#include <tools/render/source_lines.hpp>

namespace morgue::tools {

namespace {

constexpr int schema_version = 1;

/// The rest is for who looks at one article: `metadata` has it.
bool is_told_of_a_hit(Field field) {
    return field != Field::path && field < Field::charset;
}

void add_field(Json& out, const FieldInfo& field, const Metadatum& fact) {
    const std::string key{field.name};
    if (field.repeats) {
        out[key].push_back(fact.value);
        return;
    }
    out[key] = fact.value;
    if (field.field == Field::date || field.field == Field::title)
        out[key + "_src"] = to_string(fact.from);
}

std::string in_utc(std::int64_t instant) {
    const std::time_t seconds = static_cast<std::time_t>(instant);
    std::tm parts{};
    ::gmtime_r(&seconds, &parts);
    char text[sizeof "2019-03-04T05:06:07Z" + 8];
    std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
    return text;
}

/// What there is to say of a date beside itself.
void add_date(Json& out, const Article& article) {
    const auto date = article.date();
    if (!date) return;
    out["date_precision"] = to_string(date->precision);
    if (const auto instant = date->instant()) out["date_utc"] = in_utc(*instant);
    if (date->is_inferred()) out["date_inferred"] = true;
}

Json passage_json(const Snippet& passage, const Location& location, OffsetCounter& body) {
    Json out{{"text", passage.text},
             {"hl", pairs_of(passage.highlights, passage.text, body.unit())}};
    add_place(out, passage.in_article, body, location);
    out["runs"] = runs_json(passage.text, passage.highlights);
    return out;
}

}  // namespace

Json record(const char* type) {
    return {{"v", schema_version}, {"type", type}};
}

std::string line_of(const Json& value) {
    return escaped_json(value.dump(-1, ' ', false, Json::error_handler_t::replace));
}

void add_path(Json& out, const std::string& key, const std::string& path) {
    if (path.empty()) return;
    out[key] = path;
    if (!is_utf8(path)) out[key + "_bytes"] = base64(path);
}

void add_facts(Json& out, const IndexedArticle& found, const Paths& paths) {
    for (const FieldInfo& field : fields())
        for (const Metadatum& fact : found.article.metadata)
            if (fact.field == field.field && is_told_of_a_hit(field.field))
                add_field(out, field, fact);
    add_date(out, found.article);
    if (found.gone) out["gone"] = true;
    add_path(out, "path", found.location.file);
    add_path(out, "file", paths.file_of(found));
    add_path(out, "member", found.location.member);
    if (!found.format.empty()) out["format"] = found.format;
    add_path(out, "index", paths.index_of(found));
}

Json passed_parts_json(const PassedParts& passed) {
    return {{"without_text", passed.without_text},
            {"failures", passed.failures},
            {"no_answers", passed.no_answers},
            {"repeats", passed.repeats},
            {"hidden", passed.hidden},
            {"links", passed.links}};
}

Json metadata_json(const Article& article) {
    Json out = Json::object();
    for (const FieldInfo& field : fields())
        for (const Metadatum& fact : article.metadata) {
            if (fact.field != field.field) continue;
            const Json entry{{"value", fact.value}, {"from", to_string(fact.from)}};
            if (field.repeats)
                out[std::string{field.name}].push_back(entry);
            else
                out[std::string{field.name}] = entry;
        }
    return out;
}

Json runs_json(const std::string& text, const std::vector<ByteRange>& lit) {
    Json runs = Json::array();
    std::size_t done = 0;
    for (const ByteRange& range : lit) {
        if (range.begin > done) runs.push_back({{"text", text.substr(done, range.begin - done)}});
        runs.push_back(
            {{"text", text.substr(range.begin, range.end - range.begin)}, {"hit", true}});
        done = range.end;
    }
    if (done < text.size()) runs.push_back({{"text", text.substr(done)}});
    return runs;
}

void add_title_runs(Json& out, const Article& article, const std::vector<ByteRange>& lit,
                    OffsetUnit unit) {
    if (lit.empty()) return;
    const std::string title{article.value(Field::title)};
    out["title_hl"] = pairs_of(lit, title, unit);
    out["title_runs"] = runs_json(title, lit);
}

Json passages_json(const std::vector<Snippet>& passages, const IndexedArticle& found,
                   OffsetUnit unit) {
    OffsetCounter body{found.article.body, unit};
    SourceLines lines{found};
    Json out = Json::array();
    for (const Snippet& passage : passages) {
        out.push_back(passage_json(passage, found.location, body));
        if (lines.are_known()) out.back()["line"] = lines.at(passage.in_article.begin).line;
    }
    return out;
}

void add_place(Json& out, const ByteRange& range, OffsetCounter& body, const Location& location) {
    out[std::string{key_of(body.unit())}] = pair_of(range, body);
    if (location.body_offset < 0) return;
    const auto begin = static_cast<std::size_t>(location.body_offset);
    out["byte_src"] = {begin + range.begin, begin + range.end};
}

}  // namespace morgue::tools
