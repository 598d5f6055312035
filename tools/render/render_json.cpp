#include <tools/render/json_parts.hpp>
#include <tools/render/render_json.hpp>

namespace morgue::tools {

namespace {

Json highlights_json(const Highlights& highlights, const Article& article, OffsetUnit unit) {
    return {{"title", pairs_of(highlights.title, article.value(Field::title), unit)},
            {"body", pairs_of(highlights.body, article.body, unit)}};
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

std::string metadata_as_json(const IndexedArticle& found, const Paths& paths) {
    Json out = record("article");
    out["id"] = found.id.to_string();
    add_facts(out, found, paths);
    out["metadata"] = metadata_json(found.article);
    return line_of(out);
}

std::string passages_as_json(const FoundPassages& passages, const Paths& paths, OffsetUnit unit) {
    const IndexedArticle& found = passages.found;
    Json out = record("passages");
    out["id"] = found.id.to_string();
    add_facts(out, found, paths);
    out["metadata"] = metadata_json(found.article);
    add_title_runs(out, found.article, passages.title_highlights, unit);
    out["passages"] = passages_json(passages.passages, found, unit);
    return line_of(out);
}

}  // namespace morgue::tools
