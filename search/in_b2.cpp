#include <algorithm>
#include <cmath>

#include <search/grid.hpp>
#include <search/in_b2.hpp>
#include <search/rarity.hpp>

namespace morgue::search {

namespace {

double of_any_article(Xapian::doccount with_it, Xapian::termcount occurrences,
                      Xapian::doccount articles) {
    if (with_it == 0) return 0;
    return (occurrences + 1.0) / with_it * rarity(with_it, articles);
}

}  // namespace

WordWeight WordWeight::of(const std::string& term, const Xapian::Database& all) {
    return {
        of_any_article(all.get_termfreq(term), all.get_collection_freq(term), all.get_doccount()),
        all.get_avlength()};
}

double WordWeight::in(Xapian::termcount wdf, Xapian::termcount length) const {
    if (wdf == 0) return 0;
    const double normalised = wdf * std::log2(1 + average_length / length);
    return on_grid(of_word * normalised / (normalised + 1));
}

/// No article is shorter than what it holds of one word, and wdf · log2(1 + l'/wdf) grows with wdf.
double WordWeight::most(Xapian::termcount wdf, Xapian::termcount shortest) const {
    return in(wdf, std::max(wdf, shortest));
}

InB2::InB2() {
    need_stat(COLLECTION_SIZE);
    need_stat(AVERAGE_LENGTH);
    need_stat(TERMFREQ);
    need_stat(COLLECTION_FREQ);
    need_stat(WQF);
    need_stat(WDF);
    need_stat(WDF_MAX);
    need_stat(DOC_LENGTH);
    need_stat(DOC_LENGTH_MIN);
}

void InB2::init(double factor) {
    if (factor == 0) return;
    weight_ = {factor * get_wqf() *
                   of_any_article(get_termfreq(), get_collection_freq(), get_collection_size()),
               get_average_length()};
}

double InB2::get_sumpart(Xapian::termcount wdf, Xapian::termcount length,
                         Xapian::termcount /*unique*/) const {
    return weight_.in(wdf, length);
}

double InB2::get_maxpart() const {
    return weight_.most(get_wdf_upper_bound(), get_doclength_lower_bound());
}

}  // namespace morgue::search
