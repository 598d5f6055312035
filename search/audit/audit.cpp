#include <search/answer.hpp>
#include <search/audit/audit.hpp>

namespace morgue::search {

namespace {

QueryError cannot_be_known() {
    return {"not-in-the-text", 0, 0,
            "is:first and dup: ask for what the text of one article does not tell",
            "leave them out of a query that is audited"};
}

/// Where a question asks for one language, its words are read as words of that one.
std::vector<const text::Language*> languages_of(const query::Node& root,
                                                const schema::Snapshot& snapshot) {
    std::vector<query::NodePtr> all;
    if (const auto* both = std::get_if<query::And>(&root.kind)) all = both->children;
    if (all.empty()) all.push_back(std::make_shared<const query::Node>(root));
    for (const query::NodePtr& part : all) {
        const auto* value = std::get_if<query::Value>(&part->kind);
        if (value == nullptr || value->prefix || part->field != Field::lang) continue;
        for (const text::Language* language : snapshot.languages())
            if (language == text::find_language(value->text)) return {language};
    }
    return snapshot.languages();
}

}  // namespace

Auditor::Auditor(const Query& query, const schema::Snapshot& snapshot)
    : root_(*query.root()), matcher_(languages_of(root_, snapshot)) {
    const SearchOptions all{
        .limit = SearchOptions::no_limit, .snippets = 0, .exact_total = true, .whole = true};
    Results results = Answer(query, snapshot).run(all, {}, [&](const Hit& hit) {
        found_[{hit.found.index, hit.found.id}] = {hit.title_highlights, hit.body_highlights};
        return true;
    });
    audit_.notes = std::move(results.notes);
    audit_.refused = std::move(results.refused);
    if (!audit_.refused && !knows(root_)) audit_.refused = cannot_be_known();
}

void Auditor::read(const NaiveArticle& article) {
    const IndexedArticle& indexed = article.stored.indexed;
    const bool answers = matcher_.answers(article, root_);
    const auto hit = found_.find({indexed.index, indexed.id});
    const bool is_found = hit != found_.end();
    ++audit_.articles;
    audit_.answered += answers ? 1 : 0;
    const auto tell = [&](AuditDifference::Kind kind) {
        audit_.differences.push_back({kind, indexed.id, indexed.location});
    };
    if (answers && !is_found) tell(AuditDifference::Kind::missed);
    if (!answers && is_found) tell(AuditDifference::Kind::extra);
    if (answers && is_found && matcher_.lit(article, root_) != hit->second)
        tell(AuditDifference::Kind::highlighted);
}

Audit audit(const Query& query, const schema::Snapshot& snapshot) {
    Auditor auditor(query, snapshot);
    if (!auditor.refused())
        snapshot.for_each_live("", [&](const schema::Place& place) {
            auditor.read(naive_article(snapshot.stored(place)));
            return true;
        });
    return auditor.take();
}

}  // namespace morgue::search
