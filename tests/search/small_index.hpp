#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <morgue/article.hpp>
#include <morgue/query.hpp>
#include <morgue/searcher.hpp>

#include <base/hash.hpp>
#include <indexer/intake.hpp>
#include <indexer/store.hpp>
#include <schema/snapshot.hpp>
#include <schema/stored_article.hpp>
#include <support/temporary_directory.hpp>

namespace morgue::test {

inline ArticleId id_of(std::string_view key) {
    return {base::hash128({key})};
}

/// An article named by its key, which is also its file.
inline Article article_of(std::string key, std::string title, std::string body,
                          std::vector<std::pair<Field, std::string>> metadata = {}) {
    Article article{.key = std::move(key), .body = std::move(body), .metadata = {}};
    if (!title.empty()) article.add(Field::title, std::move(title));
    for (auto& [field, value] : metadata) article.add(field, std::move(value));
    return article;
}

/// An index in a folder of its own, one shard a publication.
class SmallIndex {
  public:
    SmallIndex() = default;
    explicit SmallIndex(const std::vector<Article>& articles) { publish(articles); }

    std::string dir() const { return folder_ / "index"; }

    /// Adds the articles, or replaces those of the same keys, and removes some.
    void publish(const std::vector<Article>& articles, const std::vector<std::string>& gone = {}) {
        auto store = indexer::Store::open(dir());
        for (const std::string& key : gone) supersede(store, key);
        for (const Article& article : articles) {
            supersede(store, article.key);
            schema::StoredArticle stored;
            stored.indexed = {id_of(article.key), article, {"", article.key, "", -1}};
            stored.claimed = stored.indexed.id;
            indexer::decide_language(stored, "");
            store.add(std::move(stored));
        }
        store.publish();
    }

    void merge() { indexer::Store::open(dir()).merge_where_due({}); }

    Searcher searcher() const { return Searcher::open(dir()); }

  private:
    static void supersede(indexer::Store& store, const std::string& key) {
        if (const auto place = store.published().find(id_of(key))) store.supersede(*place);
    }

    TemporaryDirectory folder_;
};

/// The query, which has to be one.
inline Query parsed(std::string_view text) {
    auto query = Query::parse(text);
    if (const auto* error = std::get_if<QueryError>(&query))
        throw std::invalid_argument(std::string(text) + ": " + error->message);
    return std::get<Query>(query);
}

/// Keys of the hits, in their order, with spaces between.
inline std::string keys_of(const std::vector<Hit>& hits) {
    std::string keys;
    for (const Hit& hit : hits) keys += (keys.empty() ? "" : " ") + hit.found.article.key;
    return keys;
}

inline std::string found(const Searcher& searcher, const Query& query, Sort sort = Sort::newest) {
    return keys_of(searcher.search(query, {.sort = sort}).hits);
}

/// The text with brackets around the ranges.
inline std::string bracketed(std::string_view text, const std::vector<ByteRange>& ranges) {
    std::string marked;
    std::size_t at = 0;
    for (const ByteRange& range : ranges) {
        marked.append(text.substr(at, range.begin - at)).append("[");
        marked.append(text.substr(range.begin, range.end - range.begin)).append("]");
        at = range.end;
    }
    return marked.append(text.substr(at));
}

}  // namespace morgue::test
