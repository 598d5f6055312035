#pragma once

#include <string_view>

#include <libxml/xmlstring.h>

namespace morgue::indexer {

inline std::string_view view(const xmlChar* text) {
    return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

/// An element's attributes as the parser hands them over: name, value, name, value, null.
class HtmlAttributes {
  public:
    explicit HtmlAttributes(const xmlChar** list) : list_(list) {}

    bool empty() const { return list_ == nullptr || list_[0] == nullptr; }
    bool has(std::string_view name) const { return find(name) != nullptr; }
    std::string_view value(std::string_view name) const {
        const xmlChar** found = find(name);
        return found == nullptr ? std::string_view() : view(found[1]);
    }

  private:
    const xmlChar** find(std::string_view name) const {
        for (const xmlChar** at = list_; at != nullptr && at[0] != nullptr; at += 2)
            if (view(at[0]) == name) return at;
        return nullptr;
    }

    const xmlChar** list_;
};

}  // namespace morgue::indexer
