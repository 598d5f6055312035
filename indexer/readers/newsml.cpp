#include <charconv>
#include <cstdint>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>

#include <indexer/formats/article_parts.hpp>
#include <indexer/formats/dateline.hpp>
#include <indexer/formats/wire_items.hpp>
#include <indexer/formats/words.hpp>
#include <indexer/readers/g2_faults.hpp>
#include <indexer/readers/markup_text.hpp>
#include <indexer/readers/newsml.hpp>
#include <indexer/readers/nitf.hpp>
#include <indexer/readers/xml_document.hpp>

namespace morgue::indexer {

namespace {

std::optional<std::int64_t> number_in(std::string_view digits) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return error == std::errc{} ? std::optional(number) : std::nullopt;
}

bool is_taken_back(std::string_view status) {
    const std::string lower = lower_ascii(status.substr(status.find(':') + 1));
    return lower == "canceled" || lower == "cancelled" || lower == "withheld";
}

void say(Article& article, Field field, std::string_view text) {
    state(article, field, text, Provenance::record);
}

/// A text of its own, or an article in NITF or HTML.
std::string content_of(const XmlElement& holder, Article& article) {
    const XmlElement nitf = holder.child("nitf");
    if (nitf && state_nitf(nitf, article)) return std::move(article.body);
    if (holder.has_elements()) return markup_text(holder);
    const std::string type = lower_ascii(holder.attribute("contenttype"));
    const std::string text = folded_line(type).find("html") == std::string::npos
                                 ? holder.text()
                                 : html_text(holder.text());
    return has_text(text) ? text : std::string();
}

/// Reads one newsItem of NewsML-G2.
class G2Item {
  public:
    explicit G2Item(const XmlElement& item) : item_(item) {}

    WireItem read() {
        const XmlElement facts = item_.child("contentMeta");
        const XmlElement management = item_.child("itemMeta");
        wire_.version = number_in(item_.attribute("version"));
        wire_.killed = is_taken_back(management.child("pubStatus").attribute("qcode"));
        article().key = item_.attribute("guid");
        say(article(), Field::title, facts.child("headline").text());
        say(article(), Field::title, management.child("title").text());
        for (const XmlElement& date :
             {management.child("firstCreated"), facts.child("contentCreated"),
              management.child("versionCreated")})
            say(article(), Field::date, date.text());
        say_all(facts, "by", Field::byline, {});
        say_all(facts, "creator", Field::byline, "name");
        say_all(management, "provider", Field::source, "name");
        say_all(facts, "infoSource", Field::source, "name");
        say_all(facts, "subject", Field::tag, "name");
        say_all(facts, "keyword", Field::tag, {});
        state_dateline(article(), facts.child("dateline").text());
        say_all(facts, "located", Field::place, "name");
        say(article(), Field::lang, facts.child("language").attribute("tag"));
        say(article(), Field::lang, item_.inherited("lang"));
        article().body = body();
        // Of pictures and films this is all the text.
        if (!has_text(article().body)) article().body = descriptions(facts);
        wire_.why_empty = "an item without text";
        return std::move(wire_);
    }

  private:
    Article& article() noexcept { return wire_.read.article; }

    /// What all elements of a name say, themselves or by a child of theirs.
    void say_all(const XmlElement& around, std::string_view name, Field field,
                 std::string_view child) {
        around.each_child([&](const XmlElement& element) {
            if (element.is(name))
                say(article(), field, (child.empty() ? element : element.child(child)).text());
        });
    }

    /// Of several, which are the same in other forms, the first that has a text.
    std::string body() {
        std::string text;
        item_.child("contentSet").each_child([&](const XmlElement& content) {
            const bool within = content.is("inlineXML") || content.is("inlineData");
            if (within && !has_text(text)) text = content_of(content, article());
        });
        return text;
    }

    static std::string descriptions(const XmlElement& facts) {
        std::string text;
        facts.each_child([&](const XmlElement& element) {
            if (!element.is("description")) return;
            if (!text.empty()) text += '\n';
            text += markup_text(element);
        });
        return text;
    }

    const XmlElement& item_;
    WireItem wire_;
};

/// Reads one NewsItem of NewsML 1, whose components may hold one another.
class NewsMlItem {
  public:
    explicit NewsMlItem(const XmlElement& item) : item_(item) {}

