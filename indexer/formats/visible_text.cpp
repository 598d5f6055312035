#include <algorithm>
#include <iterator>

#include <indexer/formats/article_parts.hpp>
#include <indexer/formats/lines.hpp>
#include <indexer/formats/visible_text.hpp>

namespace morgue::indexer {

namespace {

enum Kind : unsigned char { inlined, block, hiding, line_break, preformatted, article, form };

struct Element {
    std::string_view name;
    Kind kind;
};

// By name, in order; the first stands for all others.
constexpr Element elements[] = {
    {"", inlined},         {"address", block},    {"article", article}, {"aside", hiding},
    {"audio", hiding},     {"blockquote", block}, {"body", block},      {"br", line_break},
    {"button", hiding},    {"canvas", hiding},    {"caption", block},   {"center", block},
    {"dd", block},         {"details", block},    {"dialog", block},    {"dir", block},
    {"div", block},        {"dl", block},         {"dt", block},        {"fieldset", block},
    {"figcaption", block}, {"figure", block},     {"footer", hiding},   {"form", form},
    {"h1", block},         {"h2", block},         {"h3", block},        {"h4", block},
    {"h5", block},         {"h6", block},         {"head", hiding},     {"header", hiding},
    {"hr", block},         {"iframe", hiding},    {"legend", block},    {"li", block},
    {"main", block},       {"math", inlined},     {"menu", block},      {"nav", hiding},
    {"noembed", hiding},   {"noframes", block},   {"noscript", hiding}, {"object", inlined},
    {"ol", block},         {"option", block},     {"p", block},         {"pre", preformatted},
    {"script", hiding},    {"section", block},    {"select", hiding},   {"style", hiding},
    {"summary", block},    {"svg", hiding},       {"table", block},     {"tbody", block},
    {"td", block},         {"template", hiding},  {"textarea", hiding}, {"tfoot", block},
    {"th", block},         {"thead", block},      {"title", hiding},    {"tr", block},
    {"ul", block},         {"video", hiding},
};

static_assert(std::is_sorted(std::begin(elements), std::end(elements),
                             [](const Element& a, const Element& b) { return a.name < b.name; }));

unsigned char row_of(std::string_view name) {
    const auto* at = std::lower_bound(
        std::begin(elements), std::end(elements), name,
        [](const Element& element, std::string_view wanted) { return element.name < wanted; });
    const bool found = at != std::end(elements) && at->name == name;
    return found ? static_cast<unsigned char>(at - std::begin(elements)) : 0;
}

// A form with this much text wraps the page (as some site builders do); others ask for an
// address or a search word.
constexpr std::size_t small_form = 400;  // bytes

}  // namespace

bool is_noted_element(std::string_view name) {
    const Kind kind = elements[row_of(name)].kind;
    return kind == hiding || kind == article;
}

void VisibleText::open(std::string_view element, bool hidden) {
    const unsigned char row = row_of(element);
    const Kind kind = elements[row].kind;
    const bool hides = hidden || kind == hiding;
    just_closed_ = 0;
    if (kind != inlined) break_line();
    open_.push_back({row, hides, false, out_.size()});
    if (hides) ++hidden_;
    if (kind == preformatted) ++preformatted_;
    if (kind == article && hidden_ == 0 && ++articles_ == 1) article_begin_ = out_.size();
}

void VisibleText::close() {
    if (open_.empty()) return;
    Open element = open_.back();
    open_.pop_back();
    const Kind kind = elements[element.row].kind;
    end(element);
    if (kind == form && hidden_ == 0) drop_small_form(element.begin);
    if (kind == preformatted) --preformatted_;
    if (kind != inlined) break_line();
    just_closed_ = element.row;
}

void VisibleText::end_tag(std::string_view element) {
    const unsigned char row = row_of(element);
    const bool closed = just_closed_ == row;
    just_closed_ = 0;
    if (closed || row == 0) return;
    const auto open = std::find_if(open_.rbegin(), open_.rend(), [&](const Open& candidate) {
        return candidate.row == row && !candidate.ended;
    });
    if (open != open_.rend()) end(*open);
    break_line();
}

void VisibleText::end(Open& element) {
    if (element.ended) return;
    if (elements[element.row].kind == article && hidden_ == 0 && articles_ == 1)
        article_end_ = out_.size();
    if (element.hides) --hidden_;
    element.ended = true;
}

void VisibleText::drop_small_form(std::size_t begin) {
    if (begin >= out_.size() || out_.size() - begin >= small_form) return;
    out_.resize(begin);
    article_begin_ = std::min(article_begin_, begin);
    article_end_ = std::min(article_end_, begin);
}

void VisibleText::text(std::string_view characters) {
    just_closed_ = 0;
    if (hides()) return;
    while (!characters.empty()) {
        const std::size_t word = std::min(characters.find_first_of(ascii_space), characters.size());
        if (word > 0) put(characters.substr(0, word));
        characters.remove_prefix(word);
        if (characters.empty()) return;
        space_ = true;
        if (preformatted_ > 0 && characters.front() == '\n') break_line();
        characters.remove_prefix(1);
    }
}

void VisibleText::put(std::string_view word) {
    if (break_)
        out_ += '\n';
    else if (space_ && !out_.empty())
        out_ += ' ';
    break_ = space_ = false;
    out_ += word;
}

std::string_view VisibleText::result() const {
    const std::string_view all = out_;
    if (articles_ == 1 && article_end_ > article_begin_) {
        const auto alone = trimmed(all.substr(article_begin_, article_end_ - article_begin_));
        if (has_text(alone)) return alone;
    }
    return trimmed(all);
}

}  // namespace morgue::indexer
