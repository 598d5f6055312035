#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <morgue/article.hpp>
#include <morgue/audit.hpp>
#include <morgue/diagnosis.hpp>
#include <morgue/explanation.hpp>
#include <morgue/export.hpp>
#include <morgue/query.hpp>
#include <morgue/snippet.hpp>
#include <morgue/tally.hpp>

namespace morgue {

/// Every order is total: ties go by date, newest first, undated last, then by id.
enum class Sort { relevance, newest, oldest, title };

/// What counts as the same article in an answer.
enum class Group {
    off,    ///< nothing: each article is a hit of its own
    near,   ///< texts of which one is mostly in the other: a wire report in several outlets
    exact,  ///< the very same text
};

/// How much is read, at most, to verify what terms alone do not tell: where words stand, above all.
struct Budget {
    std::size_t articles = 20'000;
    std::chrono::milliseconds time{1000};
};

struct SearchOptions {
    std::size_t limit = 20;  ///< hits wanted; for_each() gives all when it is no_limit
    std::size_t offset = 0;  ///< hits left out before the first
    Sort sort = Sort::relevance;
    std::size_t snippets = 1;         ///< passages a hit, at most; 0 saves reading the text
    std::size_t snippet_width = 240;  ///< bytes a passage, about
    bool exact_total = false;  ///< count beyond the first 1,000 matches, and read without budget
    Budget budget = {};
    Group group = Group::off;  ///< the best of each group is the hit; limit and offset count groups
    bool whole = false;        ///< hits come with their bodies, and all that is lit there
    /// Where relevance orders: days after which an article's age counts half for it; 0: age does
    /// not count. docs/RANKING.md has the formula.
    double recency = 0;
    /// Where relevance orders: words that stand out in the best articles count too. What answers
    /// stays the same.
    bool expand = false;

    static constexpr std::size_t no_limit = static_cast<std::size_t>(-1);
};

/// One article that answers the query.
struct Hit {
    std::size_t rank = 0;  ///< 1 is first
    double score = 0;
    IndexedArticle found;  ///< without its body, unless SearchOptions::whole
    std::vector<ByteRange> title_highlights;
    std::vector<ByteRange> body_highlights;  ///< with SearchOptions::whole
    std::vector<Snippet> snippets;
    /// Of the articles that are nearly the same the one that the index had first; its own id where
    /// it repeats none. The query dup:ID finds them all.
    ArticleId leader;
    /// With SearchOptions::group: how many others of its group answer, and the best few of them,
    /// without their bodies.
    std::size_t alike = 0;
    std::vector<IndexedArticle> others;
};

enum class TotalIs { exact, lower_bound };

struct Results {
    std::vector<Hit> hits;
    std::size_t total = 0;
    TotalIs total_is = TotalIs::exact;
    /// With SearchOptions::group: how many groups the articles that answer are; else as `total`.
    std::size_t groups = 0;
    TotalIs groups_are = TotalIs::exact;
    /// Articles that may answer and were not read, as the budget was used up: then the search is
    /// not complete, and totals are lower bounds. Every hit does answer.
    std::size_t unread = 0;
    std::vector<Note> notes;
    bool complete = true;  ///< false when the search was stopped early, or refused
    /// Why this index does not answer the query: its stars stand for too many words, say. Then
    /// there are no hits.
    std::optional<QueryError> refused;
};

/// How many articles answer, exactly, and from when to when.
struct Count {
    std::size_t articles = 0;
    /// The earliest and the latest stated date among them, as precisely as they are known: a day,
    /// month or year, ISO 8601. Empty where none of the articles states one.
    std::string first_date;
    std::string last_date;
    std::vector<Note> notes;
    std::optional<QueryError> refused;  ///< as in Results
};

/// What an id, or the beginning of one, names.
struct Lookup {
    std::optional<IndexedArticle> article;  ///< where exactly one id begins so
    std::vector<ArticleId> candidates;      ///< where several do
    /// Articles of the same id in other indexes: ids are made of what is seen from an index, so
    /// two archives may each have one.
    std::vector<IndexedArticle> elsewhere;
};

/// Reads one index, or several as one. A Searcher is one snapshot until refresh(): pages never
/// shift.
///
/// Thread safety: any number of threads may use one const Searcher at once. Searching writes
/// nothing and takes no lock. Every member may throw Error (index_corrupt, io_error).
class MORGUE_EXPORT Searcher {
  public:
    /// `dir` is the index's own folder, such as archive/.morgue.
    /// Throws Error: index_not_found, index_corrupt, index_too_new, index_refused, io_error.
    static Searcher open(const std::string& dir);
    /// Several indexes, searched and ranked as one. IndexedArticle::index says which of them.
    /// Throws Error(bad_argument) for none, and for an index beside itself or a copy of it.
    static Searcher open(const std::vector<std::string>& dirs);

