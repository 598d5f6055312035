#include <set>
#include <string>
#include <utility>

#include <indexer/formats/article_parts.hpp>
#include <indexer/formats/format_signs.hpp>
#include <indexer/formats/lines.hpp>
#include <indexer/formats/words.hpp>
#include <indexer/readers/base64.hpp>
#include <indexer/readers/feed.hpp>
#include <indexer/readers/markup_text.hpp>
#include <indexer/readers/xml_document.hpp>
#include <text/utf8.hpp>

namespace morgue::indexer {

namespace {

/// Vocabularies that feeds borrow from, and the prefix that each goes by here.
constexpr std::pair<std::string_view, std::string_view> vocabularies[] = {
    {"http://purl.org/dc/elements/1.0/", "dc:"},
    {"http://purl.org/dc/elements/1.1/", "dc:"},
    {"http://purl.org/dc/terms/", "dcterms:"},
    {"http://purl.org/rss/1.0/modules/content/", "content:"},
    {"http://www.itunes.com/dtds/podcast-1.0.dtd", "itunes:"},
    {"http://www.w3.org/1999/xhtml", "xhtml:"},
};

/// What an element of an item says, the most telling of a field first.
constexpr std::pair<std::string_view, Field> elements[] = {
    {"title", Field::title},
    {"dc:title", Field::title},
    {"pubdate", Field::date},
    {"published", Field::date},
    {"issued", Field::date},
    {"dcterms:issued", Field::date},
    {"dc:date", Field::date},
    {"created", Field::date},
    {"dcterms:created", Field::date},
    {"updated", Field::date},
    {"modified", Field::date},
    {"dcterms:modified", Field::date},
    {"dc:creator", Field::byline},
    {"author", Field::byline},
    {"dc:author", Field::byline},
    {"itunes:author", Field::byline},
    {"link", Field::url},
    {"guid", Field::url},
    {"category", Field::tag},
    {"dc:subject", Field::tag},
    {"source", Field::source},
    {"dc:publisher", Field::source},
    {"dc:language", Field::lang},
    {"language", Field::lang},
};

/// What attributes of an item say in channels of the Channel Definition Format.
constexpr std::pair<std::string_view, Field> attributes[] = {
    {"HREF", Field::url},
    {"LASTMOD", Field::date},
};

/// Where the text of an item stands, the fullest first.
constexpr std::string_view texts[] = {"content:encoded", "xhtml:body",     "xhtml:div", "content",
                                      "description",     "dc:description", "summary",   "abstract",
                                      "itunes:summary",  "xhtml:p"};

/// The name in "jane@example.org (Jane Doe)"; others as they are.
std::string_view name_in(std::string_view author) {
    author = trimmed(author);
    const std::size_t open = author.find('(');
    const bool named = author.ends_with(')') && author.substr(0, open).find('@') < open;
    return named ? author.substr(open + 1, author.size() - open - 2) : author;
}

/// RSS means HTML everywhere, Atom says so.
enum class Dialect { rss, atom };

/// As Atom 0.3 says, and as 1.0 has it of all media that are no text.
bool is_base64(const XmlElement& element, std::string_view type) {
    if (const std::string mode = element.attribute("mode"); !mode.empty()) return mode == "base64";
    return type.find('/') != std::string_view::npos && !type.starts_with("text/") &&
           !type.ends_with("xml");
}

std::string text_of(const XmlElement& element, Dialect dialect) {
    if (element.has_elements()) return markup_text(element);
    const bool atom = dialect == Dialect::atom;
    const std::string type = lower_ascii(element.attribute("type"));
    const bool html = type.empty() ? !atom : type.find("html") != std::string::npos;
    std::string text = element.text();
    if (atom && is_base64(element, type)) text = from_base64(text).value_or(std::string());
    if (!text::is_valid_utf8(text)) return {};
    return html ? html_text(text) : std::string(trimmed(text));
}

/// What a feed says of all its items.
struct Feed {
    std::string title;
    std::string language;
    std::string link;
    std::vector<XmlElement> authors;

    Feed(const XmlElement& feed, Dialect dialect)
        : title(text_of(feed.child("title"), dialect)),
          language(feed.child("language").text()),
          link(folded_line(feed.child("link").text())) {
        feed.each_child([&](const XmlElement& element) {
            if (dialect == Dialect::atom && element.is("author")) authors.push_back(element);
        });
    }
};

/// Reads one item of a feed.
class ItemReader {
  public:
    ItemReader(const Feed& feed, const XmlElement& item) : feed_(feed), item_(item) {}

    ReadArticle read() {
        for (const auto& [name, field] : elements)
            item_.each_child([&, name = name, field = field](const XmlElement& element) {
                if (name_of(element) == name) say(field, element);
            });
        for (const auto& [name, field] : attributes) say(field, item_.attribute(name));
        say_what_the_feed_says();
        article().key = key();
        for (const std::string_view name : texts)
            item_.each_child([&](const XmlElement& element) {
                if (!has_text(article().body) && name_of(element) == name)
                    article().body = text_of(element, dialect());
            });
        // Some feeds are headlines alone.
        if (!has_text(article().body)) article().body = article().value(Field::title);
        return std::move(read_);
    }

