#include <algorithm>
#include <set>
#include <span>

#include <schema/term.hpp>
#include <schema/words_of_stem.hpp>
#include <search/first_of_all.hpp>
#include <search/place_judge.hpp>

namespace morgue::search {

namespace {

using query::Link;

/// More words than these are found sooner in the text.
constexpr std::size_t most_terms = 200;

bool has_places(const Words& words) {
    const bool in_text = !words.field || words.field == Field::title;
    return in_text && std::ranges::none_of(words.rows, [](const Row& row) {
               return !row.choices.empty() &&
                      (is_gap(row.choices.front()) || is_gap(row.choices.back()));
           });
}

std::size_t terms_in(const Words& words) {
    std::size_t count = 0;
    for (const Row& row : words.rows)
        for (const Choice& choice : row.choices) count += choice.size();
    return count;
}

bool before(const LitSpan& a, const LitSpan& b) {
    return a.first != b.first ? a.first < b.first : a.last < b.last;
}

/// Whether some two that begin there, and reach so far at most, may satisfy the link.
bool may_satisfy(const Link& link, const std::vector<std::uint32_t>& one, std::size_t one_reach,
                 const std::vector<std::uint32_t>& other, std::size_t other_reach) {
    auto near = other.begin();
    for (const std::size_t begin : one) {
        while (near != other.end() && *near + other_reach + link.words < begin) ++near;
        if (near == other.end()) return false;
        if (*near <= begin + one_reach + link.words) return true;
    }
    return false;
}

}  // namespace

bool PlaceJudge::can_tell(const Placed& placed) {
    const auto* together = std::get_if<Together>(&placed);
    const auto in_words = [](const Link& link) { return link.within == Link::Within::words; };
    if (together != nullptr && !std::ranges::all_of(together->links, in_words)) return false;
    std::size_t terms = 0;
    bool all_have_places = true;
    for_each_words(placed, [&](const Words& words) {
        all_have_places &= has_places(words);
        terms += terms_in(words);
    });
    return all_have_places && terms <= most_terms;
}

std::unique_ptr<PlaceJudge> PlaceJudge::make(const Placed& placed, const schema::Shard& part) {
    if (!can_tell(placed)) return nullptr;
    return std::unique_ptr<PlaceJudge>(new PlaceJudge(placed, part));
}

PlaceJudge::PlaceJudge(const Placed& placed, const schema::Shard& part)
    : placed_(placed), part_(part.database), reader_(part) {
    if (const auto* repeated = std::get_if<Repeated>(&placed)) add(repeated->words);
    if (const auto* together = std::get_if<Together>(&placed)) {
        const auto apart = std::ranges::find_if(together->links, &Link::apart);
        if (together->window == 0)
            first_apart_ = static_cast<std::size_t>(apart - together->links.begin()) + 1;
        for (const std::vector<Words>& operand : together->operands) add(operand);
    }
    spans_.resize(operands_.size());
    for (const Operand& operand : std::span(operands_).first(wanted()))
        leads_.push_back(lead_of(operand));
    std::ranges::sort(leads_, {}, &Lead::documents);
}

void PlaceJudge::add(const std::vector<Words>& operand) {
    operands_.emplace_back();
    for (const Words& words : operand) add(words);
}

void PlaceJudge::add(const Words& words) {
    Operand& operand = operands_.back();
    for (const Row& row : words.rows) {
        if (row.choices.empty()) continue;
        PlacedRow placed{words.leaf,
                         {},
                         row.choices.size() - (row.reaches_next ? 0 : 1),
                         words.exact.empty() && !words.in_lead};
        for (const Choice& choice : row.choices)
            placed.steps.push_back(step_of(choice, words.field));
        gathered_.resize(std::max(gathered_.size(), placed.steps.size()));
        operand.longest_reach = std::max(operand.longest_reach, placed.reach);
        operand.rows.push_back(std::move(placed));
    }
}

PlaceJudge::Step PlaceJudge::step_of(const Choice& choice, std::optional<Field> field) {
    Step step;
    step.is_gap = is_gap(choice);
    if (step.is_gap) return step;
    for (const std::string& term : choice) {
        longest_ = std::max(longest_, term.size());
        if (!schema::is_stem_term(term)) step.terms.push_back(reader_.add(term));
    }
    for (const std::string& term : choice) {
        if (!schema::is_stem_term(term)) continue;
        const schema::WordsOfStem found = schema::words_of_stem(part_, term, field);
        Step::Stem stem{reader_.add(found.stem), {}, {}};
        for (const std::string& word : found.words) stem.words.push_back(reader_.add(word));
        for (const std::string& word : found.placed) {
            if (std::ranges::find(choice, word) != choice.end()) continue;
            longest_ = std::max(longest_, word.size());
            stem.places.push_back(reader_.add(word));
        }
        step.stems.push_back(std::move(stem));
    }
    return step;
}

PlaceJudge::Lead PlaceJudge::lead_of(const Step& step) const {
    Lead lead{step.terms};
    for (const std::size_t term : step.terms) lead.documents += reader_.documents(term);
    for (const Step::Stem& stem : step.stems) {
        lead.terms.insert(lead.terms.end(), stem.places.begin(), stem.places.end());
        lead.documents += reader_.documents(stem.term);
    }
    return lead;
}

/// Of each row the rarest step.
PlaceJudge::Lead PlaceJudge::lead_of(const Operand& operand) const {
    Lead all;
    for (const PlacedRow& row : operand.rows) {
        std::optional<Lead> rarest;
        for (const Step& step : row.steps) {
            if (step.is_gap) continue;
            Lead lead = lead_of(step);
            if (!rarest || lead.documents < rarest->documents) rarest = std::move(lead);
        }
        all.terms.insert(all.terms.end(), rarest->terms.begin(), rarest->terms.end());
        all.documents += rarest->documents;
    }
    return all;
}

Xapian::docid PlaceJudge::candidate(Xapian::docid docid) {
    return first_of_all(leads_, docid,
                        [this](const Lead& lead, Xapian::docid from) { return next(lead, from); });
}

Xapian::docid PlaceJudge::next(const Lead& lead, Xapian::docid docid) {
    Xapian::docid found = glass::PositionReader::none;
    for (const std::size_t term : lead.terms) found = std::min(found, reader_.next(term, docid));
    return found;
}

Standing PlaceJudge::of(Xapian::docid docid) {
    reader_.turn_to(docid);
    if (!may_stand()) return Standing::no;
    doubtful_ = false;
    if (!stands(Trust::all_places)) return Standing::no;
    return !doubtful_ || stands(Trust::sure_places) ? Standing::yes : Standing::unsure;
}

/// Told without a look at stems. Most articles end here.
bool PlaceJudge::may_stand() {
    const auto* together = std::get_if<Together>(&placed_);
    const bool linked = together != nullptr && together->window == 0;
    for (std::size_t number = 0; number < wanted(); ++number) {
        Operand& operand = operands_[number];
        find_begins(operand);
        if (operand.begins.empty()) return false;
        if (number == 0 || !linked) continue;
        const Operand& before = operands_[number - 1];
        if (!may_satisfy(together->links[number - 1], before.begins, before.longest_reach,
                         operand.begins, operand.longest_reach))
            return false;
    }
    return true;
}

/// With all the places that may be any, whether it may; with those alone that are, whether it does.
bool PlaceJudge::stands(Trust trust) {
    find_spans(trust);
    if (const auto* repeated = std::get_if<Repeated>(&placed_)) return repeats(*repeated, trust);
    return !standing_together(std::get<Together>(placed_), spans_, {}).empty();
}

/// One compound is found at its first part and at its last, which are fewer words apart than its
/// term has bytes: what may be one is counted once, where it has to be sure.
bool PlaceJudge::repeats(const Repeated& repeated, Trust trust) {
    if (repeated.count == 1) return !spans_.front().empty();
    doubtful_ = true;
    const auto is_another = [&](const LitSpan& last, const LitSpan& span) {
        return trust == Trust::all_places ? before(last, span) : span.first > last.first + longest_;
    };
    std::size_t count = 0;
    const LitSpan* last = nullptr;
    for (const LitSpan& span : spans_.front()) {
        if (last != nullptr && !is_another(*last, span)) continue;
        last = &span;
        ++count;
    }
    return count >= repeated.count;
}

/// Mostly of a single word.
void PlaceJudge::find_begins(Operand& operand) {
    if (operand.rows.size() == 1 && operand.rows.front().steps.size() == 1)
        return gather(operand.rows.front().steps.front(), Trust::any_places, operand.begins);
    operand.begins.clear();
    for (const PlacedRow& row : operand.rows)
        for_each_begin(row, Trust::any_places,
                       [&](std::uint32_t begin) { operand.begins.push_back(begin); });
    if (operand.rows.size() > 1) std::ranges::sort(operand.begins);
}

/// What must not be near counts the other way round.
void PlaceJudge::find_spans(Trust trust) {
    const Trust unwanted = trust == Trust::sure_places ? Trust::all_places : Trust::sure_places;
    for (std::size_t number = 0; number < operands_.size(); ++number) {
        std::vector<LitSpan>& spans = spans_[number];
        spans.clear();
        for (const PlacedRow& row : operands_[number].rows)
            add_spans(row, number < wanted() ? trust : unwanted, spans);
        if (!std::is_sorted(spans.begin(), spans.end(), before))
            std::sort(spans.begin(), spans.end(), before);
    }
}

void PlaceJudge::add_spans(const PlacedRow& row, Trust trust, std::vector<LitSpan>& spans) {
    doubtful_ |= !row.sure;
    if (!row.sure && trust == Trust::sure_places) return;
    for_each_begin(row, trust, [&](std::size_t begin) {
        spans.push_back({{}, row.leaf, begin, begin + row.reach});
    });
}

template <typename Use>
void PlaceJudge::for_each_begin(const PlacedRow& row, Trust trust, const Use& use) {
    for (std::size_t step = 0; step < row.steps.size(); ++step) {
        if (row.steps[step].is_gap) continue;
        gather(row.steps[step], trust, gathered_[step]);
        if (gathered_[step].empty()) return;
    }
    for (const std::uint32_t begin : gathered_.front()) {
        bool found = true;
        for (std::size_t step = 1; step < row.steps.size() && found; ++step)
            found =
                row.steps[step].is_gap || std::ranges::binary_search(gathered_[step], begin + step);
        if (found) use(begin);
    }
}

void PlaceJudge::gather(const Step& step, Trust trust, std::vector<std::uint32_t>& places) {
    places.clear();
    const auto add = [&](std::size_t term) {
        const std::vector<std::uint32_t>& more = reader_.places(term);
        places.insert(places.end(), more.begin(), more.end());
    };
    for (const std::size_t term : step.terms) add(term);
    for (const Step::Stem& stem : step.stems) {
        if (trust != Trust::any_places) {
            const auto stands = [&](std::size_t word) { return !reader_.places(word).empty(); };
            if (std::ranges::none_of(stem.places, stands) || !reader_.holds(stem.term)) continue;
            const bool sure = is_sure(stem);
            doubtful_ |= !sure;
            if (!sure && trust == Trust::sure_places) continue;
        }
        for (const std::size_t word : stem.places) add(word);
    }
    if (std::is_sorted(places.begin(), places.end(), std::less_equal<>())) return;
    std::sort(places.begin(), places.end());
    places.erase(std::unique(places.begin(), places.end()), places.end());
}

/// Each of its places has one of the words, and what these places or the words count tells.
bool PlaceJudge::is_sure(const Step::Stem& stem) {
    const Xapian::termcount wdf = reader_.wdf(stem.term);
    std::set<std::uint32_t> places;
    for (const std::size_t word : stem.words) {
        const std::vector<std::uint32_t>& more = reader_.places(word);
        places.insert(more.begin(), more.end());
    }
    Xapian::termcount count = 0;
    for (const std::uint32_t place : places) count += schema::weight_at(place);
    if (count == wdf) return true;
    count = 0;
    for (const std::size_t word : stem.words) count += reader_.wdf(word);
    return count == wdf;
}

}  // namespace morgue::search