    Searcher(Searcher&&) noexcept;
    Searcher& operator=(Searcher&&) noexcept;
    ~Searcher();

    Results search(const Query& query, const SearchOptions& options = {},
                   std::stop_token stop = {}) const;

    /// Streams hits in order, in bounded memory; `fn` returning false stops.
    /// The Results have no hits, but total, notes and whether all was seen.
    Results for_each(const Query& query, const std::function<bool(const Hit&)>& fn,
                     const SearchOptions& options = {.limit = SearchOptions::no_limit},
                     std::stop_token stop = {}) const;

    Count count(const Query& query) const;
    /// Exact, with a row for every value held, though no article with it may answer: so that no
    /// hits can be told from nothing held. Dates ascend; others have the most hits first, then the
    /// most held; the articles that state none come last.
    Tally tally(const Query& query, By by) const;
    /// Reads every article to see whether the query is answered as its text says, and whether what
    /// lights is what satisfies. As slow as that sounds.
    Audit audit(const Query& query) const;
    /// How the query is asked of the indexes, with exact counts, and what each of its parts adds to
    /// the score of an article. Of the options those count that change scores: expand and recency.
    Explanation explain(const Query& query, const std::optional<ArticleId>& of = {},
                        const SearchOptions& options = {}) const;
    /// Why no article answers the query, and what would find some. For a query that finds nothing;
    /// takes longer than searching.
    Diagnosis diagnose(const Query& query) const;

    /// Values of the field, or words of it where it is searched by words, that begin so when
    /// folded, as the index has them folded, with how many articles have them. The most frequent
    /// first. Values over 200 bytes come as the index shortens them. Of paths only the next step:
    /// files and folders up to the first slash behind the beginning, those first in byte order
    /// where they are more than `limit`.
    std::vector<std::pair<std::string, std::size_t>> values(Field field, std::string_view beginning,
                                                            std::size_t limit) const;

    /// The article with this id, whole; of several indexes, from the first that has it.
    std::optional<IndexedArticle> article(const ArticleId& id) const;
    /// The article whose id begins with these hexadecimal digits (4 or more), whole.
    Lookup lookup(std::string_view id_prefix) const;
    /// The articles that this index read from this file; named as in Location.
    std::vector<IndexedArticle> articles_of(const std::string& root, const std::string& file,
                                            std::size_t index = 0) const;

    /// The question for articles about what this one is about: any of the words that stand out in
    /// it, and neither itself nor what nearly repeats it. Nothing where no index has the id.
    std::optional<Query> similar_to(const ArticleId& id) const;

    /// The words of the article that satisfy the query; empty where it does not answer.
    Highlights highlights(const Query& query, const IndexedArticle& article) const;
    /// The sentences of the body that hold what satisfies the query, each with so many before and
    /// after it; those that touch are one passage. In the order of the text; none where only the
    /// title or the metadata answer. The article must be whole.
    std::vector<Snippet> passages(const Query& query, const IndexedArticle& article,
                                  std::size_t context) const;

    /// Articles in the snapshot.
    std::size_t size() const;
    /// The folders opened; IndexedArticle::index counts them.
    const std::vector<std::string>& dirs() const noexcept;

    /// Moves on to what has been published since; false when nothing has. Not const: no other
    /// thread may use the Searcher meanwhile.
    bool refresh();

  private:
    struct Impl;
    explicit Searcher(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

}  // namespace morgue
