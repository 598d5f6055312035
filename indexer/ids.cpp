#include <algorithm>
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
    const schema::FileKey* file;
    const schema::CatalogArticle* article;
};

}  // namespace

ArticleId claimed_id(const Article& article, const Location& location) {
    if (!article.key.empty()) return {base::hash128({"key", article.key})};
    if (const std::string_view url = article.value(Field::url); !url.empty())
        return {base::hash128({"url", url})};
    return {base::hash128({"path", place_of(location), location.member})};
}

ArticleId disputed_id(const ArticleId& claimed, const Location& location) {
    return {base::hash128({"disputed", view(claimed), place_of(location), location.member})};
}

std::vector<IdCorrection> id_corrections(const schema::FileCatalog& catalog,
                                         const std::function<bool(const ArticleId&)>& is_held) {
    std::vector<Claim> claims;
    for (const auto& [file, entry] : catalog.files)
        for (const schema::CatalogArticle& article : entry.articles)
            claims.push_back({article.claimed, base::join(file.root, file.file), &file, &article});
    std::sort(claims.begin(), claims.end(), [](const Claim& left, const Claim& right) {
        return std::tie(left.claimed, left.place, left.article->member) <
               std::tie(right.claimed, right.place, right.article->member);
    });
    std::vector<IdCorrection> corrections;
    for (std::size_t i = 0; i < claims.size(); ++i) {
        const Claim& claim = claims[i];
        const bool first = i == 0 || claims[i - 1].claimed != claim.claimed;
        const Location location{claim.file->root, claim.file->file, claim.article->member, -1};
        const bool has_it = claim.article->id == claim.claimed;
        const bool gets_it = first && (has_it || !is_held(claim.claimed));
        const ArticleId due = gets_it ? claim.claimed : disputed_id(claim.claimed, location);
        if (due != claim.article->id)
            corrections.push_back({*claim.file, claim.article->member, claim.article->id, due});
    }
    return corrections;
}

}  // namespace morgue::indexer
