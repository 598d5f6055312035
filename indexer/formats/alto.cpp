#include <string>
#include <utility>
#include <vector>

#include <indexer/formats/alto.hpp>
#include <indexer/formats/article_parts.hpp>
#include <indexer/formats/xml_document.hpp>
#include <indexer/formats/xml_prolog.hpp>

namespace morgue::indexer {

namespace {

/// Gathers the words of a page.
class PageText {
  public:
    void add(const XmlElement& element) {
        if (element.is("TextBlock")) begin_block();
        if (element.is("String"))
            add_word(element);
        else if (element.is("HYP"))
            divided_ = true;
        else
            element.each_child([&](const XmlElement& inner) { add(inner); });
    }

    std::string take() { return std::move(text_); }

  private:
    /// A word may be divided between blocks, that is columns, too.
    void begin_block() { new_block_ = true; }

    /// The two parts of a divided word both tell the whole of it: it stands where it begins.
    void add_word(const XmlElement& element) {
        const std::string part = element.attribute("SUBS_TYPE");
        const std::string whole = element.attribute("SUBS_CONTENT");
        const bool is_rest = part == "HypPart2";
        if (is_rest && told_whole_) {
            divided_ = told_whole_ = false;
            return;
        }
        const bool tells_whole = part == "HypPart1" && !whole.empty();
        put(tells_whole ? whole : element.attribute("CONTENT"));
        told_whole_ = tells_whole;
    }

    void put(const std::string& word) {
        const bool joins = std::exchange(divided_, false) && !told_whole_;
        if (std::exchange(new_block_, false) && !joins && !text_.empty())
            text_ += "\n\n";
        else if (!joins && !text_.empty() && !text_.ends_with('\n'))
            text_ += ' ';
        text_ += word;
    }

    std::string text_;
    bool new_block_ = false;
    bool divided_ = false;     ///< by a hyphen at the end of a line
    bool told_whole_ = false;  ///< the divided word stands whole in the text
};

/// The number printed on it says more than its place among the pictures.
ReadArticle page_of(const XmlElement& page) {
    PageText text;
    text.add(page);
    ReadArticle read;
    read.article.body = text.take();
    for (const std::string_view number : {"PRINTED_IMG_NR", "PHYSICAL_IMG_NR"})
        state(read.article, Field::page, page.attribute(number), Provenance::record);
    state(read.article, Field::lang, page.attribute("LANG"), Provenance::record);
    return read;
}

}  // namespace

bool is_alto(std::string_view bytes) {
    return xml_root(bytes) == "alto";
}

ReadResult read_alto(std::string_view bytes, const FileFacts& facts) {
    auto parsed = parse_xml(bytes);
    if (auto* unread = std::get_if<Unread>(&parsed)) return std::move(*unread);
    std::vector<ReadArticle> pages;
    std::get<XmlDocument>(parsed).root().child("Layout").each_child([&](const XmlElement& page) {
        if (!page.is("Page")) return;
        ReadArticle read = page_of(page);
        if (!has_text(read.article.body)) return;
        finish_article(read, facts);
        pages.push_back(std::move(read));
    });
    if (pages.empty()) return Unread{SkipReason::empty, "no words on the page"};
    return pages;
}

}  // namespace morgue::indexer
