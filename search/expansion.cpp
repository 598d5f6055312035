#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include <search/expansion.hpp>
#include <search/rarity.hpp>

namespace morgue::search {

namespace {

/// Terms of stems in all languages begin so, and no others.
constexpr const char* stem_prefix = "Z";
constexpr std::size_t most_terms = 20;
/// A term of one article alone may be that article's own.
constexpr std::size_t fewest_articles = 2;
/// How much the best of the terms counts beside a word of the question.
constexpr double best_weight = 0.3;

struct Shared {
    double share = 0;  ///< of the best articles' text, better articles counting more
    std::size_t articles = 0;
};

std::map<std::string, Shared> stems_of(const Xapian::MSet& best) {
    std::map<std::string, Shared> stems;
    for (auto article = best.begin(); article != best.end(); ++article) {
        const Xapian::Document document = article.get_document();
        std::vector<std::pair<std::string, double>> counted;
        double length = 0;
        for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
            length += term.get_wdf();
            if ((*term).starts_with(stem_prefix)) counted.emplace_back(*term, term.get_wdf());
        }
        for (const auto& [stem, count] : counted) {
            Shared& shared = stems[stem];
            shared.share += article.get_weight() * count / length;
            ++shared.articles;
        }
    }
    return stems;
}

}  // namespace

Xapian::Query AddedTerm::query() const {
    return {Xapian::Query::OP_SCALE_WEIGHT, Xapian::Query(term), weight};
}

std::vector<AddedTerm> terms_to_add(const Xapian::MSet& best, const Xapian::Database& database) {
    std::vector<AddedTerm> terms;
    for (const auto& [stem, shared] : stems_of(best))
        if (shared.articles >= fewest_articles && shared.share > 0)
            terms.push_back({stem, shared.share * rarity(database.get_termfreq(stem),
                                                         database.get_doccount())});
    std::ranges::stable_sort(terms, std::ranges::greater(), &AddedTerm::weight);
    terms.resize(std::min(terms.size(), most_terms));
    const double most = terms.empty() ? 1 : terms.front().weight;
    for (AddedTerm& term : terms) term.weight = best_weight * term.weight / most;
    return terms;
}

Xapian::Query expanded(const Xapian::Query& asked, const std::vector<AddedTerm>& added) {
    using Xapian::Query;
    if (added.empty()) return asked;
    std::vector<Query> queries;
    for (const AddedTerm& term : added) queries.push_back(term.query());
    return {Query::OP_AND_MAYBE, asked, Query(Query::OP_OR, queries.begin(), queries.end())};
}

}  // namespace morgue::search
