#include <tools/render/json_parts.hpp>
#include <tools/render/render_json.hpp>

namespace morgue::tools {

namespace {

Json highlights_json(const Highlights& highlights, const Article& article, OffsetUnit unit) {
    return {{"title", pairs_of(highlights.title, article.value(Field::title), unit)},
            {"body", pairs_of(highlights.body, article.body, unit)}};
}

Json root_json(const RootStatus& root, const Paths& paths) {
    Json out;
    add_path(out, "path", paths.from_here(root.path));
    if (!root.lang.empty()) out["lang"] = root.lang;
    out["articles"] = root.articles;
    return out;
}

}  // namespace

std::string article_as_json(const IndexedArticle& found,
                            const std::optional<Highlights>& highlights, const Paths& paths,
                            OffsetUnit unit) {
    Json out = record("article");
    out["id"] = found.id.to_string();
    add_facts(out, found, paths);
    out["metadata"] = metadata_json(found.article);
    out["body"] = found.article.body;
    if (highlights) out["highlights"] = highlights_json(*highlights, found.article, unit);
    return line_of(out);
}

std::string count_as_json(std::size_t total) {
    Json out = record("count");
    out["total"] = total;
    return line_of(out);
}

std::string status_as_json(const IndexStatus& status, const Paths& paths) {
    Json out = record("status");
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
    Json out = record("skip");
    add_path(out, "file", paths.from_here(skip.path));
    out["reason"] = to_string(skip.reason);
    if (!skip.detail.empty()) out["detail"] = skip.detail;
    return line_of(out);
}

}  // namespace morgue::tools