  private:
    Article& article() noexcept { return read_.article; }
    Dialect dialect() const { return item_.is("entry") ? Dialect::atom : Dialect::rss; }

    /// In the item's own vocabulary, or in none, without a prefix; in others' with the one that it
    /// goes by here. Empty where it goes by none.
    std::string name_of(const XmlElement& element) const {
        const std::string name = lower_ascii(element.name());
        if (element.space().empty() || element.space() == item_.space()) return name;
        const std::string space = lower_ascii(element.space().substr(0, longest_value));
        for (const auto& [address, prefix] : vocabularies)
            if (space == address) return std::string(prefix) + name;
        return {};
    }

    void say(Field field, const XmlElement& element) {
        if (field == Field::url) return say_address(element);
        if (field == Field::tag) return say_tag(element);
        if (field == Field::title) return say(field, text_of(element, dialect()));
        if (field == Field::byline) return say_author(element);
        const XmlElement title = element.child("title");  // of the feed that Atom copied it from
        say(field, field == Field::source && title ? title.text() : element.text());
    }

    void say(Field field, std::string_view text) {
        state(article(), field, text, Provenance::record);
    }

    void say_address(const XmlElement& element) {
        if (element.is("guid") && lower_ascii(element.attribute("isPermaLink")) == "false") return;
        const std::string relation = lower_ascii(element.attribute("rel"));
        if (!relation.empty() && relation != "alternate") return;
        const std::string address = element.attribute("href");
        say(Field::url, element.resolved(address.empty() ? folded_line(element.text()) : address));
    }

    void say_tag(const XmlElement& element) {
        const std::string label = element.attribute("label");
        const std::string term = element.attribute("term");
        say(Field::tag, !label.empty() ? label : !term.empty() ? term : element.text());
    }

    void say_author(const XmlElement& element) {
        const XmlElement name = element.child("name");
        if (name || !element.has_elements())
            say(Field::byline, name_in(name ? name.text() : element.text()));
        else if (const XmlElement mail = element.child("email"))
            say(Field::byline, mail.text());
    }

    /// For items that do not say it themselves.
    void say_what_the_feed_says() {
        if (article().find(Field::byline) == nullptr)
            for (const XmlElement& author : feed_.authors) say_author(author);
        say(Field::source, feed_.title);
        say(Field::lang, item_.inherited("lang"));
        say(Field::lang, feed_.language);
    }

    /// A guid that is no address is one within its feed.
    std::string key() const {
        for (const std::string_view name : {"guid", "id"}) {
            const std::string id = folded_line(item_.child(name).text());
            if (id.find(':') != std::string::npos) return id;
            if (!id.empty()) return feed_.link.empty() ? std::string() : feed_.link + '#' + id;
        }
        return item_.attribute("about");
    }

    const Feed& feed_;
    const XmlElement& item_;
    ReadArticle read_;
};

/// Of what WordPress exports, only posts and pages that were published are articles: no drafts,
/// attachments or parts of a site.
bool is_published(const XmlElement& item) {
    const auto of_wordpress = [&](std::string_view name) {
        const XmlElement element = item.child(name);
        return element.space().starts_with(wordpress_space) ? folded_line(element.text())
                                                            : std::string();
    };
    const std::string type = of_wordpress("post_type");
    if (type.empty()) return true;
    return (type == "post" || type == "page") && of_wordpress("status") == "publish";
}

/// The articles of a feed, the first of each id or, where it has none, address.
class FeedReader {
  public:
    explicit FeedReader(const FileFacts& facts) : facts_(facts) {}

    ReadResult read(const XmlElement& root) {
        const XmlElement channel = root.child("channel");
        const Dialect dialect = root.is("feed") ? Dialect::atom : Dialect::rss;
        const Feed feed(channel ? channel : root, dialect);
        if (root.is("entry")) read_item(feed, root);
        read_items(feed, channel);
        read_items(feed, root);
        if (articles_.empty()) return Unread{SkipReason::empty, "no item with text in it"};
        return std::move(articles_);
    }

  private:
    /// In RSS 1.0 items stand beside the channel.
    void read_items(const Feed& feed, const XmlElement& around) {
        around.each_child([&](const XmlElement& element) {
            const std::string name = lower_ascii(element.name());
            if (name == "item" || name == "entry") read_item(feed, element);
        });
    }

    void read_item(const Feed& feed, const XmlElement& item) {
        if (!is_published(item)) return;
        ReadArticle read = ItemReader(feed, item).read();
        if (!has_text(read.article.body)) return;
        const std::string_view url = read.article.value(Field::url);
        const std::string id = read.article.key.empty() ? std::string(url) : read.article.key;
        if (!id.empty() && !seen_.insert(id).second) return;
        finish_article(read, facts_);
        articles_.push_back(std::move(read));
    }

    const FileFacts& facts_;
    std::vector<ReadArticle> articles_;
    std::set<std::string> seen_;
};

}  // namespace

ReadResult read_feed(std::string_view bytes, const FileFacts& facts) {
    auto parsed = parse_xml(bytes);
    if (auto* unread = std::get_if<Unread>(&parsed)) return std::move(*unread);
    const XmlDocument& document = std::get<XmlDocument>(parsed);
    return told_of(document.charset(), FeedReader(facts).read(document.root()));
}

}  // namespace morgue::indexer
