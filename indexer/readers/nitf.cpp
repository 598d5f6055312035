#include <algorithm>
#include <charconv>
#include <initializer_list>
#include <optional>
#include <string>
#include <utility>

#include <indexer/formats/article_parts.hpp>
#include <indexer/formats/byline.hpp>
#include <indexer/formats/wire_items.hpp>
#include <indexer/formats/words.hpp>
#include <indexer/readers/markup_text.hpp>
#include <indexer/readers/nitf.hpp>

namespace morgue::indexer {

namespace {

/// A field, where it is said, and in which attribute; in none: what the element holds.
struct Saying {
    Field field;
    std::string_view path;
    std::string_view attribute;
};

/// The most telling of a field first.
constexpr Saying sayings[] = {
    {Field::title, "body/body.head/hedline/hl1", {}},
    {Field::title, "body/body.head/headline/hl1", {}},
    {Field::title, "head/title", {}},
    {Field::date, "head/pubdata", "date.publication"},
    {Field::date, "head/docdata/date.release", "norm"},
    {Field::date, "head/docdata/date.issue", "norm"},
    {Field::date, "body/body.head/dateline/story.date", "norm"},
    {Field::source, "head/pubdata", "name"},
    {Field::source, "body/body.head/distributor", {}},
    {Field::section, "head/pubdata", "position.section"},
    {Field::url, "head/pubdata", "ex-ref"},
    {Field::place, "body/body.head/dateline/location", {}},
    {Field::lang, "body", "lang"},
};

std::string text_at(const XmlElement& nitf, const Saying& saying) {
    const XmlElement element = nitf.at(saying.path);
    return saying.attribute.empty() ? element.text() : element.attribute(saying.attribute);
}

/// Name by name where it is written as a byline is; else the whole line.
void state_byline(const XmlElement& byline, Article& article) {
    const auto say = [&](std::string_view text) {
        state(article, Field::byline, text, Provenance::record);
    };
    bool named = false;
    byline.each_child([&](const XmlElement& element) {
        if (!element.is("person")) return;
        say(element.text());
        named = true;
    });
    if (named) return;
    const std::string line = folded_line(byline.text());
    const auto names = read_byline(line);
    if (!names) return say(line);
    for (const std::string& name : *names) say(name);
}

void state_tags(const XmlElement& head, Article& article) {
    const auto say = [&](const XmlElement& list, std::string_view name,
                         std::string_view attribute) {
        list.each_child([&](const XmlElement& element) {
            if (element.is(name))
                state(article, Field::tag, element.attribute(attribute), Provenance::record);
        });
    };
    say(head.at("docdata/key-list"), "keyword", "key");
    say(head.child("tobject"), "tobject.subject", "tobject.subject.matter");
    say(head.child("tobject"), "tobject.subject", "tobject.subject.type");
}

/// As exports of print archives tell it.
void state_page(const XmlElement& head, Article& article) {
    head.each_child([&](const XmlElement& element) {
        if (element.is("meta") && element.attribute("name") == "print_page_number")
            state(article, Field::page, element.attribute("content"), Provenance::record);
    });
}

/// Some archives have the lead a second time, beside the whole.
std::string body_of(const XmlElement& nitf) {
    const XmlElement content = nitf.at("body/body.content");
    XmlElement whole;
    content.each_child([&](const XmlElement& block) {
        if (block.is("block") && block.attribute("class") == "full_text") whole = block;
    });
    std::string text = markup_text(whole ? whole : content);
    return has_text(text) ? text : markup_text(nitf.at("body/body.head/abstract"));
}

/// Of one identifier there may be several versions, numbered within their generation.
std::int64_t version_in(const XmlElement& identifier) {
    constexpr std::int64_t most_versions = 1'000'000;
    const auto number = [&](std::string_view name) {
        const std::string digits = identifier.attribute(name);
        std::int64_t value = 0;
        std::from_chars(digits.data(), digits.data() + digits.size(), value);
        return std::clamp<std::int64_t>(value, 0, most_versions - 1);
    };
    return number("generation") * most_versions + number("version");
}

constexpr std::string_view states_of_no_article[] = {"canceled", "cancelled", "withheld"};
constexpr std::string_view kinds_of_kill[] = {"kill", "killed", "cancel", "withdraw", "withdrawn"};

bool is_taken_back(std::string_view status) {
    return is_one_of(states_of_no_article, status);
}

/// Whether a message to editors is of a kind that takes the document back.
bool is_kill(const XmlElement& facts) {
    bool kills = false;
    facts.each_child([&](const XmlElement& message) {
        kills |= message.is("ed-msg") && (is_one_of(kinds_of_kill, message.attribute("msg-type")) ||
                                          is_taken_back(message.attribute("msg-type")));
    });
    return kills;
}

std::string doc_id(const XmlElement& facts) {
    return facts.child("doc-id").attribute("id-string");
}

/// Another document that this one takes back.
std::optional<WireItem> other_taken_back(const XmlElement& facts) {
    const std::string other = folded_line(facts.attribute("management-doc-idref"));
    if (other.empty() || !is_taken_back(facts.attribute("management-idref-status")))
        return std::nullopt;
    WireItem item;
    item.killed = true;
    item.read.article.key = other;
    item.read.member = "kill";
    return item;
}

WireItem item_of(const XmlElement& nitf) {
    WireItem item;
    const XmlElement facts = nitf.at("head/docdata");
    item.killed = is_taken_back(facts.attribute("management-status")) || is_kill(facts);
    Article& article = item.read.article;
    if (const XmlElement identifier = facts.child("du-key")) {
        article.key = folded_line(identifier.attribute("key"));
        // Several documents may be parts of one, each with versions of its own.
        if (const std::string part = identifier.attribute("part"); !part.empty())
            article.key += '#' + part;
        item.version = version_in(identifier);
    }
    if (!article.key.empty()) state(article, Field::other_id, doc_id(facts), Provenance::record);
    if (!state_nitf(nitf, article)) article.body = article.value(Field::title);
    return item;
}

}  // namespace

bool state_nitf(const XmlElement& nitf, Article& article) {
    for (const Saying& saying : sayings)
        state(article, saying.field, text_at(nitf, saying), Provenance::record);
    nitf.at("body/body.head").each_child([&](const XmlElement& element) {
        if (element.is("byline")) state_byline(element, article);
    });
    state_tags(nitf.child("head"), article);
    state_page(nitf.child("head"), article);
    if (article.key.empty()) article.key = doc_id(nitf.at("head/docdata"));
    article.body = body_of(nitf);
    return has_text(article.body);
}

ReadResult read_nitf(std::string_view bytes, const FileFacts& facts) {
    auto parsed = parse_xml(bytes);
    if (auto* unread = std::get_if<Unread>(&parsed)) return std::move(*unread);
    const XmlDocument& document = std::get<XmlDocument>(parsed);
    const XmlElement nitf = document.root();
    WireItems items;
    items.add(item_of(nitf));
    if (auto other = other_taken_back(nitf.at("head/docdata"))) items.add(*std::move(other));
    ReadResult result = items.take(facts, "article");
    // More is not asked of every document.
    if (!nitf.child("body")) result.tell_faults("NITF: it has no body");
    return told_of(document.charset(), std::move(result));
}

}  // namespace morgue::indexer
