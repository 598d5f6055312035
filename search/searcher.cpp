#include <exception>
#include <utility>

#include <morgue/searcher.hpp>

#include <schema/term.hpp>
#include <schema/xapian_door.hpp>
#include <search/answer.hpp>
#include <search/diagnosis.hpp>
#include <search/snapshot_pool.hpp>

namespace morgue {

namespace {

constexpr std::size_t min_id_digits = 4;
constexpr std::size_t max_candidates = 100;

bool is_id_prefix(std::string_view digits) {
    constexpr std::string_view hex = "0123456789abcdefABCDEF";
    return digits.size() >= min_id_digits && digits.size() <= 2 * sizeof(ArticleId::bytes) &&
           digits.find_first_not_of(hex) == std::string_view::npos;
}

std::optional<IndexedArticle> stored_article(const schema::Snapshot& snapshot,
                                             const ArticleId& id) {
    const auto place = snapshot.find(id);
    if (!place) return std::nullopt;
    return snapshot.stored(*place).indexed;
}

}  // namespace

struct Searcher::Impl {
    explicit Impl(const std::string& dir) : pool(dir) {}

    /// Lends a snapshot to `fn`; nothing of Xapian comes out.
    template <typename Fn>
    auto with_snapshot(Fn&& fn) {
        return schema::guarded(pool.dir(), [&] {
            const auto loan = pool.lend();
            return fn(*loan);
        });
    }

    search::SnapshotPool pool;
};

Searcher::Searcher(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Searcher::Searcher(Searcher&&) noexcept = default;
Searcher& Searcher::operator=(Searcher&&) noexcept = default;
Searcher::~Searcher() = default;

Searcher Searcher::open(const std::string& dir) {
    return schema::guarded(dir, [&] { return Searcher(std::make_unique<Impl>(dir)); });
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

Results Searcher::count(const Query& query) const {
    return impl_->with_snapshot(
        [&](const schema::Snapshot& snapshot) { return search::Answer(query, snapshot).count(); });
}

Diagnosis Searcher::diagnose(const Query& query) const {
    return impl_->with_snapshot(
        [&](const schema::Snapshot& snapshot) { return search::diagnose(query.root(), snapshot); });
}

std::optional<IndexedArticle> Searcher::article(const ArticleId& id) const {
    return impl_->with_snapshot(
        [&](const schema::Snapshot& snapshot) { return stored_article(snapshot, id); });
}

Lookup Searcher::lookup(std::string_view id_prefix) const {
    if (!is_id_prefix(id_prefix)) return {};
    return impl_->with_snapshot([&](const schema::Snapshot& snapshot) {
        const auto ids = snapshot.ids_beginning(id_prefix, max_candidates);
        if (ids.size() == 1) return Lookup{stored_article(snapshot, ids.front()), {}};
        return Lookup{std::nullopt, ids};
    });
}

std::vector<IndexedArticle> Searcher::articles_of(const std::string& root,
                                                  const std::string& file) const {
    return impl_->with_snapshot([&](const schema::Snapshot& snapshot) {
        std::vector<IndexedArticle> articles;
        snapshot.for_each_live(schema::path_term(file), [&](const schema::Place& place) {
            IndexedArticle article = snapshot.stored(place).indexed;
            if (article.location.root == root && article.location.file == file)
                articles.push_back(std::move(article));
            return true;
        });
        return articles;
    });
}

Highlights Searcher::highlights(const Query& query, const IndexedArticle& article) const {
    return impl_->with_snapshot([&](const schema::Snapshot& snapshot) {
        return search::Answer(query, snapshot).highlights(article);
    });
}

std::size_t Searcher::size() const {
    return impl_->with_snapshot(
        [](const schema::Snapshot& snapshot) { return snapshot.live_count(); });
}

bool Searcher::refresh() {
    return schema::guarded(impl_->pool.dir(), [&] { return impl_->pool.refresh(); });
}

}  // namespace morgue
