#include <new>
#include <utility>

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/uri.h>
#include <unicode/utf8.h>

#include <indexer/formats/article_parts.hpp>
#include <indexer/formats/xml_prolog.hpp>
#include <indexer/readers/charset.hpp>
#include <indexer/readers/html_attributes.hpp>
#include <indexer/readers/html_charset.hpp>
#include <indexer/readers/xml_document.hpp>

namespace morgue::indexer {

namespace {

constexpr std::size_t largest = 32 << 20;  // bytes
constexpr int deepest = 250;               // elements; the parser itself stops at 256
// The parser compares each attribute of a tag with all others, and each prefix with all that are
// declared around it: this bounds its work.
constexpr std::size_t most_attributes = 1000;
constexpr int most_prefixes = 200;

/// Counts the values in a stretch that begins with '<', up to the tag's end.
std::size_t attributes_in(std::string_view stretch) {
    std::size_t values = 0;
    for (std::size_t at = 0; at < stretch.size() && stretch[at] != '>'; ++at) {
        const char c = stretch[at];
        if (c != '"' && c != '\'') continue;
        ++values;
        at = std::min(stretch.find(c, at + 1), stretch.size());
    }
    return values;
}

/// Within a tag there is no second '<', or it is ill-formed.
bool has_endless_tag(std::string_view document) {
    for (std::size_t at = document.find('<'); at != std::string_view::npos;) {
        const std::size_t next = document.find('<', at + 1);
        if (attributes_in(document.substr(at, next - at)) > most_attributes) return true;
        at = next;
    }
    return false;
}

/// A character that HTML has a name for, as the parser wants it.
struct NamedCharacter {
    xmlEntity entity{};
    xmlChar bytes[U8_MAX_LENGTH + 1]{};

