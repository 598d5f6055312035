#include <algorithm>
#include <iterator>

#include <unicode/utf8.h>

#include <indexer/readers/live_page.hpp>

namespace morgue::indexer {

namespace {

// Of Arabic, Chinese, Japanese and others' punctuation.
constexpr std::string_view other_commas[] = {"\u060C", "\u3001", "\uFE50",
                                             "\uFE10", "\uFE11", "\uFF0C"};

std::uint32_t count_of(std::string_view part, std::string_view text) {
    std::uint32_t count = 0;
    for (std::size_t at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++count;
    return count;
}

bool is_unlikely(const HtmlNode& node) {
    return node.hints.unlikely && node.tag != Tag::body && node.tag != Tag::html &&
           node.tag != Tag::a && node.tag != Tag::article && node.tag != Tag::main;
}

/// Shows no text of its own, but tells what the text around it is.
bool holds_nothing_shown(Tag tag) {
    return tag == Tag::input || tag == Tag::iframe || tag == Tag::embed;
}

bool is_block_of_paragraphs(Tag tag) {
    switch (tag) {
        case Tag::blockquote:
        case Tag::dl:
        case Tag::div:
        case Tag::img:
        case Tag::ol:
        case Tag::p:
        case Tag::pre:
        case Tag::table:
        case Tag::ul:
            return true;
        default:
            return false;
    }
}

}  // namespace

PageCounts& PageCounts::operator+=(const PageCounts& other) {
    characters += other.characters;
    link_characters += other.link_characters;
    heading_characters += other.heading_characters;
    list_characters += other.list_characters;
    commas += other.commas;
    paragraphs += other.paragraphs;
    images += other.images;
    items += other.items;
    inputs += other.inputs;
    embeds += other.embeds;
    blocks += other.blocks;
    return *this;
}

PageCounts& PageCounts::operator-=(const PageCounts& other) {
    characters -= other.characters;
    link_characters -= other.link_characters;
    heading_characters -= other.heading_characters;
    list_characters -= other.list_characters;
    commas -= other.commas;
    paragraphs -= other.paragraphs;
    images -= other.images;
    items -= other.items;
    inputs -= other.inputs;
    embeds -= other.embeds;
    blocks -= other.blocks;
    return *this;
}

PageCounts counts_of_text(std::string_view text) {
    PageCounts counts;
    unsigned char shows = 0;
    unsigned char all = 0;
    for (const char sign : text) {
        const auto byte = static_cast<unsigned char>(sign);
        shows |= byte > ' ' ? 1 : 0;
        all |= byte;
    }
    if (shows == 0) return counts;
    counts.characters = static_cast<std::uint32_t>(text.size());
    counts.commas = count_of(",", text);
    if (all < 0x80) return counts;
    for (const char byte : text) counts.characters -= U8_IS_TRAIL(byte) ? 1 : 0;
    for (const std::string_view comma : other_commas) counts.commas += count_of(comma, text);
    return counts;
}

LivePage::LivePage(const HtmlTree& tree, bool unlikely_too)
    : tree_(tree), dropped_(tree.nodes().size()) {
    for (std::uint32_t at = 0; at < size(); ++at) {
        const bool stays = shows(at) && (unlikely_too || !is_unlikely(node(at)));
        const std::uint32_t gone = at + (stays ? 1 : 0);
        if (stays && !holds_nothing_shown(node(at).tag)) continue;
        std::fill(dropped_.begin() + gone, dropped_.begin() + node(at).end, 1);
        at = node(at).end - 1;
    }
    count_all();
}

bool LivePage::shows(std::uint32_t number) const {
    const HtmlNode& one = node(number);
    if (one.hints.hidden) return false;
    if (one.tag == Tag::header) return heads_article(number);
    return flow_of(one.tag) != Flow::none || holds_nothing_shown(one.tag);
}

/// Sites have headers, too.
bool LivePage::heads_article(std::uint32_t header) const {
    if (is_within(header, Tag::article) || is_within(header, Tag::main)) return true;
    const auto begin = tree_.nodes().begin();
    return std::any_of(begin + header, begin + node(header).end,
                       [](const HtmlNode& inner) { return inner.tag == Tag::h1; });
}

PageCounts LivePage::counts_of_own(const HtmlNode& node) const {
    if (node.tag == Tag::text) return counts_of_text(tree_.text(node));
    PageCounts counts;
    counts.paragraphs = node.tag == Tag::p ? 1 : 0;
    counts.images = node.tag == Tag::img ? 1 : 0;
    counts.items = node.tag == Tag::li ? 1 : 0;
    counts.inputs = node.tag == Tag::input ? 1 : 0;
    counts.embeds = node.tag == Tag::iframe || node.tag == Tag::embed ? 1 : 0;
    counts.blocks = is_block_of_paragraphs(node.tag) ? 1 : 0;
    return counts;
}

void LivePage::count_all() {
    counts_.resize(size());
    for (std::uint32_t at = size(); at-- > 1;) {
        if (dropped(at)) continue;
        const HtmlNode& one = node(at);
        PageCounts& counts = counts_[at];
        counts += counts_of_own(one);
        if (one.tag == Tag::a)
            counts.link_characters = counts.characters * (one.hints.within_page ? 3 : 10) / 10;
        if (is_heading(one.tag)) counts.heading_characters = counts.characters;
        if (one.tag == Tag::ul || one.tag == Tag::ol) counts.list_characters = counts.characters;
        counts_[one.parent] += counts;
    }
}

void LivePage::drop(std::uint32_t number) {
    const PageCounts gone = counts_[number];
    for (std::uint32_t up = number; up != 0;) {
        up = node(up).parent;
        counts_[up] -= gone;
    }
    std::fill(dropped_.begin() + number, dropped_.begin() + node(number).end, 1);
}

double LivePage::link_density(std::uint32_t number) const {
    const PageCounts& all = counts(number);
    return all.characters == 0 ? 0 : double(all.link_characters) / all.characters;
}

bool LivePage::is_within(std::uint32_t number, Tag tag) const {
    for (std::uint32_t up = number; up != 0; up = node(up).parent)
        if (node(up).tag == tag) return true;
    return false;
}

}  // namespace morgue::indexer