    WireItem read() {
        const XmlElement id = item_.at("Identification/NewsIdentifier");
        const XmlElement management = item_.child("NewsManagement");
        wire_.version = number_in(folded_line(id.child("RevisionId").text()));
        wire_.killed = is_taken_back(formal_name(management.child("Status")));
        article().key = key_of(id);
        wire_.why_empty = why_empty(id.child("RevisionId").attribute("Update"));
        say(article(), Field::date, management.child("FirstCreated").text());
        say(article(), Field::date, management.child("ThisRevisionCreated").text());
        take(item_);
        // A notice to editors takes back what came before it.
        if (!has_text(article().body)) wire_.killed |= takes_back_revisions(management);
        return std::move(wire_);
    }

  private:
    Article& article() noexcept { return wire_.read.article; }

    /// Of the rules by which a revision changes parts of the one before, none is carried out.
    static std::string why_empty(std::string_view update) {
        if (update == "U") return "it only says how to change parts of the revision before";
        if (update == "A") return "it only says anew how the revision before is managed";
        return "an item without text";
    }

    static bool takes_back_revisions(const XmlElement& management) {
        bool takes_back = false;
        management.each_child([&](const XmlElement& instruction) {
            if (!instruction.is("Instruction")) return;
            instruction.each_child([&](const XmlElement& earlier) {
                takes_back |= earlier.is("RevisionStatus") &&
                              is_taken_back(formal_name(earlier.child("Status")));
            });
        });
        return takes_back;
    }

    static std::string formal_name(const XmlElement& element) {
        return element.attribute("FormalName");
    }

    /// Without the revision, which ends the public identifier.
    static std::string key_of(const XmlElement& id) {
        std::string key;
        for (const std::string_view part : {"ProviderId", "DateId", "NewsItemId"}) {
            const std::string text = folded_line(id.child(part).text());
            if (text.empty()) return {};
            key += (key.empty() ? "" : ":") + text;
        }
        return key;
    }

    void take(const XmlElement& around) {
        around.each_child([&](const XmlElement& element) {
            if (element.is("NewsLines"))
                take_lines(element);
            else if (element.is("AdministrativeMetadata"))
                say(article(), Field::source, formal_name(element.at("Source/Party")));
            else if (element.is("DescriptiveMetadata"))
                say(article(), Field::lang, formal_name(element.child("Language")));
            else if (element.is("ContentItem"))
                take_content(element);
            else if (element.is("NewsComponent"))
                take(element);
        });
    }

    void take_lines(const XmlElement& lines) {
        lines.each_child([&](const XmlElement& line) {
            if (line.is("HeadLine")) say(article(), Field::title, line.text());
            if (line.is("ByLine")) say(article(), Field::byline, line.text());
            if (line.is("DateLine")) state_dateline(article(), line.text());
            if (line.is("KeywordLine")) say(article(), Field::tag, line.text());
        });
    }

    /// The longest of its texts: others are headlines, or the same with less.
    void take_content(const XmlElement& content) {
        const std::string type = formal_name(content.child("MimeType"));
        if (type == "text/css" || type == "text/javascript") return;
        Article& known = article();
        std::string longest = std::move(known.body);
        std::string text = content_of(content.child("DataContent"), known);
        known.body = text.size() > longest.size() ? std::move(text) : std::move(longest);
    }

    const XmlElement& item_;
    WireItem wire_;
};

/// All elements of a name, however deep.
template <class Visit>
void each_within(const XmlElement& around, std::string_view name, Visit visit) {
    if (around.is(name)) return visit(around);
    around.each_child([&](const XmlElement& element) { each_within(element, name, visit); });
}

template <class Item>
ReadResult read_items(std::string_view bytes, std::string_view name, const FileFacts& facts) {
    auto parsed = parse_xml(bytes);
    if (auto* unread = std::get_if<Unread>(&parsed)) return std::move(*unread);
    WireItems items;
    const XmlDocument& document = std::get<XmlDocument>(parsed);
    each_within(document.root(), name,
                [&](const XmlElement& item) { items.add(Item(item).read()); });
    ReadResult result = items.take(facts, std::string(name));
    if constexpr (std::is_same_v<Item, G2Item>) result.tell_faults(g2_faults(document.root()));
    return told_of(document.charset(), std::move(result));
}

}  // namespace

ReadResult read_newsml_g2(std::string_view bytes, const FileFacts& facts) {
    return read_items<G2Item>(bytes, "newsItem", facts);
}

ReadResult read_newsml(std::string_view bytes, const FileFacts& facts) {
    return read_items<NewsMlItem>(bytes, "NewsItem", facts);
}

}  // namespace morgue::indexer
