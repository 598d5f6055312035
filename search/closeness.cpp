#include <algorithm>
#include <tuple>
#include <unordered_map>
#include <utility>

#include <search/closeness.hpp>

namespace morgue::search {

namespace {

using query::Link;

std::tuple<std::size_t, std::size_t> place_of(const LitSpan& span) {
    return {span.first, span.last};
}

/// Positions, both inside.
struct Region {
    std::size_t first;
    std::size_t last;
};

/// How far a link reaches in a text.
class Reach {
  public:
    Reach(const Link& link, const ScannedText& text) : link_(link) {
        if (link.within == Link::Within::sentence) starts_ = &text.sentences;
        if (link.within == Link::Within::paragraph) starts_ = &text.paragraphs;
    }

    /// What begins in one sentence and ends in another is in neither.
    bool is_whole(const LitSpan& span) const {
        return starts_ == nullptr || next_start(span.first) == next_start(span.last);
    }

    /// From where to where another span may reach towards this one.
    Region around(const LitSpan& span) const {
        if (starts_ == nullptr)
            return {span.first - std::min<std::size_t>(span.first, link_.words),
                    span.last + link_.words};
        const auto begin = next_start(span.first);
        const auto end = next_start(span.last);
        return {begin == starts_->begin() ? 0 : *std::prev(begin),
                end == starts_->end() ? std::size_t(-1) : *end - 1};
    }

  private:
    std::vector<std::size_t>::const_iterator next_start(std::size_t position) const {
        return std::upper_bound(starts_->begin(), starts_->end(), position);
    }

    const Link& link_;
    const std::vector<std::size_t>* starts_ = nullptr;
};

/// Where an operand's spans begin and end.
class Neighbours {
  public:
    Neighbours(const std::vector<LitSpan>& spans, const Reach& reach, bool only_whole) {
        for (const LitSpan& span : spans)
            if (!only_whole || reach.is_whole(span)) places_.emplace_back(span.first, span.last);
        std::sort(places_.begin(), places_.end());
        places_.erase(std::unique(places_.begin(), places_.end()), places_.end());
        for (const auto& [first, last] : places_) {
            firsts_.push_back(first);
            lasts_.push_back(last);
        }
        std::sort(lasts_.begin(), lasts_.end());
    }

    /// One ends in the region before the span begins.
    bool before(const LitSpan& span, const Region& region) const {
        const auto last = std::lower_bound(lasts_.begin(), lasts_.end(), region.first);
        return last != lasts_.end() && *last < span.first;
    }
    /// One begins in the region after the span ends.
    bool after(const LitSpan& span, const Region& region) const {
        const auto first = std::upper_bound(firsts_.begin(), firsts_.end(), span.last);
        return first != firsts_.end() && *first <= region.last;
    }
    /// One other than the span itself has a word in the region.
    bool touch(const LitSpan& span, const Region& region) const {
        const auto begun = std::upper_bound(firsts_.begin(), firsts_.end(), region.last);
        const auto over = std::lower_bound(lasts_.begin(), lasts_.end(), region.first);
        const bool itself = std::binary_search(places_.begin(), places_.end(), place_of(span));
        return begun - firsts_.begin() > over - lasts_.begin() + (itself ? 1 : 0);
    }

