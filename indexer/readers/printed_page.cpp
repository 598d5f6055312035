#include <algorithm>

#include <indexer/readers/printed_page.hpp>
#include <indexer/readers/xml_document.hpp>

namespace morgue::indexer {

namespace {

class PageParser {
  public:
    PrintedPage parse(const XmlElement& page) {
        page_.printed_number = page.attribute("PRINTED_IMG_NR");
        page_.physical_number = page.attribute("PHYSICAL_IMG_NR");
        page_.lang = page.attribute("LANG");
        add(page);
        return std::move(page_);
    }

  private:
    void add(const XmlElement& element) {
        if (element.is("String")) return add_word(element);
        if (element.is("HYP")) return divide();
        std::string id = element.attribute("ID");
        if (element.is("TextLine")) {
            begin_line(std::move(id));
            id.clear();
        }
        const bool named = !id.empty();
        if (named) around_.push_back(std::move(id));
        if (element.is("TextBlock")) {
            page_.blocks.push_back(around_);
            in_line_ = false;
        }
        element.each_child([&](const XmlElement& inner) { add(inner); });
        if (named) around_.pop_back();
    }

    void begin_line(std::string id) {
        if (page_.blocks.empty()) page_.blocks.push_back(around_);
        page_.lines.push_back({std::move(id), page_.blocks.size() - 1, {}});
        in_line_ = true;
    }

    void add_word(const XmlElement& element) {
        if (!in_line_) begin_line({});
        const std::string part = element.attribute("SUBS_TYPE");
        PrintedWord& word = page_.lines.back().words.emplace_back();
        word.text = element.attribute("CONTENT");
        word.is_rest = part == "HypPart2";
        if (part == "HypPart1") word.whole = element.attribute("SUBS_CONTENT");
    }

    void divide() {
        if (in_line_ && !page_.lines.back().words.empty())
            page_.lines.back().words.back().divided = true;
    }

    PrintedPage page_;
    std::vector<std::string> around_;  ///< names of what stands around
    bool in_line_ = false;
};

}  // namespace

bool PrintedPage::is_named(const PrintedLine& line, std::string_view id) const {
    return line.id == id || std::ranges::find(blocks[line.block], id) != blocks[line.block].end();
}

std::variant<std::vector<PrintedPage>, Unread> parse_alto(std::string_view bytes) {
    auto parsed = parse_xml(bytes);
    if (auto* unread = std::get_if<Unread>(&parsed)) return std::move(*unread);
    std::vector<PrintedPage> pages;
    std::get<XmlDocument>(parsed).root().child("Layout").each_child([&](const XmlElement& page) {
        if (page.is("Page")) pages.push_back(PageParser().parse(page));
    });
    return pages;
}

void PrintedText::add_page(const PrintedPage& page) {
    begin_page();
    for (const PrintedLine& line : page.lines) add(line);
}

void PrintedText::add(const PrintedLine& line) {
    if (std::exchange(block_, line.block) != line.block) new_block_ = true;
    for (const PrintedWord& word : line.words) add(word);
}

/// The two parts of a divided word both tell the whole of it: it stands where it begins.
void PrintedText::add(const PrintedWord& word) {
    if (word.text.empty()) return;
    if (word.is_rest && told_whole_) {
        divided_ = told_whole_ = false;
        return;
    }
    put(word.whole.empty() ? word.text : word.whole);
    told_whole_ = !word.whole.empty();
    divided_ = word.divided;
}

void PrintedText::put(const std::string& word) {
    const bool joins = std::exchange(divided_, false) && !told_whole_;
    if (std::exchange(new_block_, false) && !joins && !text_.empty())
        text_ += "\n\n";
    else if (!joins && !text_.empty())
        text_ += ' ';
    text_ += word;
}

}  // namespace morgue::indexer
