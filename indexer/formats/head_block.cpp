#include <optional>
#include <utility>

#include <indexer/formats/article_parts.hpp>
#include <indexer/formats/byline.hpp>
#include <indexer/formats/dateline.hpp>
#include <indexer/formats/field_keys.hpp>
#include <indexer/formats/head_block.hpp>
#include <indexer/formats/lines.hpp>

namespace morgue::indexer {

namespace {

constexpr int most_lines = 12;
constexpr std::size_t longest_label_line = 400;  // bytes
constexpr std::size_t longest_standfirst = 200;  // bytes

// Markdown may set a head line in bold or italics.
std::string_view without_emphasis(std::string_view line) {
    line = trimmed(line);
    while (line.size() > 2 && (line.front() == '*' || line.front() == '_') &&
           line.front() == line.back())
        line = trimmed(line.substr(1, line.size() - 2));
    return line;
}

struct Labelled {
    Field field;
    std::string_view value;
};

std::optional<Labelled> read_label(std::string_view line) {
    const std::size_t colon = line.find(':');
    if (line.size() > longest_label_line || colon == std::string_view::npos ||
        line.substr(colon).starts_with("://"))
        return std::nullopt;
    const auto field = field_of_key(trimmed(line.substr(0, colon)));
    const std::string_view value = trimmed(line.substr(colon + 1));
    if (!field || value.empty()) return std::nullopt;
    return Labelled{*field, value};
}

bool state_label(const Labelled& labelled, Article& article) {
    const std::size_t before = article.metadata.size();
    if (labelled.field == Field::tag)
        state_each(article, Field::tag, labelled.value, ",;", Provenance::head);
    else
        state(article, labelled.field, labelled.value, Provenance::head);
    return article.metadata.size() > before;
}

bool state_byline(std::string_view line, Article& article) {
    const auto names = read_byline(line);
    if (!names) return false;
    for (const std::string& name : *names) state(article, Field::byline, name, Provenance::head);
    return true;
}

// Gives where the sentence begins; 0 where there is no dateline.
std::size_t state_dateline(std::string_view line, Article& article) {
    const auto dateline = read_dateline(line);
    if (!dateline) return 0;
    state(article, Field::place, dateline->place, Provenance::head);
    if (!dateline->agency.empty())
        state(article, Field::agency, dateline->agency, Provenance::head);
    if (!dateline->date.empty()) state(article, Field::date, dateline->date, Provenance::head);
    return dateline->end;
}

}  // namespace

bool is_head_line(std::string_view line) {
    const std::string_view bare = without_emphasis(line);
    return read_byline(bare) || read_label(bare) || read_dateline(bare);
}

bool state_head_line(std::string_view line, Article& article) {
    const std::string_view bare = without_emphasis(line);
    if (state_byline(bare, article)) return true;
    const auto labelled = read_label(bare);
    return labelled && state_label(*labelled, article);
}

std::size_t read_head_block(std::string_view text, Article& article) {
    std::optional<std::size_t> standfirst;
    std::size_t at = skip_blank_lines(text, 0);
    for (int lines = 0; lines < most_lines && at < text.size(); ++lines) {
        const Line line = line_at(text, at);
        if (const std::size_t sentence = state_dateline(line.text, article); sentence != 0)
            return standfirst.value_or(at + sentence);
        if (!state_head_line(line.text, article) && !read_label(without_emphasis(line.text))) {
            // One short paragraph may stand between the headline and the byline.
            const Line next = line_at(text, line.next);
            if (standfirst || line.text.size() > longest_standfirst || !next.blank())
                return standfirst.value_or(at);
            standfirst = at;
        }
        at = skip_blank_lines(text, line.next);
    }
    return standfirst.value_or(at);
}

}  // namespace morgue::indexer
