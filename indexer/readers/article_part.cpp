#include <algorithm>
#include <set>

#include <indexer/readers/article_part.hpp>

namespace morgue::indexer {

namespace {

constexpr std::uint32_t shortest_paragraph = 25;  // characters
constexpr int levels_that_gain = 5;
constexpr std::size_t most_candidates = 5;
/// Candidates this near to the best one may be parts of the same article.
constexpr double nearly_best = 0.75;
constexpr std::size_t parts_of_one = 3;

double tag_score(Tag tag) {
    switch (tag) {
        case Tag::div:
            return 5;
        case Tag::pre:
        case Tag::td:
        case Tag::blockquote:
            return 3;
        case Tag::address:
        case Tag::ol:
        case Tag::ul:
        case Tag::dl:
        case Tag::dd:
        case Tag::dt:
        case Tag::li:
        case Tag::form:
            return -3;
        case Tag::th:
            return -5;
        default:
            return is_heading(tag) ? -5 : 0;
    }
}

bool is_paragraph(Tag tag) {
    return tag == Tag::p || tag == Tag::td || tag == Tag::pre || tag == Tag::section ||
           (is_heading(tag) && tag != Tag::h1);
}

class PartFinder {
  public:
    PartFinder(const LivePage& page, bool weigh_names)
        : page_(page), weigh_names_(weigh_names), scores_(page.size()), scored_(page.size()) {
        for (std::uint32_t at = 1; at < page.size(); ++at)
            if (page.node(at).tag == Tag::body) {
                body_ = at;
                break;
            }
    }

    std::vector<std::uint32_t> find() {
        score_paragraphs();
        rank_candidates();
        if (candidates_.empty() || !is_below_body(candidates_.front())) return {only_article()};
        return with_siblings(best_part());
    }

  private:
    const HtmlNode& node(std::uint32_t number) const { return page_.node(number); }
    std::uint32_t parent(std::uint32_t number) const { return node(number).parent; }
    bool is_below_body(std::uint32_t number) const {
        return number > body_ && number < node(body_).end;
    }

    /// Where nothing stands out: the only <article>, or all there is.
    std::uint32_t only_article() const {
        std::uint32_t found = 0;
        for (std::uint32_t at = 1; at < page_.size(); ++at) {
            if (node(at).tag != Tag::article || page_.dropped(at)) continue;
            if (page_.counts(at).characters == 0 || page_.is_within(at, Tag::form)) continue;
            if (found != 0) return 0;
            found = at;
        }
        return found;
    }

    void score_paragraphs() {
        for (std::uint32_t at = body_ + 1; at < node(body_).end; ++at) {
            if (page_.dropped(at)) {
                at = node(at).end - 1;
                continue;
            }
            if (is_paragraph(node(at).tag)) credit(outer_of(at), page_.counts(at));
            if (node(at).tag == Tag::div) score_division(at);
        }
    }

    /// A division with one paragraph in it and nothing else is that paragraph.
    std::uint32_t outer_of(std::uint32_t paragraph) const {
        const std::uint32_t around = parent(paragraph);
        const bool alone = node(around).tag == Tag::div && page_.counts(around).blocks == 1 &&
                           page_.counts(around).characters == page_.counts(paragraph).characters &&
                           page_.link_density(around) < 0.25;
        return alone && node(paragraph).tag == Tag::p ? parent(around) : around;
    }

    /// A division without blocks is a paragraph, or several with empty lines between them; in
    /// others, what stands between the blocks is one.
    void score_division(std::uint32_t division) {
        bool parted = page_.counts(division).blocks > 1;  // itself among them
        PageCounts run;
        std::vector<PageCounts> runs;
        std::uint32_t breaks = 0;
        const auto end_run = [&] {
            runs.push_back(run);
            run = PageCounts();
        };
        page_.each_child(division, [&](std::uint32_t child) {
            const PageCounts& counts = page_.counts(child);
            if (node(child).tag == Tag::br) {
                if (++breaks != 2) return;
                parted = true;
                return end_run();
            }
            if (counts.characters == 0 && counts.blocks == 0) return;
            breaks = 0;
            if (counts.blocks > 0) return end_run();
            run += counts;
        });
        end_run();
        if (!parted) return credit(parent(division), page_.counts(division));
        for (const PageCounts& one : runs) credit(division, one);
    }

    void credit(std::uint32_t around, const PageCounts& paragraph) {
        if (paragraph.characters < shortest_paragraph) return;
        const double score = 2.0 + paragraph.commas + std::min(paragraph.characters / 100, 3U);
        for (int level = 0; level < levels_that_gain && around != 0; ++level) {
            if (node(around).tag == Tag::html) break;
            if (!scored_[around]) begin_candidate(around);
            const double share = level == 0 ? 1 : level == 1 ? 2 : 3 * level;
            scores_[around] += score / share;
            around = parent(around);
        }
    }

