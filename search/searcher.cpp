#include <exception>
#include <utility>

#include <morgue/searcher.hpp>

#include <schema/term.hpp>
#include <schema/xapian_door.hpp>
#include <search/answer.hpp>
#include <search/audit/audit.hpp>
#include <search/diagnosis.hpp>
#include <search/explanation.hpp>
#include <search/similar.hpp>
#include <search/snapshot_pool.hpp>
#include <search/values.hpp>

namespace morgue {

namespace {

constexpr std::size_t max_candidates = 100;

std::optional<IndexedArticle> stored_article(const schema::Snapshot& snapshot,
                                             const ArticleId& id) {
    const auto place = snapshot.find(id);
    if (!place) return std::nullopt;
    return snapshot.stored(*place).indexed;
}

/// The articles of all indexes that have this id.
Lookup all_with(const schema::Snapshot& snapshot, const ArticleId& id) {
    Lookup found;
    snapshot.for_each_live(schema::id_term(id), [&](const schema::Place& place) {
        IndexedArticle article = snapshot.stored(place).indexed;
        if (found.article)
            found.elsewhere.push_back(std::move(article));
        else
            found.article = std::move(article);
        return true;
    });
    return found;
}

}  // namespace

struct Searcher::Impl {
    explicit Impl(const std::vector<std::string>& dirs) : pool(dirs) {}

    /// Lends a snapshot to `fn`; nothing of Xapian comes out.
    template <typename Fn>
    auto with_snapshot(Fn&& fn) {
        return schema::guarded(names(), [&] {
            const auto loan = pool.lend();
            return fn(*loan);
        });
    }

    /// What an error is about.
    std::string names() const {
        std::string text;
        for (const std::string& dir : pool.dirs()) text += (text.empty() ? "" : ", ") + dir;
        return text;
    }

    search::SnapshotPool pool;
};

Searcher::Searcher(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Searcher::Searcher(Searcher&&) noexcept = default;
Searcher& Searcher::operator=(Searcher&&) noexcept = default;
Searcher::~Searcher() = default;

Searcher Searcher::open(const std::string& dir) {
    return open(std::vector<std::string>{dir});
}

Searcher Searcher::open(const std::vector<std::string>& dirs) {
    return schema::guarded({}, [&] { return Searcher(std::make_unique<Impl>(dirs)); });
}

Results Searcher::search(const Query& query, const SearchOptions& options,
                         std::stop_token stop) const {
    return impl_->with_snapshot([&](const schema::Snapshot& snapshot) {
        std::vector<Hit> hits;
        Results results = search::Answer(query, snapshot).run(options, stop, [&](Hit hit) {
            hits.push_back(std::move(hit));
            return true;
        });
        results.hits = std::move(hits);
        return results;
    });
}

Results Searcher::for_each(const Query& query, const std::function<bool(const Hit&)>& fn,
                           const SearchOptions& options, std::stop_token stop) const {
    // What the caller's function throws is not about the index, so it goes around the door.
    std::exception_ptr thrown;
    const auto careful = [&](const Hit& hit) {
        try {
            return fn(hit);
        } catch (...) {
            thrown = std::current_exception();
            return false;
        }
    };
    SearchOptions counting = options;
    counting.exact_total = true;
    Results results = impl_->with_snapshot([&](const schema::Snapshot& snapshot) {
        return search::Answer(query, snapshot).run(counting, stop, careful);
    });
    if (thrown) std::rethrow_exception(thrown);
    return results;
}

Count Searcher::count(const Query& query) const {
    return impl_->with_snapshot(
        [&](const schema::Snapshot& snapshot) { return search::Answer(query, snapshot).count(); });
}

Tally Searcher::tally(const Query& query, By by) const {
    return impl_->with_snapshot([&](const schema::Snapshot& snapshot) {
        return search::Answer(query, snapshot).tally(by);
    });
}

Audit Searcher::audit(const Query& query) const {
    return impl_->with_snapshot(
        [&](const schema::Snapshot& snapshot) { return search::audit(query, snapshot); });
}

Explanation Searcher::explain(const Query& query, const std::optional<ArticleId>& of,
                              const SearchOptions& options) const {
    return impl_->with_snapshot([&](const schema::Snapshot& snapshot) {
        return search::explain(query, snapshot, {options, of});
    });
}

Diagnosis Searcher::diagnose(const Query& query) const {
    return impl_->with_snapshot(
        [&](const schema::Snapshot& snapshot) { return search::diagnose(query.root(), snapshot); });
}

std::vector<std::pair<std::string, std::size_t>> Searcher::values(Field field,
                                                                  std::string_view beginning,
                                                                  std::size_t limit) const {
    return impl_->with_snapshot([&](const schema::Snapshot& snapshot) {
        return search::values(snapshot, field, beginning, limit);
    });
}

std::optional<IndexedArticle> Searcher::article(const ArticleId& id) const {
    return impl_->with_snapshot(
        [&](const schema::Snapshot& snapshot) { return stored_article(snapshot, id); });
}

Lookup Searcher::lookup(std::string_view id_prefix) const {
    if (!schema::may_begin_an_id(id_prefix)) return {};
    return impl_->with_snapshot([&](const schema::Snapshot& snapshot) {
        const auto ids = snapshot.ids_beginning(id_prefix, max_candidates);
        return ids.size() == 1 ? all_with(snapshot, ids.front()) : Lookup{{}, ids, {}};
    });
}

std::vector<IndexedArticle> Searcher::articles_of(const std::string& root, const std::string& file,
                                                  std::size_t index) const {
    return impl_->with_snapshot([&](const schema::Snapshot& snapshot) {
        std::vector<IndexedArticle> articles;
        snapshot.for_each_live(schema::path_term(file), [&](const schema::Place& place) {
            IndexedArticle article = snapshot.stored(place).indexed;
            const Location& where = article.location;
            if (article.index == index && where.root == root && where.file == file)
                articles.push_back(std::move(article));
            return true;
        });
        return articles;
    });
}

std::optional<Query> Searcher::similar_to(const ArticleId& id) const {
    return impl_->with_snapshot([&](const schema::Snapshot& snapshot) -> std::optional<Query> {
        const auto place = snapshot.find(id);
        if (!place) return std::nullopt;
        return search::similar_to(snapshot.stored(*place), snapshot);
    });
}

Highlights Searcher::highlights(const Query& query, const IndexedArticle& article) const {
    return impl_->with_snapshot([&](const schema::Snapshot& snapshot) {
        return search::Answer(query, snapshot).highlights(article);
    });
}

std::vector<Snippet> Searcher::passages(const Query& query, const IndexedArticle& article,
                                        std::size_t context) const {
    return impl_->with_snapshot([&](const schema::Snapshot& snapshot) {
        return search::Answer(query, snapshot).passages(article, context);
    });
}

std::size_t Searcher::size() const {
    return impl_->with_snapshot(
        [](const schema::Snapshot& snapshot) { return snapshot.live_count(); });
}

const std::vector<std::string>& Searcher::dirs() const noexcept {
    return impl_->pool.dirs();
}

bool Searcher::refresh() {
    return schema::guarded(impl_->names(), [&] { return impl_->pool.refresh(); });
}

}  // namespace morgue
