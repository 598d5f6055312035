#include <algorithm>
#include <map>
#include <optional>
#include <unordered_map>

#include <search/snippet.hpp>
#include <search/whole_beginning.hpp>
#include <text/utf8.hpp>

namespace morgue::search {

namespace {

/// A range that lights as one, and the spans that it is merged of.
struct Run {
    ByteRange range;
    std::size_t first_span;
    std::size_t last_span;  ///< one past
};

std::vector<Run> runs_of(const std::vector<LitSpan>& spans) {
    std::vector<Run> runs;
    for (std::size_t number = 0; number < spans.size(); ++number) {
        const ByteRange& range = spans[number].range;
        if (runs.empty() || range.begin >= runs.back().range.end)
            runs.push_back({range, number, number});
        runs.back().range.end = std::max(runs.back().range.end, range.end);
        runs.back().last_span = number + 1;
    }
    return runs;
}

/// Runs that fit into one passage.
struct Window {
    std::size_t first_run;
    std::size_t last_run;  ///< one past
    std::size_t leaves;    ///< different ones
    std::size_t spans;
};

/// Counts the leaves of the runs between two ends that both only move forward.
class LeafCounter {
  public:
    explicit LeafCounter(const std::vector<LitSpan>& spans) : spans_(spans) {}

    void add(const Run& run) {
        for (std::size_t span = run.first_span; span < run.last_span; ++span)
            ++counts_[spans_[span].leaf];
    }
    void remove(const Run& run) {
        for (std::size_t span = run.first_span; span < run.last_span; ++span)
            if (--counts_[spans_[span].leaf] == 0) counts_.erase(spans_[span].leaf);
    }
    std::size_t leaves() const { return counts_.size(); }

