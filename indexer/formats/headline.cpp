#include <utility>

#include <indexer/formats/article_parts.hpp>
#include <indexer/formats/dateline.hpp>
#include <indexer/formats/first_sentence.hpp>
#include <indexer/formats/head_block.hpp>
#include <indexer/formats/headline.hpp>
#include <indexer/formats/lines.hpp>

namespace morgue::indexer {

namespace {

constexpr std::size_t longest_headline = 300;  // bytes
constexpr std::size_t longest_full_stop_headline = 120;
constexpr int most_facts = 8;

// Where the headline is looked for, and whether an address or a date alone stood before it.
struct Preface {
    std::size_t end = 0;
    bool bare_fact = false;
};

bool state_bare_fact(std::string_view line, Article& article) {
    const std::string_view bare = trimmed(line);
    // A year alone is as good a headline as a date.
    return state(article, Field::url, bare, Provenance::head) ||
           (bare.size() > 4 && state(article, Field::date, bare, Provenance::head));
}

Preface read_preface(std::string_view text, Article& article) {
    Preface preface{skip_blank_lines(text, 0)};
    for (int facts = 0; facts < most_facts && preface.end < text.size(); ++facts) {
        const Line line = line_at(text, preface.end);
        if (state_bare_fact(line.text, article))
            preface.bare_fact = true;
        else if (!state_head_line(line.text, article))
            break;
        preface.end = skip_blank_lines(text, line.next);
    }
    return preface;
}

bool is_rule(const Line& line) {
    const std::string_view rule = trimmed(line.text);
    return rule.size() >= 3 && (rule.front() == '=' || rule.front() == '-') &&
           rule.find_first_not_of(rule.front()) == std::string_view::npos;
}

// "## Heading ##" without its marks; nothing for any other line.
std::string_view atx_heading(std::string_view line) {
    line = trimmed(line);
    const std::size_t marks = line.find_first_not_of('#');
    if (marks == 0 || marks > 6 || marks == std::string_view::npos || line[marks] != ' ') return {};
    line = trimmed(line.substr(marks));
    const std::size_t closing = line.find_last_not_of('#');
    if (closing != std::string_view::npos && closing + 1 < line.size() && line[closing] == ' ')
        line = trimmed(line.substr(0, closing));
    return line;
}

bool ends_in_full_stop(std::string_view text) {
    for (const std::string_view closer : {"\"", "'", ")", "”", "’", "»", "」"})
        if (text.ends_with(closer)) text.remove_suffix(closer.size());
    for (const std::string_view stop : {".", "。", "।", "۔"})
        if (text.ends_with(stop)) return true;
    return false;
}

// A first paragraph of a text without headline: a full stop ends it, and it is more than one
// short sentence.
bool is_lead(std::string_view text) {
    const std::string line = folded_line(text);
    return ends_in_full_stop(line) &&
           (line.size() > longest_full_stop_headline || first_sentence(line) != line);
}

bool can_be_headline(const Line& line) {
    return has_word(line.text) && line.text.size() <= longest_headline && !read_dateline(line.text);
}

}  // namespace

std::optional<Headline> find_headline(std::string_view text, bool markdown, Article& article) {
    const Preface preface = read_preface(text, article);
    if (preface.end >= text.size() || article.find(Field::title) != nullptr) return std::nullopt;
    const Line line = line_at(text, preface.end);
    const std::size_t after = skip_blank_lines(text, line.next);
    if (markdown)
        if (const std::string_view heading = atx_heading(line.text); !heading.empty())
            return Headline{heading, line.begin, after};
    if (!can_be_headline(line)) return std::nullopt;
    const Headline found{trimmed(line.text), line.begin, after};
    if (after >= text.size()) return found;
    const Line next = line_at(text, line.next);
    if (is_rule(next)) return Headline{found.title, line.begin, skip_blank_lines(text, next.next)};
    if (preface.bare_fact || is_head_line(next.text)) return found;
    if (next.blank() && !is_lead(line.text)) return found;
    return std::nullopt;
}

}  // namespace morgue::indexer
