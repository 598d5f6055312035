#include <algorithm>
#include <set>
#include <tuple>

#include <base/file.hpp>
#include <base/hash.hpp>
#include <indexer/ids.hpp>

namespace morgue::indexer {

namespace {

std::string_view view(const ArticleId& id) {
    return {reinterpret_cast<const char*>(id.bytes.data()), id.bytes.size()};
}

/// The path as seen from the index, however the roots above it were named.
std::string place_of(const Location& location) {
    return base::join(location.root, location.file);
}

struct Claim {
    ArticleId claimed;
    std::string place;
    schema::FileKey file;
    schema::CatalogArticle article;
};

bool is_disputed(const schema::CatalogArticle& article) {
    return article.id != article.claimed;
}

/// Whatever is not as it should be shows here: of several that claim one id, one has it at most.
std::set<ArticleId> disputed_ids(const schema::FileCatalog& catalog) {
    std::set<ArticleId> ids;
    for (auto at = catalog.all(); !at.at_end(); at.next()) {
        if (!at.summary().disputed) continue;
        const schema::CatalogEntry entry = at.entry();
        for (const schema::CatalogArticle& article : entry.articles)
            if (is_disputed(article)) ids.insert(article.claimed);
    }
    return ids;
}

/// In the order in which they have a right to it.
std::vector<Claim> claims_to(const std::set<ArticleId>& ids, const schema::FileCatalog& catalog) {
    std::vector<Claim> claims;
    if (ids.empty()) return claims;
    for (auto at = catalog.all(); !at.at_end(); at.next()) {
        const schema::CatalogEntry entry = at.entry();
        for (const schema::CatalogArticle& article : entry.articles)
            if (ids.contains(article.claimed))
                claims.push_back(
                    {article.claimed, base::join(at.root(), at.file()), at.file_key(), article});
    }
    std::sort(claims.begin(), claims.end(), [](const Claim& left, const Claim& right) {
        return std::tie(left.claimed, left.place, left.article.member) <
               std::tie(right.claimed, right.place, right.article.member);
    });
    return claims;
}

ArticleId claimed_by_key(std::string_view key) {
    return {base::hash128({"key", key})};
}

}  // namespace

ArticleId claimed_id(const Article& article, const Location& location) {
    if (!article.key.empty()) return claimed_by_key(article.key);
    if (const std::string_view url = article.value(Field::url); !url.empty())
        return {base::hash128({"url", url})};
    return {base::hash128({"path", place_of(location), location.member})};
}

schema::CatalogArticle catalogued(const schema::StoredArticle& stored) {
    const Article& article = stored.indexed.article;
    return {stored.indexed.id, stored.claimed, stored.indexed.location.member,
            schema::version_of(article), other_claim(article)};
}

std::optional<ArticleId> other_claim(const Article& article) {
    const std::string_view id = article.value(Field::other_id);
    return id.empty() ? std::nullopt : std::optional(claimed_by_key(id));
}

ArticleId disputed_id(const ArticleId& claimed, const Location& location) {
    return {base::hash128({"disputed", view(claimed), place_of(location), location.member})};
}

std::size_t count_disputed(const schema::FileCatalog& catalog) {
    std::size_t disputed = 0;
    for (auto at = catalog.all(); !at.at_end(); at.next()) {
        if (!at.summary().disputed) continue;
        const schema::CatalogEntry entry = at.entry();
        disputed += static_cast<std::size_t>(
            std::count_if(entry.articles.begin(), entry.articles.end(), is_disputed));
    }
    return disputed;
}

std::vector<IdCorrection> id_corrections(const schema::FileCatalog& catalog,
                                         const std::function<bool(const ArticleId&)>& is_held) {
    const std::vector<Claim> claims = claims_to(disputed_ids(catalog), catalog);
    std::vector<IdCorrection> corrections;
    for (std::size_t i = 0; i < claims.size(); ++i) {
        const auto& [claimed, place, file, article] = claims[i];
        const bool first = i == 0 || claims[i - 1].claimed != claimed;
        const Location location{file.root, file.file, article.member, -1};
        const bool gets_it = first && (!is_disputed(article) || !is_held(claimed));
        const ArticleId due = gets_it ? claimed : disputed_id(claimed, location);
        if (due != article.id) corrections.push_back({file, article.member, article.id, due});
    }
    return corrections;
}

}  // namespace morgue::indexer
