#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include <libxml/tree.h>

#include <indexer/formats/reader.hpp>
#include <indexer/readers/charset.hpp>

namespace morgue::indexer {

/// An element of an XmlDocument, which outlives it; or none, which has nothing in it.
class XmlElement {
  public:
    XmlElement() = default;
    explicit XmlElement(const xmlNode* node) : node_(node) {}
    explicit operator bool() const noexcept { return node_ != nullptr; }

    std::string_view name() const;   ///< without its prefix, where that is declared
    std::string_view space() const;  ///< the address of its namespace; empty for none
    bool is(std::string_view wanted) const { return name() == wanted; }

    /// The value of an attribute, named without its prefix; empty where there is none.
    std::string attribute(std::string_view name) const;
    /// The same of the element or, where it has none, of the nearest around it that has one.
    std::string inherited(std::string_view name) const;
    std::string text() const;  ///< all characters within
    /// An address as the document means it: relative ones by its xml:base.
    std::string resolved(const std::string& address) const;

    XmlElement child(std::string_view name) const;  ///< the first so named
    /// The first element that a path of names leads to: "head/docdata".
    XmlElement at(std::string_view path) const;
    bool has_elements() const;

    /// Calls visit(element) for each child.
    template <class Visit>
    void each_child(Visit visit) const {
        for (const xmlNode* at = first(); at != nullptr; at = at->next)
            if (at->type == XML_ELEMENT_NODE) visit(XmlElement(at));
    }
    /// Calls open(element) for each element within, text(characters) and close() in their order.
    template <class Visitor>
    void walk(Visitor& visitor) const {
        for (const xmlNode* at = first(); at != nullptr; at = at->next) {
            if (at->type == XML_TEXT_NODE) visitor.text(characters(at));
            if (at->type != XML_ELEMENT_NODE) continue;
            visitor.open(XmlElement(at));
            XmlElement(at).walk(visitor);
            visitor.close();
        }
    }

  private:
    const xmlNode* first() const noexcept { return node_ == nullptr ? nullptr : node_->children; }
    static std::string_view characters(const xmlNode* text);

    const xmlNode* node_ = nullptr;
};

/// A document in XML.
class XmlDocument {
  public:
    XmlDocument(xmlDoc* document, Charset charset)
        : document_(document), charset_(std::move(charset)) {}

    XmlElement root() const { return XmlElement(xmlDocGetRootElement(document_.get())); }
    const Charset& charset() const noexcept { return charset_; }

  private:
    struct Free {
        void operator()(xmlDoc* document) const noexcept { xmlFreeDoc(document); }
    };

    std::unique_ptr<xmlDoc, Free> document_;
    Charset charset_;
};

/// Parses a document that is well-formed but for names of characters that only HTML has (&eacute;).
/// Document types are not read: nothing is loaded, and no entity is expanded. What is ill-formed,
/// nested deeply or very large is refused by line and reason.
std::variant<XmlDocument, Unread> parse_xml(std::string_view bytes);

}  // namespace morgue::indexer
