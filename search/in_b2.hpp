#pragma once

#include <string>

#include <xapian.h>

namespace morgue::search {

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
    double word_weight_ = 0;
};

}  // namespace morgue::search