  private:
    const std::vector<LitSpan>& spans_;
    std::unordered_map<std::size_t, std::size_t> counts_;
};

/// For each run, the window that begins with it.
std::vector<Window> windows_of(const std::vector<Run>& runs, const std::vector<LitSpan>& spans,
                               std::size_t width) {
    std::vector<Window> windows;
    LeafCounter counter(spans);
    std::size_t last = 0;
    for (std::size_t first = 0; first < runs.size(); ++first) {
        const std::size_t begin = runs[first].range.begin;
        while (last < runs.size() && (last == first || runs[last].range.end - begin <= width))
            counter.add(runs[last++]);
        const std::size_t count = runs[last - 1].last_span - runs[first].first_span;
        windows.push_back({first, last, counter.leaves(), count});
        counter.remove(runs[first]);
    }
    return windows;
}

bool better(const Window& left, const Window& right) {
    if (left.leaves != right.leaves) return left.leaves > right.leaves;
    if (left.spans != right.spans) return left.spans > right.spans;
    return left.first_run < right.first_run;
}

/// The best windows that share no run, in the order of the text.
std::vector<Window> best_windows(std::vector<Window> windows, std::size_t count) {
    std::sort(windows.begin(), windows.end(), better);
    std::map<std::size_t, Window> chosen;  // by first run
    for (const Window& window : windows) {
        if (chosen.size() == count) break;
        const auto next = chosen.lower_bound(window.first_run);
        if (next != chosen.end() && next->first < window.last_run) continue;
        if (next != chosen.begin() && std::prev(next)->second.last_run > window.first_run) continue;
        chosen.emplace(window.first_run, window);
    }
    std::vector<Window> in_order;
    for (const auto& [first, window] : chosen) in_order.push_back(window);
    return in_order;
}

bool is_space(char byte) {
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

/// Lays passages around windows.
class Layout {
  public:
    Layout(std::string_view body, const std::vector<TextWord>& words, std::size_t width)
        : body_(body), words_(words), width_(width) {}

    /// A passage that holds `core` as far as it fits, and stays within `room`.
    ByteRange passage(const ByteRange& core, const ByteRange& room) const {
        const std::size_t begin = begin_of(core, room);
        return {with_opening(begin, room), end_of(begin, room)};
    }

  private:
    using WordIt = std::vector<TextWord>::const_iterator;

    /// The first word that begins at the offset or after.
    WordIt word_from(std::size_t offset) const {
        return std::lower_bound(
            words_.begin(), words_.end(), offset,
            [](const TextWord& word, std::size_t at) { return word.begin < at; });
    }

    /// A sentence start from which the passage still holds the core, else a word before the core
    /// with half of the room that is left.
    std::size_t begin_of(const ByteRange& core, const ByteRange& room) const {
        const std::size_t length = core.end - core.begin;
        if (length >= width_) return core.begin;
        const std::size_t spare = width_ - length;
        const std::size_t earliest = std::max(room.begin, core.begin - std::min(core.begin, spare));
        // A passage that begins before this ends before the room does.
        const std::size_t filling = std::max(earliest, room.end - std::min(room.end, width_));
        const auto start = sentence_start(core.begin, earliest, filling);
        const std::size_t half = core.begin - std::min(core.begin, spare / 2);
        const std::size_t begin =
            start.value_or(word_from(std::max(earliest, std::min(half, filling)))->begin);
        // For the sake of a whole beginning as much of the core may be lost at its end.
        const std::size_t loss = core.begin - std::min(core.begin, width_ / 4);
        return unbroken(begin, {std::max(room.begin, std::min(earliest, loss)), core.begin});
    }

    /// Near this word one that begins a whole, so that no address and no link is cut: before it
    /// where that is in reach, else after it.
    std::size_t unbroken(std::size_t begin, const ByteRange& reach) const {
        auto whole = whole_beginning(body_, begin, reach.begin);
        for (WordIt word = word_from(begin);
             !whole && word != words_.end() && word->begin <= reach.end; ++word)
            whole = whole_beginning(body_, word->begin, begin);
        return whole ? word_from(*whole)->begin : begin;
    }

    /// Of the sentences that begin from `earliest` to `latest`, the first that begins no earlier
    /// than `filling`, else the last.
    std::optional<std::size_t> sentence_start(std::size_t latest, std::size_t earliest,
                                              std::size_t filling) const {
        std::optional<std::size_t> start;
        for (WordIt word = word_from(latest);; --word) {
            const bool may_start = word->starts_sentence && word->begin >= earliest;
            if (may_start && (!start || word->begin >= filling)) start = word->begin;
            if (word == words_.begin() || std::prev(word)->begin < earliest) return start;
        }
    }

    /// Quotes and brackets that open directly before the first word.
    std::size_t with_opening(std::size_t begin, const ByteRange& room) const {
        std::size_t at = begin;
        while (at > room.begin && begin - at < max_marks && !is_space(body_[at - 1])) --at;
        const bool after_space = at == room.begin ? at == 0 : is_space(body_[at - 1]);
        return after_space && word_from(at)->begin == begin ? at : begin;
    }

    /// The end of the last whole word that fits, with the marks that follow it.
    std::size_t end_of(std::size_t begin, const ByteRange& room) const {
        const std::size_t limit = std::min(begin + width_, room.end);
        std::size_t end = begin;
        WordIt word = word_from(begin);
        for (; word != words_.end() && word->begin < room.end; ++word) {
            if (word->end > limit && end > begin) break;
            end = word->end;
        }
        if (end - begin > width_ + max_marks && end > limit) return begin + cut(begin).size();
        return with_closing(end, word == words_.end() ? body_.size() : word->begin, room);
    }

    /// The beginning of a word that is longer than a passage.
    std::string_view cut(std::size_t begin) const {
        return text::utf8_prefix(body_.substr(begin), std::max(width_, std::size_t{4}));
    }

    std::size_t with_closing(std::size_t end, std::size_t next_word, const ByteRange& room) const {
        const std::size_t last = std::min(next_word, room.end);
        std::size_t at = end;
        while (at < last && !is_space(body_[at])) ++at;
        return at - end <= max_marks ? at : end;
    }

    static constexpr std::size_t max_marks = 12;  ///< bytes

    std::string_view body_;
    const std::vector<TextWord>& words_;
    std::size_t width_;
};

/// What lights in a passage, by offsets in it; runs ascend.
std::vector<ByteRange> lit_in(const ByteRange& passage, const std::vector<Run>& runs) {
    std::vector<ByteRange> lit;
    auto run = std::lower_bound(
        runs.begin(), runs.end(), passage.begin,
        [](const Run& candidate, std::size_t at) { return candidate.range.end <= at; });
    for (; run != runs.end() && run->range.begin < passage.end; ++run)
        lit.push_back({std::max(run->range.begin, passage.begin) - passage.begin,
                       std::min(run->range.end, passage.end) - passage.begin});
    return lit;
}

/// Between the passage before and the window after, and so that no run is cut by its end.
ByteRange room_for(const Window& window, const std::vector<Run>& runs, std::size_t body_size,
                   std::size_t previous_end) {
    const std::size_t after =
        window.last_run < runs.size() ? runs[window.last_run].range.begin : body_size;
    const std::size_t before =
        window.first_run > 0 ? runs[window.first_run - 1].range.end : std::size_t{0};
    return {std::max(previous_end, before), after};
}

}  // namespace

std::vector<Snippet> make_snippets(std::string_view body, const Match& match,
                                   const SnippetOptions& options) {
    std::vector<Snippet> snippets;
    if (options.count == 0 || match.words.empty()) return snippets;
    const Layout layout(body, match.words, std::min(options.width, body.size()));
    const auto add = [&](const ByteRange& range, const std::vector<Run>& runs) {
        const bool ends = body.find_first_not_of(" \t\r\n", range.end) == std::string_view::npos;
        snippets.push_back({std::string(body.substr(range.begin, range.end - range.begin)),
                            lit_in(range, runs), range, ends});
    };
    if (match.body.empty()) {
        const std::size_t first = match.words.front().begin;
        add(layout.passage({first, first}, {0, body.size()}), {});
        return snippets;
    }
    const std::vector<Run> runs = runs_of(match.body);
    const auto windows = best_windows(windows_of(runs, match.body, options.width), options.count);
    std::size_t end = 0;
    for (const Window& window : windows) {
        const ByteRange core{runs[window.first_run].range.begin,
                             runs[window.last_run - 1].range.end};
        const ByteRange passage = layout.passage(core, room_for(window, runs, body.size(), end));
        end = passage.end;
        add(passage, runs);
    }
    return snippets;
}

}  // namespace morgue::search
