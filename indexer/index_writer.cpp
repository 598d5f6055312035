#include <algorithm>
#include <map>
#include <utility>

#include <morgue/error.hpp>
#include <morgue/index_writer.hpp>

#include <indexer/catalog_state.hpp>
#include <indexer/ids.hpp>
#include <indexer/intake.hpp>
#include <indexer/store.hpp>
#include <schema/xapian_door.hpp>
#include <text/utf8.hpp>

namespace morgue {

namespace {

[[noreturn]] void refuse(const std::string& what, const std::string& hint) {
    throw Error(ErrorCode::bad_argument, what, {}, hint);
}

void check(const Article& article) {
    if (article.key.empty() && article.value(Field::url).empty())
        refuse("an article that is no file needs a key or a URL", "set Article::key");
    const bool valid =
        text::is_valid_utf8(article.body) && text::is_valid_utf8(article.key) &&
        std::all_of(article.metadata.begin(), article.metadata.end(),
                    [](const Metadatum& datum) { return text::is_valid_utf8(datum.value); });
    if (!valid) refuse("the article is not UTF-8", "convert it before it is put into an index");
    if (!indexer::has_words(article))
        refuse("there are no words in the article", "give it a title or a body");
    const std::string_view lang = article.value(Field::lang);
    if (!lang.empty() && !text::normal_language_code(lang))
        refuse("'" + std::string(lang) + "' is no language code", "write two letters, such as de");
    const std::string_view date = article.value(Field::date);
    if (!date.empty() && !schema::parse_date(date))
        refuse("'" + std::string(date) + "' is no date",
               "write 2019, 2019-03, 2019-03-04 or 2019-03-04T05:06:07+01:00");
}

}  // namespace

struct IndexWriter::Impl {
    explicit Impl(indexer::Store opened) : store(std::move(opened)) {}

    /// Takes the article out of what is pending and of what is published.
    bool take_out(const ArticleId& id) {
        bool found = false;
        if (const auto pending = added.find(id); pending != added.end()) {
            store.supersede_pending(pending->second);
            added.erase(pending);
            found = true;
        }
        if (removed.contains(id)) return found;
        if (const auto place = store.published().find(id)) {
            store.supersede(*place);
            removed.insert(id);
            found = true;
        }
        return found;
    }

    bool belongs_to_a_file(const ArticleId& id) const {
        const auto place = store.published().find(id);
        return place && !store.published().stored(*place).indexed.location.file.empty();
    }

    void publish() {
        indexer::keep_catalog(store, [&] {
            store.publish();
            store.merge_where_due({});
        });
        for (const indexer::RefusedArticle& refused : store.take_refused())
            refuse(refused.why + " (" + refused.id.to_string() + ")",
                   "divide it; all others that were put are in the index");
    }

    indexer::Store store;
    std::map<ArticleId, std::uint32_t> added;  ///< since the last commit: number among the pending
    std::set<ArticleId> removed;               ///< since the last commit: of the published
};

IndexWriter::IndexWriter(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
IndexWriter::IndexWriter(IndexWriter&&) noexcept = default;
IndexWriter& IndexWriter::operator=(IndexWriter&&) noexcept = default;
IndexWriter::~IndexWriter() = default;

IndexWriter IndexWriter::open(const std::string& dir) {
    return schema::guarded(
        dir, [&] { return IndexWriter(std::make_unique<Impl>(indexer::Store::open(dir))); });
}

ArticleId IndexWriter::put(const Article& article) {
    return schema::guarded(impl_->store.dir(), [&] {
        check(article);
        schema::StoredArticle stored;
        stored.indexed.article = article;
        indexer::normalise_language(stored.indexed.article);
        stored.claimed = indexer::claimed_id(article, {});
        stored.indexed.id = impl_->belongs_to_a_file(stored.claimed)
                                ? indexer::disputed_id(stored.claimed, {})
                                : stored.claimed;
        indexer::decide_language(stored, {});
        const ArticleId id = stored.indexed.id;
        const std::uint32_t number = impl_->store.add(std::move(stored));
        impl_->take_out(id);
        impl_->added[id] = number;
        return id;
    });
}

bool IndexWriter::remove(const ArticleId& id) {
    return schema::guarded(impl_->store.dir(), [&] { return impl_->take_out(id); });
}

void IndexWriter::commit() {
    schema::guarded(impl_->store.dir(), [&] {
        impl_->publish();
        impl_->added.clear();
        impl_->removed.clear();
    });
}

}  // namespace morgue