  private:
    std::vector<std::tuple<std::size_t, std::size_t>> places_;
    std::vector<std::size_t> firsts_;
    std::vector<std::size_t> lasts_;
};

Operands spans_of(const Together& together, const ScannedText& text) {
    Operands operands(together.operands.size());
    std::unordered_map<std::size_t, std::size_t> operand_of;  // by leaf
    for (std::size_t number = 0; number < operands.size(); ++number)
        for (const Words& words : together.operands[number]) operand_of[words.leaf] = number;
    for (const LitSpan& span : text.spans)
        if (const auto number = operand_of.find(span.leaf); number != operand_of.end())
            operands[number->second].push_back(span);
    return operands;
}

/// Drops the spans that have no other within reach. `side` says where that may stand.
enum class Side { before, after, either };

void keep_linked(std::vector<LitSpan>& spans, const std::vector<LitSpan>& others,
                 const Reach& reach, Side side) {
    const Neighbours neighbours(others, reach, true);
    std::erase_if(spans, [&](const LitSpan& span) {
        const Region region = reach.around(span);
        const bool linked =
            reach.is_whole(span) && ((side != Side::after && neighbours.before(span, region)) ||
                                     (side != Side::before && neighbours.after(span, region)));
        return !linked;
    });
}

void keep_apart(std::vector<LitSpan>& spans, const std::vector<LitSpan>& others,
                const Reach& reach) {
    const Neighbours neighbours(others, reach, false);
    std::erase_if(spans,
                  [&](const LitSpan& span) { return neighbours.touch(span, reach.around(span)); });
}

/// Where windows begin that hold a span of each operand. Ascending.
std::vector<std::size_t> window_begins(const Operands& operands, std::size_t window) {
    std::vector<std::size_t> begins;
    for (const std::vector<LitSpan>& spans : operands)
        for (const LitSpan& span : spans) begins.push_back(span.first);
    std::sort(begins.begin(), begins.end());
    begins.erase(std::unique(begins.begin(), begins.end()), begins.end());
    for (const std::vector<LitSpan>& spans : operands) {
        std::vector<std::tuple<std::size_t, std::size_t>> places;
        for (const LitSpan& span : spans) places.push_back(place_of(span));
        std::sort(places.begin(), places.end());
        std::size_t soonest_end = std::size_t(-1);
        for (auto begin = begins.rbegin(); begin != begins.rend(); ++begin) {
            for (; !places.empty() && std::get<0>(places.back()) >= *begin; places.pop_back())
                soonest_end = std::min(soonest_end, std::get<1>(places.back()));
            if (soonest_end > *begin + window) *begin = std::size_t(-1);
        }
        std::erase(begins, std::size_t(-1));
    }
    return begins;
}

std::vector<LitSpan> within_window(const Operands& operands, std::size_t window) {
    const std::vector<std::size_t> begins = window_begins(operands, window);
    std::vector<LitSpan> standing;
    for (const std::vector<LitSpan>& spans : operands)
        for (const LitSpan& span : spans) {
            const std::size_t soonest = span.last - std::min(span.last, window);
            const auto begin = std::lower_bound(begins.begin(), begins.end(), soonest);
            if (begin != begins.end() && *begin <= span.first) standing.push_back(span);
        }
    return standing;
}

}  // namespace

std::vector<LitSpan> standing_together(const Together& together, const ScannedText& text) {
    return standing_together(together, spans_of(together, text), text);
}

std::vector<LitSpan> standing_together(const Together& together, Operands operands,
                                       const ScannedText& text) {
    if (together.window > 0) return within_window(operands, together.window);
    const auto& links = together.links;
    const auto wanted = static_cast<std::size_t>(
        std::find_if(links.begin(), links.end(), [](const Link& link) { return link.apart; }) -
        links.begin());
    for (std::size_t link = wanted; link < links.size(); ++link)
        keep_apart(operands[wanted], operands[link + 1], Reach(links[link], text));
    const auto side = [&](std::size_t link, Side where) {
        return links[link].in_order ? where : Side::either;
    };
    for (std::size_t link = 0; link < wanted; ++link)
        keep_linked(operands[link + 1], operands[link], Reach(links[link], text),
                    side(link, Side::before));
    for (std::size_t link = wanted; link-- > 0;)
        keep_linked(operands[link], operands[link + 1], Reach(links[link], text),
                    side(link, Side::after));
    std::vector<LitSpan> standing;
    for (std::size_t number = 0; number <= wanted; ++number)
        standing.insert(standing.end(), operands[number].begin(), operands[number].end());
    return standing;
}

}  // namespace morgue::search
