#include <limits>
#include <utility>

#include <morgue/error.hpp>

#include <indexer/article_changes.hpp>
#include <indexer/ids.hpp>
#include <schema/hints.hpp>

namespace morgue::indexer {

namespace {

/// What is taken back without a number is taken back whatever number it had.
constexpr std::int64_t newest_of_all = std::numeric_limits<std::int64_t>::max();

}  // namespace

void ArticleChanges::begin(const schema::FileKey& key) {
    before_.clear();
    given_.clear();
    withdrawn_.clear();
    difference_ = {};
    const auto known = catalog_.find(key);
    if (!known) return;
    supersede_all(*known);
    for (const schema::CatalogArticle& article : known->articles) before_.insert(article.claimed);
}

void ArticleChanges::add(std::vector<schema::StoredArticle> articles) {
    for (schema::StoredArticle& stored : articles) {
        schema::CatalogArticle article = catalogued(stored);
        if (stored.withdrawn) {
            withdrawn_.push_back(
                {stored.claimed, article.version.value_or(newest_of_all), true, article.also});
            continue;
        }
        ++(before_.erase(stored.claimed) > 0 ? difference_.changed : difference_.added);
        article.id = add(std::move(stored));
        given_.push_back(std::move(article));
    }
}

ArticleChanges::Difference ArticleChanges::finish(const schema::FileKey& key,
                                                  schema::CatalogEntry entry) {
    difference_.removed = before_.size();
    entry.articles = std::exchange(given_, {});
    entry.versions = std::exchange(withdrawn_, {});
    catalog_.put(key, entry);
    return difference_;
}

std::vector<Rename> ArticleChanges::rename(const schema::FileKey& from, const schema::FileKey& to) {
    schema::CatalogEntry entry = catalog_.find(from).value();
    catalog_.erase(from);
    const FileContext context{to, entry.state, catalog_.language_of(to)};
    std::vector<Rename> renames;
    entry.dated_by_mtime = false;
    // Which issue it belongs to is told by where it stands.
    if (!std::exchange(entry.issue, {}).empty()) entry.read_next_time();
    for (schema::CatalogArticle& article : entry.articles) {
        schema::StoredArticle stored = take_out(article.id);
        move_article(stored, context);
        entry.dated_by_mtime |= dated_by_mtime(stored);
        article.claimed = stored.claimed;
        const ArticleId old_id = std::exchange(article.id, add(std::move(stored)));
        renames.push_back({from.file, to.file, old_id, article.id});
    }
    catalog_.put(to, entry);
    return renames;
}

void ArticleChanges::take_over(schema::StoredArticle stored) {
    const Location location = stored.indexed.location;
    if (location.file.empty()) {
        added_.insert(stored.indexed.id);
        store_.add(std::move(stored));
        return;
    }
    const schema::FileKey key{location.root, location.file};
    schema::CatalogEntry entry = catalog_.find(key).value_or(schema::CatalogEntry{});
    entry.state = stored.file;
    entry.gone |= stored.indexed.gone;
    entry.racy = true;  // when it was scanned is not known any more
    entry.dated_by_mtime |= dated_by_mtime(stored);
    schema::CatalogArticle& known = entry.articles.emplace_back(catalogued(stored));
    known.id = add(std::move(stored));
    catalog_.put(key, entry);
}

std::size_t ArticleChanges::keep_gone(const schema::FileKey& key) {
    schema::CatalogEntry entry = catalog_.find(key).value();
    entry.gone = true;
    for (const schema::CatalogArticle& article : entry.articles) {
        schema::StoredArticle stored = take_out(article.id);
        stored.indexed.gone = true;
        store_.add(std::move(stored));
        added_.insert(article.id);
    }
    catalog_.put(key, entry);
    return entry.articles.size();
}

void ArticleChanges::leave_out(const schema::FileKey& key, const ArticleId& claimed) {
    schema::CatalogEntry entry = catalog_.find(key).value();
    for (const schema::CatalogArticle& article : entry.articles) {
        if (article.claimed != claimed) continue;
        supersede(article.id);
        entry.versions.push_back({claimed, article.version.value_or(0), false, article.also});
    }
    std::erase_if(entry.articles, [&](const schema::CatalogArticle& article) {
        return article.claimed == claimed;
    });
    catalog_.put(key, entry);
}

std::optional<schema::FileKey> ArticleChanges::holder_of(const ArticleId& id) const {
    const auto place = store_.published().find(id);
    if (!place) return std::nullopt;
    Location location = store_.published().stored(*place).indexed.location;
    return schema::FileKey{std::move(location.root), std::move(location.file)};
}

std::size_t ArticleChanges::drop(const schema::FileKey& key) {
    auto entry = catalog_.find(key);
    if (!entry) return 0;
    supersede_all(*entry);
    entry->versions.clear();
    const std::size_t dropped = std::exchange(entry->articles, {}).size();
    catalog_.put(key, *entry);
    return dropped;
}

std::vector<std::pair<ArticleId, ArticleId>> ArticleChanges::correct_ids() {
    const auto is_no_file = [&](const ArticleId& id) {
        const auto place = store_.published().find(id);
        return place && store_.published().stored(*place).indexed.location.file.empty();
    };
    std::vector<std::pair<ArticleId, ArticleId>> changed;
    for (const IdCorrection& correction : id_corrections(catalog_, is_no_file)) {
        changed.emplace_back(correction.from, correction.to);
        schema::StoredArticle stored = take_out(correction.from);
        stored.indexed.id = correction.to;
        store_.add(std::move(stored));
        schema::CatalogEntry entry = catalog_.find(correction.file).value();
        for (schema::CatalogArticle& article : entry.articles)
            if (article.member == correction.member) article.id = correction.to;
        catalog_.put(correction.file, entry);
    }
    publish();
    return changed;
}

void ArticleChanges::publish() {
    store_.publish();
    added_.clear();
    freed_.clear();
    for (const RefusedArticle& refused : store_.take_refused()) skip(refused);
}

void ArticleChanges::skip(const RefusedArticle& article) {
    ++refused_;
    const schema::FileKey key{article.location.root, article.location.file};
    auto entry = catalog_.find(key);
    if (!entry) return;
    std::erase_if(entry->articles, [&](const auto& known) { return known.id == article.id; });
    if (article.location.member.empty()) {
        entry->skipped = SkipReason::too_large;
        entry->detail = article.why;
    } else {
        entry->parts.push_back({SkipReason::too_large, article.why, article.location.member});
    }
    catalog_.put(key, *entry);
}

/// Adds the article under its claimed id, or another when that is taken.
ArticleId ArticleChanges::add(schema::StoredArticle stored) {
    const ArticleId id = is_taken(stored.claimed)
                             ? disputed_id(stored.claimed, stored.indexed.location)
                             : stored.claimed;
    stored.indexed.id = id;
    store_.add(std::move(stored));
    added_.insert(id);
    return id;
}

void ArticleChanges::supersede_all(const schema::CatalogEntry& entry) {
    for (const schema::CatalogArticle& article : entry.articles) supersede(article.id);
}

void ArticleChanges::supersede(const ArticleId& id) {
    if (const auto place = store_.published().find(id)) store_.supersede(*place);
    freed_.insert(id);
}

/// A published article, to be added again changed.
schema::StoredArticle ArticleChanges::take_out(const ArticleId& id) {
    const auto place = store_.published().find(id);
    if (!place)
        throw Error(ErrorCode::index_corrupt, "the index has lost article " + id.to_string(),
                    store_.dir(), schema::restore_hint);
    schema::StoredArticle stored = store_.published().stored(*place);
    supersede(id);
    return stored;
}

bool ArticleChanges::is_taken(const ArticleId& id) const {
    if (added_.contains(id)) return true;
    return !freed_.contains(id) && store_.published().find(id).has_value();
}

}  // namespace morgue::indexer
