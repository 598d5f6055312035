#pragma once

#include <string>

#include <xapian.h>

namespace morgue::search {

/// What Xapian, or whoever counts in its place, knows of one word of the question.
struct WordWeight {
    double of_word = 0;  ///< what no article changes
    double average_length = 0;

    /// Of a term among all articles.
    static WordWeight of(const std::string& term, const Xapian::Database& all);

    /// In an article that has it so often.
    double in(Xapian::termcount wdf, Xapian::termcount length) const;
    /// At most, where no article has it more often and none is shorter.
    double most(Xapian::termcount wdf, Xapian::termcount shortest) const;
};

/// How much a word of the question says about an article that has it: the model "InB2" of
///   G. Amati, C. J. van Rijsbergen: Probabilistic models of information retrieval based on
///   measuring the divergence from randomness. ACM TOIS 20(4), 2002.
/// Xapian has its parts but not this whole. With N articles, n of them with the word, F occurrences
/// in all, tf of them in an article of length l, l' being the average:
///   tfn = tf · log2(1 + l'/l)
///   weight = (F + 1)/n · log2((N + 1)/(n + 0.5)) · tfn/(tfn + 1)
/// The first factor favours words that an article repeats once it has them: names and subjects.
/// docs/RANKING.md has the measurements. Weights are on_grid().
class InB2 final : public Xapian::Weight {
  public:
    InB2();

    std::string name() const override { return "morgue::InB2"; }
    InB2* clone() const override { return new InB2; }
    void init(double factor) override;
    double get_sumpart(Xapian::termcount wdf, Xapian::termcount length,
                       Xapian::termcount unique) const override;
    double get_maxpart() const override;
    double get_sumextra(Xapian::termcount, Xapian::termcount) const override { return 0; }
    double get_maxextra() const override { return 0; }

  private:
    WordWeight weight_;
};

}  // namespace morgue::search