    void begin_candidate(std::uint32_t number) {
        scored_[number] = true;
        scores_[number] = tag_score(node(number).tag) + name_score(number);
        candidates_.push_back(number);
    }

    double name_score(std::uint32_t number) const {
        return weigh_names_ ? node(number).hints.weight : 0;
    }

    void rank_candidates() {
        for (const std::uint32_t number : candidates_)
            scores_[number] *= 1 - page_.link_density(number);
        std::sort(candidates_.begin(), candidates_.end(), [this](auto a, auto b) {
            return scores_[a] != scores_[b] ? scores_[a] > scores_[b] : a < b;
        });
        candidates_.resize(std::min(candidates_.size(), most_candidates));
    }

    std::uint32_t best_part() const {
        std::uint32_t best = around_parts(candidates_.front());
        best = better_above(best);
        while (is_below_body(parent(best)) && element_children(parent(best)) == 1)
            best = parent(best);
        return best;
    }

    std::size_t element_children(std::uint32_t number) const {
        std::size_t count = 0;
        page_.each_child(number, [&](std::uint32_t child) {
            count += node(child).tag != Tag::text || page_.counts(child).characters > 0 ? 1 : 0;
        });
        return count;
    }

    /// What holds several parts of the same article.
    std::uint32_t around_parts(std::uint32_t best) const {
        std::vector<std::set<std::uint32_t>> above;
        for (const std::uint32_t other : candidates_) {
            if (other == best || scores_[other] < nearly_best * scores_[best]) continue;
            above.emplace_back();
            for (std::uint32_t up = parent(other); up != 0; up = parent(up))
                above.back().insert(up);
        }
        if (above.size() < parts_of_one) return best;
        for (std::uint32_t up = parent(best); is_below_body(up); up = parent(up)) {
            const auto holds = [up](const auto& set) { return set.contains(up); };
            if (std::size_t(std::count_if(above.begin(), above.end(), holds)) >= parts_of_one)
                return up;
        }
        return best;
    }

    /// An element further up that gained more than it could from this one alone.
    std::uint32_t better_above(std::uint32_t best) const {
        double last = scores_[best];
        const double least = last / 3;
        for (std::uint32_t up = parent(best); is_below_body(up); up = parent(up)) {
            if (!scored_[up]) continue;
            if (scores_[up] < least) break;
            if (scores_[up] > last) return up;
            last = scores_[up];
        }
        return best;
    }

    /// Prose beside the best part, such as a standfirst, belongs to the article.
    std::vector<std::uint32_t> with_siblings(std::uint32_t best) const {
        std::vector<std::uint32_t> parts;
        const double needed = std::max(10.0, scores_[best] * 0.2);
        page_.each_child(parent(best), [&](std::uint32_t sibling) {
            if (sibling == best || belongs(sibling, best, needed)) parts.push_back(sibling);
        });
        return parts;
    }

    bool belongs(std::uint32_t sibling, std::uint32_t best, double needed) const {
        const std::uint32_t kind = node(sibling).hints.kind;
        const double bonus = kind != 0 && kind == node(best).hints.kind ? scores_[best] * 0.2 : 0;
        if (scored_[sibling] && scores_[sibling] + bonus >= needed) return true;
        if (!is_plain_paragraph(sibling)) return false;
        const std::uint32_t length = page_.counts(sibling).characters;
        const double links = page_.link_density(sibling);
        if (length > 80) return links < 0.25;
        return length > 0 && links == 0 && ends_sentence(sibling);
    }

    bool is_plain_paragraph(std::uint32_t number) const {
        return node(number).tag == Tag::p ||
               (node(number).tag == Tag::div && page_.counts(number).blocks == 1);
    }

    bool ends_sentence(std::uint32_t number) const {
        const std::string_view text = page_.tree().text(node(number));
        const std::size_t last = text.find_last_not_of(' ');
        return text.find(". ") != std::string_view::npos ||
               (last != std::string_view::npos && text[last] == '.');
    }

    const LivePage& page_;
    bool weigh_names_;
    std::uint32_t body_ = 0;
    std::vector<double> scores_;
    std::vector<bool> scored_;
    std::vector<std::uint32_t> candidates_;
};

}  // namespace

std::vector<std::uint32_t> article_part(const LivePage& page, bool weigh_names) {
    return PartFinder(page, weigh_names).find();
}

}  // namespace morgue::indexer
