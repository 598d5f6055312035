#include <algorithm>
#include <array>
#include <iterator>

#include <indexer/readers/html_element.hpp>

namespace morgue::indexer {

namespace {

struct Element {
    std::string_view name;
    Tag tag;
    Flow flow;
};

// By name, in the order of the tags.
constexpr Element elements[] = {
    {"a", Tag::a, Flow::inlined},
    {"address", Tag::address, Flow::block},
    {"article", Tag::article, Flow::block},
    {"aside", Tag::aside, Flow::none},
    {"audio", Tag::audio, Flow::none},
    {"blockquote", Tag::blockquote, Flow::block},
    {"body", Tag::body, Flow::block},
    {"br", Tag::br, Flow::block},
    {"button", Tag::button, Flow::none},
    {"canvas", Tag::canvas, Flow::none},
    {"caption", Tag::caption, Flow::block},
    {"center", Tag::center, Flow::block},
    {"code", Tag::code, Flow::inlined},
    {"col", Tag::col, Flow::none},
    {"colgroup", Tag::colgroup, Flow::none},
    {"dd", Tag::dd, Flow::block},
    {"details", Tag::details, Flow::block},
    {"dialog", Tag::dialog, Flow::block},
    {"dir", Tag::dir, Flow::block},
    {"div", Tag::div, Flow::block},
    {"dl", Tag::dl, Flow::block},
    {"dt", Tag::dt, Flow::block},
    {"embed", Tag::embed, Flow::none},
    {"fieldset", Tag::fieldset, Flow::block},
    {"figcaption", Tag::figcaption, Flow::block},
    {"figure", Tag::figure, Flow::block},
    {"footer", Tag::footer, Flow::none},
    {"form", Tag::form, Flow::block},
    {"h1", Tag::h1, Flow::block},
    {"h2", Tag::h2, Flow::block},
    {"h3", Tag::h3, Flow::block},
    {"h4", Tag::h4, Flow::block},
    {"h5", Tag::h5, Flow::block},
    {"h6", Tag::h6, Flow::block},
    {"head", Tag::head, Flow::none},
    {"header", Tag::header, Flow::block},
    {"hr", Tag::hr, Flow::block},
    {"html", Tag::html, Flow::block},
    {"iframe", Tag::iframe, Flow::none},
    {"img", Tag::img, Flow::inlined},
    {"input", Tag::input, Flow::none},
    {"label", Tag::label, Flow::inlined},
    {"legend", Tag::legend, Flow::block},
    {"li", Tag::li, Flow::block},
    {"link", Tag::link, Flow::none},
    {"main", Tag::main, Flow::block},
    {"menu", Tag::menu, Flow::block},
    {"nav", Tag::nav, Flow::none},
    {"noembed", Tag::noembed, Flow::none},
    {"noframes", Tag::noframes, Flow::block},
    {"noscript", Tag::noscript, Flow::none},
    {"object", Tag::object, Flow::inlined},
    {"ol", Tag::ol, Flow::block},
    {"option", Tag::option, Flow::block},
    {"p", Tag::p, Flow::block},
    {"picture", Tag::picture, Flow::inlined},
    {"pre", Tag::pre, Flow::block},
    {"script", Tag::script, Flow::none},
    {"section", Tag::section, Flow::block},
    {"select", Tag::select, Flow::none},
    {"style", Tag::style, Flow::none},
    {"summary", Tag::summary, Flow::block},
    {"svg", Tag::svg, Flow::none},
    {"table", Tag::table, Flow::block},
    {"tbody", Tag::tbody, Flow::block},
    {"td", Tag::td, Flow::block},
    {"template", Tag::template_, Flow::none},
    {"textarea", Tag::textarea, Flow::none},
    {"tfoot", Tag::tfoot, Flow::block},
    {"th", Tag::th, Flow::block},
    {"thead", Tag::thead, Flow::block},
    {"title", Tag::title, Flow::none},
    {"tr", Tag::tr, Flow::block},
    {"ul", Tag::ul, Flow::block},
    {"video", Tag::video, Flow::none},
};

static_assert(std::is_sorted(std::begin(elements), std::end(elements),
                             [](const Element& a, const Element& b) { return a.name < b.name; }));

/// Of each letter, and of what would follow the last, the first element that begins with it.
constexpr auto first_named = [] {
    std::array<unsigned char, 'z' - 'a' + 2> table{};
    for (std::size_t letter = 0; letter < table.size(); ++letter)
        while (table[letter] < std::size(elements) &&
               elements[table[letter]].name.front() < static_cast<char>('a' + letter))
            ++table[letter];
    return table;
}();

constexpr auto flows = [] {
    std::array<Flow, 256> table{};
    for (const Element& element : elements)
        table[static_cast<unsigned char>(element.tag)] = element.flow;
    return table;
}();

}  // namespace

Tag tag_of(std::string_view lower_case_name) noexcept {
    if (lower_case_name.empty()) return Tag::other;
    const char first = lower_case_name.front();
    if (first < 'a' || first > 'z') return Tag::other;
    for (std::size_t i = first_named[first - 'a']; i < first_named[first - 'a' + 1]; ++i)
        if (elements[i].name == lower_case_name) return elements[i].tag;
    return Tag::other;
}

Flow flow_of(Tag tag) noexcept {
    return flows[static_cast<unsigned char>(tag)];
}

}  // namespace morgue::indexer
