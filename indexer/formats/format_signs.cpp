#include <indexer/formats/format_signs.hpp>
#include <indexer/formats/lines.hpp>
#include <indexer/formats/words.hpp>
#include <indexer/formats/xml_prolog.hpp>

namespace morgue::indexer {

namespace {

constexpr std::size_t json_looked_at = 2048;  // bytes
constexpr std::size_t xml_looked_at = 4096;   // bytes

/// The items of NewsML-G2; all but the first hold no article.
constexpr std::string_view g2_items[] = {"newsitem",      "newsmessage", "packageitem",
                                         "conceptitem",   "catalogitem", "catalog",
                                         "knowledgeitem", "planningitem"};

bool has_early(std::string_view bytes, std::size_t looked_at, std::string_view sign) {
    return bytes.substr(0, looked_at).find(sign) != std::string_view::npos;
}

}  // namespace

bool is_json(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    const std::string_view text = trimmed(bytes.substr(0, json_looked_at));
    return text.starts_with('{') || text.starts_with('[');
}

bool is_json_feed(std::string_view bytes) {
    return is_json(bytes) && has_early(bytes, json_looked_at, "jsonfeed.org/version");
}

bool is_ninjs(std::string_view bytes) {
    return is_json(bytes) && has_early(bytes, json_looked_at, "\"uri\"");
}

bool is_nitf(std::string_view bytes) {
    return xml_root(bytes) == "nitf";
}

bool is_newsml_g2(std::string_view bytes) {
    return is_one_of(g2_items, xml_root(bytes));
}

bool is_newsml(std::string_view bytes) {
    return xml_root(bytes) == "NewsML";
}

bool is_rss(std::string_view bytes) {
    const std::string root = lower_ascii(xml_root(bytes));
    return root == "rss" || root == "rdf" || root == "channel";
}

bool is_atom(std::string_view bytes) {
    const std::string root = xml_root(bytes);
    return root == "feed" || root == "entry";
}

bool is_alto(std::string_view bytes) {
    return xml_root(bytes) == "alto";
}

bool is_mets(std::string_view bytes) {
    return xml_root(bytes) == "mets";
}

bool is_wordpress(std::string_view bytes) {
    return is_rss(bytes) && has_early(bytes, xml_looked_at, wordpress_space);
}

}  // namespace morgue::indexer
