#include <algorithm>
#include <cstring>
#include <memory>
#include <new>

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>

#include <indexer/formats/western_controls.hpp>
#include <indexer/formats/words.hpp>
#include <indexer/readers/html_attributes.hpp>
#include <indexer/readers/html_hints.hpp>
#include <indexer/readers/html_page.hpp>
#include <indexer/readers/html_prepare.hpp>

namespace morgue::indexer {

namespace {

// The parser looks through all open elements at an end tag: this bounds its work.
constexpr std::size_t deepest = 10'000;
constexpr std::size_t most_meta = 1000;
constexpr std::size_t most_times = 100;
constexpr std::size_t largest_json_ld = 2 << 20;  // bytes, of a page's scripts together

// Takes the parser's events and fills the page.
class PageReader {
  public:
    PageReader(HtmlPage& page, htmlParserCtxt* parser) : page_(page), parser_(parser) {}

    void open(std::string_view element, const HtmlAttributes& attributes) {
        if (page_.tree.depth() >= deepest) return stop();
        const Tag tag = tag_of(element);
        if (!attributes.empty()) take_facts(element, tag, attributes);
        into_ = nullptr;
        if (tag == Tag::title && page_.title.empty() && !in_graphic_) into_ = &page_.title;
        if (tag == Tag::script && is_json_ld(attributes)) {
            page_.json_ld.emplace_back();
            into_ = &page_.json_ld.back();
        }
        if (tag == Tag::svg) in_graphic_ = true;
        silent_ = tag == Tag::script || tag == Tag::style;
        page_.tree.open(tag, read_hints(tag, attributes));
        // It has no end tag, but the parser takes what follows for its contents.
        if (tag == Tag::embed) page_.tree.end_tag(tag);
    }

    void close(std::string_view element) {
        into_ = nullptr;
        if (element == "svg") in_graphic_ = false;
        silent_ = false;
        page_.tree.close();
    }

    void text(std::string_view characters) {
        if (into_ != nullptr) into_->append(characters);
        if (!silent_) page_.tree.add_text(characters);
    }

    void comment(std::string_view text) {
        if (text.starts_with(end_tag_note))
            page_.tree.end_tag(tag_of(text.substr(end_tag_note.size())));
    }

    void finish() {
        page_.tree.finish();
        page_.title = without_western_controls(page_.title);
        for (auto& [name, content] : page_.meta) content = without_western_controls(content);
    }

  private:
    void stop() {
        page_.too_deep = true;
        xmlStopParser(parser_);
    }

    void take_facts(std::string_view element, Tag tag, const HtmlAttributes& attributes) {
        if (tag == Tag::html && page_.lang.empty()) {
            page_.lang = attributes.value("lang");
            if (page_.lang.empty()) page_.lang = attributes.value("xml:lang");
        }
        if (tag == Tag::link && page_.canonical.empty() &&
            lower_ascii(attributes.value("rel")) == "canonical")
            page_.canonical = attributes.value("href");
        if (element == "meta") take_meta(attributes);
        if (attributes.has("datetime")) take_time(element, attributes);
    }

    void take_time(std::string_view element, const HtmlAttributes& attributes) {
        const std::string_view time = attributes.value("datetime");
        const bool marked = attributes.value("itemprop") == "datePublished" ||
                            (element == "time" && attributes.has("pubdate"));
        if (marked && page_.marked_date.empty()) page_.marked_date = time;
        if (element == "time" && page_.times.size() < most_times) page_.times.emplace_back(time);
    }

    /// A property may be several, divided by spaces.
    void take_meta(const HtmlAttributes& attributes) {
        for (const std::string_view key : {"property", "name", "itemprop", "http-equiv"})
            for (const std::string_view name : words_of(attributes.value(key)))
                add_meta(lower_ascii(name), attributes.value("content"));
    }

    void add_meta(std::string name, std::string_view content) {
        // Dublin Core names are written dc.date and dc:date.
        if (name.starts_with("dc")) std::replace(name.begin(), name.end(), ':', '.');
        if (page_.meta.size() < most_meta && !content.empty())
            page_.meta.emplace_back(std::move(name), content);
    }

    bool is_json_ld(const HtmlAttributes& attributes) const {
        std::size_t held = 0;
        for (const std::string& script : page_.json_ld) held += script.size();
        return held < largest_json_ld && page_.json_ld.size() < 100 &&
               lower_ascii(attributes.value("type")).starts_with("application/ld+json");
    }

    HtmlPage& page_;
    htmlParserCtxt* parser_;
    std::string* into_ = nullptr;  ///< also takes the text of the element just opened
    bool in_graphic_ = false;
    bool silent_ = false;  ///< the text of the element just opened is no text of the page
};

PageReader& reader(void* data) {
    return *static_cast<PageReader*>(data);
}

void on_open(void* data, const xmlChar* name, const xmlChar** attributes) {
    reader(data).open(view(name), HtmlAttributes(attributes));
}

void on_close(void* data, const xmlChar* name) {
    reader(data).close(view(name));
}

void on_text(void* data, const xmlChar* characters, int size) {
    reader(data).text({reinterpret_cast<const char*>(characters), static_cast<std::size_t>(size)});
}

void on_comment(void* data, const xmlChar* text) {
    reader(data).comment(view(text));
}

htmlSAXHandler handlers() {
    htmlSAXHandler sax;
    std::memset(&sax, 0, sizeof sax);
    sax.startElement = on_open;
    sax.endElement = on_close;
    sax.characters = on_text;
    sax.ignorableWhitespace = on_text;
    sax.cdataBlock = on_text;
    sax.comment = on_comment;
    return sax;
}

struct FreeParser {
    void operator()(htmlParserCtxt* parser) const noexcept { htmlFreeParserCtxt(parser); }
};

}  // namespace

HtmlPage read_html_page(std::string_view prepared) {
    HtmlPage page;
    const std::unique_ptr<htmlParserCtxt, FreeParser> parser(htmlNewParserCtxt());
    if (!parser) throw std::bad_alloc();
    PageReader page_reader(page, parser.get());
    *parser->sax = handlers();
    parser->userData = &page_reader;
    constexpr int options =
        HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET;
    // A tree is made by the default handlers alone: none is returned here.
    htmlCtxtReadMemory(parser.get(), prepared.data(), static_cast<int>(prepared.size()), nullptr,
                       "UTF-8", options);
    page_reader.finish();
    return page;
}

}  // namespace morgue::indexer
