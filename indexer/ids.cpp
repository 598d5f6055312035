#include <algorithm>
#include <tuple>

#include <base/hash.hpp>
#include <indexer/ids.hpp>

namespace morgue::indexer {

namespace {

std::string_view view(const ArticleId& id) {
    return {reinterpret_cast<const char*>(id.bytes.data()), id.bytes.size()};
}

struct Claim {
    ArticleId claimed;
    const schema::FileKey* file;
    const schema::CatalogArticle* article;
};

}  // namespace

ArticleId claimed_id(const Article& article, const Location& location) {
    if (!article.key.empty()) return {base::hash128({"key", article.key})};
    if (const std::string_view url = article.value(Field::url); !url.empty())
        return {base::hash128({"url", url})};
    return {base::hash128({"path", location.root, location.file, location.member})};
}

ArticleId disputed_id(const ArticleId& claimed, const Location& location) {
    return {
        base::hash128({"disputed", view(claimed), location.root, location.file, location.member})};
}

std::vector<IdCorrection> id_corrections(const schema::FileCatalog& catalog) {
    std::vector<Claim> claims;
    for (const auto& [file, entry] : catalog.files)
        for (const schema::CatalogArticle& article : entry.articles)
            claims.push_back({article.claimed, &file, &article});
    std::sort(claims.begin(), claims.end(), [](const Claim& left, const Claim& right) {
        return std::tie(left.claimed, *left.file, left.article->member) <
               std::tie(right.claimed, *right.file, right.article->member);
    });
    std::vector<IdCorrection> corrections;
    for (std::size_t i = 0; i < claims.size(); ++i) {
        const Claim& claim = claims[i];
        const bool first = i == 0 || claims[i - 1].claimed != claim.claimed;
        const Location location{claim.file->root, claim.file->file, claim.article->member, -1};
        const ArticleId due = first ? claim.claimed : disputed_id(claim.claimed, location);
        if (due != claim.article->id)
            corrections.push_back({*claim.file, claim.article->member, claim.article->id, due});
    }
    return corrections;
}

}  // namespace morgue::indexer