    xmlEntity* set(const htmlEntityDesc& named) {
        std::int32_t size = 0;
        U8_APPEND_UNSAFE(bytes, size, named.value);
        bytes[size] = 0;
        entity.type = XML_ENTITY_DECL;
        entity.etype = XML_INTERNAL_PREDEFINED_ENTITY;
        entity.content = bytes;
        entity.length = size;
        return &entity;
    }
};

/// What the parser's handlers note.
struct Parsing {
    NamedCharacter character;
    const char* refused = nullptr;
};

xmlParserCtxt* parser_of(void* data) {
    return static_cast<xmlParserCtxt*>(data);
}

Parsing& parsing_of(const xmlParserCtxt* parser) {
    return *static_cast<Parsing*>(parser->_private);
}

void refuse(xmlParserCtxt* parser, const char* why) {
    parsing_of(parser).refused = why;
    xmlStopParser(parser);
}

/// In values of attributes the parser would take the first byte of the character alone.
xmlEntity* on_entity(void* data, const xmlChar* name) {
    xmlParserCtxt* parser = parser_of(data);
    const htmlEntityDesc* named = htmlEntityLookup(name);
    if (named == nullptr || parser->instate == XML_PARSER_ATTRIBUTE_VALUE) return nullptr;
    return parsing_of(parser).character.set(*named);
}

void on_doctype(void* data, const xmlChar*, const xmlChar*, const xmlChar*) {
    refuse(parser_of(data), "its document type cannot be told from its text");
}

void on_open(void* data, const xmlChar* name, const xmlChar* prefix, const xmlChar* space,
             int spaces, const xmlChar** declared, int attributes, int defaulted,
             const xmlChar** values) {
    xmlParserCtxt* parser = parser_of(data);
    if (parser->nodeNr >= deepest) return refuse(parser, "elements nested more than 250 deep");
    if (parser->nsNr / 2 > most_prefixes) return refuse(parser, "more than 200 prefixes declared");
    xmlSAX2StartElementNs(data, name, prefix, space, spaces, declared, attributes, defaulted,
                          values);
}

struct FreeParser {
    void operator()(xmlParserCtxt* parser) const noexcept { xmlFreeParserCtxt(parser); }
};

/// "line 12: Opening and ending tag mismatch: item line 3 and channel"
std::string error_of(xmlParserCtxt* parser) {
    const xmlError& error = parser->lastError;
    const auto message = clean_value(error.message == nullptr ? "" : error.message);
    return "line " + std::to_string(error.line) + ": " + message.value_or("ill-formed");
}

}  // namespace

std::string_view XmlElement::name() const {
    return node_ == nullptr ? std::string_view() : view(node_->name);
}

std::string_view XmlElement::space() const {
    return node_ == nullptr || node_->ns == nullptr ? std::string_view() : view(node_->ns->href);
}

std::string_view XmlElement::characters(const xmlNode* text) {
    return view(text->content);
}

std::string XmlElement::attribute(std::string_view name) const {
    const xmlAttr* at = node_ == nullptr ? nullptr : node_->properties;
    while (at != nullptr && view(at->name) != name) at = at->next;
    std::string value;
    const xmlNode* part = at == nullptr ? nullptr : at->children;
    for (; part != nullptr; part = part->next) value += characters(part);
    return value;
}

std::string XmlElement::inherited(std::string_view name) const {
    for (const xmlNode* at = node_; at != nullptr && at->type == XML_ELEMENT_NODE; at = at->parent)
        if (std::string value = XmlElement(at).attribute(name); !value.empty()) return value;
    return {};
}

std::string XmlElement::text() const {
    struct {
        std::string all;
        void open(const XmlElement&) {}
        void text(std::string_view characters) { all += characters; }
        void close() {}
    } collector;
    walk(collector);
    return std::move(collector.all);
}

std::string XmlElement::resolved(const std::string& address) const {
    const auto bytes = [](const std::string& text) {
        return reinterpret_cast<const xmlChar*>(text.c_str());
    };
    const std::string base = inherited("base");
    if (base.empty()) return address;
    xmlChar* full = xmlBuildURI(bytes(address), bytes(base));
    std::string result(view(full));
    xmlFree(full);
    return result;
}

XmlElement XmlElement::child(std::string_view name) const {
    for (const xmlNode* at = first(); at != nullptr; at = at->next)
        if (at->type == XML_ELEMENT_NODE && view(at->name) == name) return XmlElement(at);
    return {};
}

XmlElement XmlElement::at(std::string_view path) const {
    const std::size_t end = path.find('/');
    const XmlElement next = child(path.substr(0, end));
    return end == std::string_view::npos ? next : next.at(path.substr(end + 1));
}

bool XmlElement::has_elements() const {
    bool found = false;
    each_child([&](const XmlElement&) { found = true; });
    return found;
}

std::variant<XmlDocument, Unread> parse_xml(std::string_view bytes) {
    if (bytes.size() > largest) return Unread{SkipReason::too_large, "over 32 MiB of XML"};
    auto decoded = decode_text(bytes, declared_charset(bytes));
    if (auto* unread = std::get_if<Unread>(&decoded)) return std::move(*unread);
    std::string& text = std::get<DecodedText>(decoded).text;
    if (!has_text(text)) return Unread{SkipReason::empty, {}};
    const std::string document = without_doctype(std::move(text));
    if (has_endless_tag(document))
        return Unread{SkipReason::malformed, "a tag with more than 1,000 attributes"};
    const std::unique_ptr<xmlParserCtxt, FreeParser> parser(xmlNewParserCtxt());
    if (!parser) throw std::bad_alloc();
    Parsing parsing;
    parser->_private = &parsing;
    parser->sax->getEntity = on_entity;
    parser->sax->internalSubset = on_doctype;
    parser->sax->startElementNs = on_open;
    constexpr int options = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
                            XML_PARSE_NOCDATA | XML_PARSE_COMPACT | XML_PARSE_IGNORE_ENC;
    XmlDocument read(
        xmlCtxtReadMemory(parser.get(), document.data(), static_cast<int>(document.size()), nullptr,
                          "UTF-8", options),
        std::get<DecodedText>(decoded).charset);
    if (parsing.refused != nullptr) return Unread{SkipReason::malformed, parsing.refused};
    if (!read.root()) return Unread{SkipReason::malformed, error_of(parser.get())};
    return read;
}

}  // namespace morgue::indexer
