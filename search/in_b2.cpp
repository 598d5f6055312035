#include <algorithm>
#include <cmath>

#include <search/grid.hpp>
#include <search/in_b2.hpp>
#include <search/rarity.hpp>

namespace morgue::search {

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
    const Xapian::doccount with_it = get_termfreq();
    if (factor == 0 || with_it == 0) return;
    const double repeated = (get_collection_freq() + 1.0) / with_it;
    word_weight_ = factor * get_wqf() * repeated * rarity(with_it, get_collection_size());
}

double InB2::get_sumpart(Xapian::termcount wdf, Xapian::termcount length,
                         Xapian::termcount /*unique*/) const {
    if (wdf == 0) return 0;
    const double normalised = wdf * std::log2(1 + get_average_length() / length);
    return on_grid(word_weight_ * normalised / (normalised + 1));
}

/// No article is shorter than what it holds of one word, and wdf · log2(1 + l'/wdf) grows with wdf.
double InB2::get_maxpart() const {
    const Xapian::termcount most = get_wdf_upper_bound();
    return get_sumpart(most, std::max(most, get_doclength_lower_bound()), 0);
}

}  // namespace morgue::search
