#include <algorithm>
#include <string_view>

#include <indexer/readers/faults.hpp>
#include <indexer/readers/g2_faults.hpp>

namespace morgue::indexer {

namespace {

constexpr std::string_view kinds_of_item[] = {"newsItem",      "packageItem",  "conceptItem",
                                              "knowledgeItem", "planningItem", "catalogItem"};
constexpr std::string_view attributes[] = {"guid", "standard", "standardversion"};
/// Paths below an item.
constexpr std::string_view elements[] = {"itemMeta", "itemMeta/itemClass", "itemMeta/provider",
                                         "itemMeta/versionCreated"};
/// So many relations of relations there may be.
constexpr std::size_t deepest_related = 3;

/// Since this version an item may do without a catalog of its names.
constexpr int catalog_free = 30;

/// 12 of "2.12"; 0 where it is none.
int minor_version(const std::string& version) {
    if (!version.starts_with("2.")) return 0;
    int number = 0;
    for (const char c : std::string_view(version).substr(2)) {
        if (c < '0' || c > '9' || number > 1000) break;
        number = number * 10 + (c - '0');
    }
    return number;
}

/// Holds a document to what all versions ask of all items.
/// Source: IPTC, NewsML-G2 2.9 to 2.35.
class Walker {
  public:
    void check(const XmlElement& element, std::size_t related = 0) {
        if (std::ranges::find(kinds_of_item, element.name()) != std::end(kinds_of_item))
            check_item(element);
        const std::size_t depth = element.is("related") ? related + 1 : 0;
        if (depth == deepest_related + 1)
            faults_.add("a 'related' stands in " + std::to_string(deepest_related) + " others");
        element.each_child([&](const XmlElement& inner) { check(inner, depth); });
    }

    std::string told() const { return faults_.told_of("NewsML-G2"); }

  private:
    void check_item(const XmlElement& item) {
        for (const std::string_view name : attributes)
            if (item.attribute(name).empty()) miss(item, name);
        for (const std::string_view path : elements) {
            const std::size_t slash = path.rfind('/');
            const bool has_parent = slash == path.npos || item.at(path.substr(0, slash));
            if (has_parent && !item.at(path)) miss(item, path);
        }
        const bool needs_catalog = minor_version(item.attribute("standardversion")) < catalog_free;
        if (needs_catalog && !item.child("catalogRef") && !item.child("catalog"))
            miss(item, "catalog");
    }

    void miss(const XmlElement& item, std::string_view what) {
        std::string place(item.name());
        if (const std::string guid = item.attribute("guid"); !guid.empty()) place += ' ' + guid;
        faults_.add('\'' + place + "' has no " + std::string(what));
    }

    Faults faults_;
};

}  // namespace

std::string g2_faults(const XmlElement& root) {
    Walker walker;
    walker.check(root);
    return walker.told();
}

}  // namespace morgue::indexer
