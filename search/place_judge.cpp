#include <algorithm>
#include <set>

#include <schema/term.hpp>
#include <schema/words_of_stem.hpp>
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

/// Whether some two of them may satisfy the link, by where they begin.
bool may_satisfy(const Link& link, const std::vector<LitSpan>& one,
                 const std::vector<LitSpan>& other) {
    std::size_t longest = 0;
    for (const LitSpan& span : other) longest = std::max(longest, span.last - span.first);
    auto near = other.begin();
    for (const LitSpan& span : one) {
        while (near != other.end() && near->first + longest + link.words < span.first) ++near;
        if (near == other.end()) return false;
        if (near->first <= span.last + link.words) return true;
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
    if (const auto* repeated = std::get_if<Repeated>(&placed)) {
        add(repeated->words, 0);
        return;
    }
    const auto& together = std::get<Together>(placed);
    const auto apart = std::ranges::find_if(together.links, &Link::apart);
    if (together.window == 0)
        first_apart_ = static_cast<std::size_t>(apart - together.links.begin()) + 1;
    for (std::size_t number = 0; number < together.operands.size(); ++number)
        add(together.operands[number], number);
}

void PlaceJudge::add(const std::vector<Words>& operand, std::size_t number) {
    spans_.emplace_back();
    for (const Words& words : operand) add(words, number);
}

void PlaceJudge::add(const Words& words, std::size_t operand) {
    for (const Row& row : words.rows) {
        if (row.choices.empty()) continue;
        PlacedRow placed{
            operand, words.leaf, {}, row.reaches_next, words.exact.empty() && !words.in_lead};
        for (const Choice& choice : row.choices)
            placed.steps.push_back(step_of(choice, words.field));
        gathered_.resize(std::max(gathered_.size(), placed.steps.size()));
        rows_.push_back(std::move(placed));
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

Standing PlaceJudge::of(Xapian::docid docid) {
    reader_.turn_to(docid);
    if (!may_stand()) return Standing::no;
    doubtful_ = false;
    if (!stands(Trust::all_places)) return Standing::no;
    return !doubtful_ || stands(Trust::sure_places) ? Standing::yes : Standing::unsure;
}

/// Told without a look at stems. Most articles end here.
bool PlaceJudge::may_stand() {
    find_spans(Trust::any_places);
    for (std::size_t operand = 0; operand < std::min(first_apart_, spans_.size()); ++operand)
        if (spans_[operand].empty()) return false;
    const auto* together = std::get_if<Together>(&placed_);
    if (together == nullptr) return true;
    for (std::size_t link = 0; link < together->links.size() && link + 1 < first_apart_; ++link)
        if (!may_satisfy(together->links[link], spans_[link], spans_[link + 1])) return false;
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

/// What must not be near counts the other way round.
void PlaceJudge::find_spans(Trust wanted) {
    const Trust unwanted = wanted == Trust::sure_places ? Trust::all_places : Trust::sure_places;
    for (std::vector<LitSpan>& spans : spans_) spans.clear();
    for (const PlacedRow& row : rows_)
        if (row.operand < first_apart_)
            add_spans(row, wanted);
        else if (wanted != Trust::any_places)
            add_spans(row, unwanted);
    for (std::vector<LitSpan>& spans : spans_)
        if (!std::is_sorted(spans.begin(), spans.end(), before))
            std::sort(spans.begin(), spans.end(), before);
}

void PlaceJudge::add_spans(const PlacedRow& row, Trust trust) {
    doubtful_ |= !row.sure;
    if (!row.sure && trust == Trust::sure_places) return;
    for (std::size_t step = 0; step < row.steps.size(); ++step) {
        if (row.steps[step].is_gap) continue;
        gather(row.steps[step], trust, gathered_[step]);
        if (gathered_[step].empty()) return;
    }
    for (const std::size_t place : gathered_.front()) {
        bool found = true;
        for (std::size_t step = 1; step < row.steps.size() && found; ++step)
            found =
                row.steps[step].is_gap || std::ranges::binary_search(gathered_[step], place + step);
        const std::size_t last = place + row.steps.size() - (row.reaches_next ? 0 : 1);
        if (found) spans_[row.operand].push_back({{}, row.leaf, place, last});
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
        if (trust == Trust::any_places) {
            for (const std::size_t word : stem.places) add(word);
            continue;
        }
        const auto holds = [&](std::size_t word) { return reader_.holds(word); };
        if (!reader_.holds(stem.term) || std::ranges::none_of(stem.places, holds)) continue;
        const bool sure = is_sure(stem);
        doubtful_ |= !sure;
        if (sure || trust == Trust::all_places)
            for (const std::size_t word : stem.places) add(word);
    }
    if (std::is_sorted(places.begin(), places.end(), std::less_equal<>())) return;
    std::sort(places.begin(), places.end());
    places.erase(std::unique(places.begin(), places.end()), places.end());
}

/// Mostly each of its places has one of the words, and what these count tells.
bool PlaceJudge::is_sure(const Step::Stem& stem) {
    Xapian::termcount count = 0;
    for (const std::size_t word : stem.words) count += reader_.wdf(word);
    if (count == reader_.wdf(stem.term)) return true;
    std::set<std::uint32_t> places;
    for (const std::size_t word : stem.words) {
        const std::vector<std::uint32_t>& more = reader_.places(word);
        places.insert(more.begin(), more.end());
    }
    count = 0;
    for (const std::uint32_t place : places) count += schema::weight_at(place);
    return count == reader_.wdf(stem.term);
}

}  // namespace morgue::search
