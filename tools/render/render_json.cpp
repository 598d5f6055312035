#include <cmath>

#include <nlohmann/json.hpp>

#include <tools/render/base64.hpp>
#include <tools/render/render_json.hpp>
#include <tools/render/safe_text.hpp>

namespace morgue::tools {

namespace {

using Json = nlohmann::ordered_json;

constexpr int schema_version = 1;

std::string line_of(const Json& value) {
    return escaped_json(value.dump(-1, ' ', false, Json::error_handler_t::replace));
}

/// A name that is not UTF-8 stands twice: readable, and exact in base64.
void add_path(Json& out, const std::string& key, const std::string& path) {
    if (path.empty()) return;
    out[key] = path;
    if (!is_utf8(path)) out[key + "_bytes"] = base64(path);
}

Json pair_of(const ByteRange& range) {
    return {range.begin, range.end};
}

Json pairs_of(const std::vector<ByteRange>& ranges) {
    Json pairs = Json::array();
    for (const ByteRange& range : ranges) pairs.push_back(pair_of(range));
    return pairs;
}

/// The text cut into pieces, so that a reader need not count bytes.
Json runs_of(const std::string& text, const std::vector<ByteRange>& hits) {
    Json runs = Json::array();
    std::size_t done = 0;
    for (const ByteRange& hit : hits) {
        if (hit.begin > done) runs.push_back({{"text", text.substr(done, hit.begin - done)}});
        runs.push_back({{"text", text.substr(hit.begin, hit.end - hit.begin)}, {"hit", true}});
        done = hit.end;
    }
    if (done < text.size()) runs.push_back({{"text", text.substr(done)}});
    return runs;
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

/// What every article says of itself, in hits and when shown whole.
void add_facts(Json& out, const IndexedArticle& found, const Paths& paths) {
    for (const FieldInfo& field : fields())
        for (const Metadatum& fact : found.article.metadata)
            if (fact.field == field.field && field.field != Field::path)
                add_field(out, field, fact);
    add_path(out, "path", found.location.file);
    add_path(out, "file", paths.file_of(found));
    add_path(out, "member", found.location.member);
}

Json snippet_json(const Snippet& snippet, const Location& location) {
    Json out{{"text", snippet.text},
             {"hl", pairs_of(snippet.highlights)},
             {"byte", pair_of(snippet.in_article)}};
    if (location.body_offset >= 0) {
        const auto body = static_cast<std::size_t>(location.body_offset);
        out["byte_src"] = {body + snippet.in_article.begin, body + snippet.in_article.end};
    }
    out["runs"] = runs_of(snippet.text, snippet.highlights);
    return out;
}

/// Every metadatum with where it came from: {"date": {"value": …, "from": …}, "tag": [{…}, …]}.
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

Json highlights_json(const Highlights& highlights) {
    return {{"title", pairs_of(highlights.title)}, {"body", pairs_of(highlights.body)}};
}

Json root_json(const RootStatus& root, const Paths& paths) {
    Json out;
    add_path(out, "path", paths.from_here(root.path));
    if (!root.lang.empty()) out["lang"] = root.lang;
    out["articles"] = root.articles;
    return out;
}

double rounded(double score) {
    return std::round(score * 1e4) / 1e4;
}

}  // namespace

std::string hit_as_json(const Hit& hit, const Paths& paths) {
    Json out{{"v", schema_version},
             {"type", "hit"},
             {"rank", hit.rank},
             {"score", rounded(hit.score)},
             {"id", hit.found.id.to_string()}};
    add_facts(out, hit.found, paths);
    if (!hit.title_highlights.empty()) {
        const std::string title{hit.found.article.value(Field::title)};
        out["title_hl"] = pairs_of(hit.title_highlights);
        out["title_runs"] = runs_of(title, hit.title_highlights);
    }
    out["snippets"] = Json::array();
    for (const Snippet& snippet : hit.snippets)
        out["snippets"].push_back(snippet_json(snippet, hit.found.location));
    return line_of(out);
}

std::string article_as_json(const IndexedArticle& found,
                            const std::optional<Highlights>& highlights, const Paths& paths) {
    Json out{{"v", schema_version}, {"type", "article"}, {"id", found.id.to_string()}};
    add_facts(out, found, paths);
    out["metadata"] = metadata_json(found.article);
    out["body"] = found.article.body;
    if (highlights) out["highlights"] = highlights_json(*highlights);
    return line_of(out);
}

std::string count_as_json(std::size_t total) {
    return line_of({{"v", schema_version}, {"type", "count"}, {"total", total}});
}

std::string status_as_json(const IndexStatus& status, const Paths& paths) {
    Json out{{"v", schema_version}, {"type", "status"}};
    add_path(out, "index", paths.index());
    out["articles"] = status.articles;
    out["undated"] = status.undated;
    if (!status.first_date.empty()) out["first_date"] = status.first_date;
    if (!status.last_date.empty()) out["last_date"] = status.last_date;
    out["superseded"] = status.superseded;
    out["updates"] = status.generation;
    out["bytes_on_disk"] = status.bytes_on_disk;
    out["cut_words"] = status.cut_words;
    out["skipped"] = status.skipped.size();
    out["languages"] = Json::object();
    for (const auto& [code, articles] : status.languages)
        out["languages"][code.empty() ? "unknown" : code] = articles;
    out["roots"] = Json::array();
    for (const RootStatus& root : status.roots) out["roots"].push_back(root_json(root, paths));
    return line_of(out);
}

std::string skip_as_json(const Skip& skip, const Paths& paths) {
    Json out{{"v", schema_version}, {"type", "skip"}};
    add_path(out, "file", paths.from_here(skip.path));
    out["reason"] = to_string(skip.reason);
    if (!skip.detail.empty()) out["detail"] = skip.detail;
    return line_of(out);
}

}  // namespace morgue::tools
