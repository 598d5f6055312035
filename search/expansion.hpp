#pragma once

#include <string>
#include <vector>

#include <xapian.h>

namespace morgue::search {

/// So many of the best articles say what else belongs to the question.
inline constexpr Xapian::doccount feedback_articles = 5;

/// A stem that counts beside the words of a question, each of which has the weight 1.
struct AddedTerm {
    std::string term;
    double weight;

    Xapian::Query query() const;
};

/// The words that stand out in the best articles, best first. A relevance model of these articles
///   V. Lavrenko, W. B. Croft: Relevance-based language models. SIGIR 2001,
/// whose terms are weighted by how rare they are and added to the question as typed. None where no
/// word is in two of them. docs/RANKING.md has the measurements.
std::vector<AddedTerm> terms_to_add(const Xapian::MSet& best, const Xapian::Database& database);

/// The question with such words, which add to the score of an article that answers and make none
/// answer.
Xapian::Query expanded(const Xapian::Query& asked, const std::vector<AddedTerm>& added);

}  // namespace morgue::search
