#include <iterator>
#include <utility>

#include <indexer/formats/lines.hpp>
#include <indexer/formats/record.hpp>
#include <indexer/formats/western_controls.hpp>
#include <indexer/formats/words.hpp>
#include <indexer/readers/html_page.hpp>
#include <indexer/readers/html_prepare.hpp>
#include <indexer/readers/markup_text.hpp>
#include <indexer/readers/text_writer.hpp>

namespace morgue::indexer {

namespace {

/// Elements of NITF and what they are in HTML. Media are pictures with captions, no text.
constexpr std::pair<std::string_view, Tag> wire_elements[] = {
    {"block", Tag::div}, {"body.content", Tag::div}, {"bq", Tag::blockquote}, {"hl1", Tag::h1},
    {"hl2", Tag::h2},    {"media", Tag::video},      {"note", Tag::div},
};

Tag tag_named(std::string_view name) {
    for (const auto& [wire, tag] : wire_elements)
        if (wire == name) return tag;
    return tag_of(lower_ascii(name));
}

struct TreeBuilder {
    HtmlTree tree;

    void open(const XmlElement& element) { tree.open(tag_named(element.name()), {}); }
    void text(std::string_view characters) { tree.add_text(characters); }
    void close() { tree.close(); }
};

std::string all_text(const HtmlTree& tree) {
    constexpr bool unlikely_too = true;
    const LivePage page(tree, unlikely_too);
    TextWriter writer(page);
    writer.write(0);
    return without_western_controls(writer.take());
}

}  // namespace

std::string html_text(std::string_view html) {
    const std::string as_written(trimmed(html));
    if (html.find_first_of("<&") == std::string_view::npos) return as_written;
    const auto prepared = prepared_page(html);
    if (!prepared) return as_written;
    const HtmlPage page = read_html_page(*prepared);
    return page.too_deep ? as_written : all_text(page.tree);
}

std::string stored_text(std::string_view stored) {
    const bool markup = stored.find("</") != std::string_view::npos ||
                        stored.find("<br") != std::string_view::npos ||
                        stored.find("<p>") != std::string_view::npos;
    return markup ? html_text(stored) : as_stored(stored);
}

std::string markup_text(const XmlElement& element) {
    TreeBuilder builder;
    element.walk(builder);
    builder.tree.finish();
    return all_text(builder.tree);
}

}  // namespace morgue::indexer
