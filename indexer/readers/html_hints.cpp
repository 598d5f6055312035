#include <algorithm>
#include <cctype>
#include <iterator>
#include <string>

#include <base/hash.hpp>
#include <indexer/formats/words.hpp>
#include <indexer/readers/html_hints.hpp>

namespace morgue::indexer {

namespace {

// Parts of the names that classes and ids have, in lower case.

/// Around an article, or between its paragraphs.
constexpr std::string_view around[] = {
    "-ad-",       "_ad_",     "ad-break",   "adslot",       "advert",  "agegate",    "banner",
    "breadcrumb", "combx",    "comment",    "community",    "consent", "cookie",     "cover-wrap",
    "disqus",     "extra",    "footer",     "gdpr",         "header",  "legends",    "menu",
    "most-read",  "mostread", "newsletter", "outbrain",     "pager",   "pagination", "popup",
    "recommend",  "related",  "remark",     "replies",      "rss",     "shoutbox",   "sidebar",
    "skyscraper", "social",   "sponsor",    "supplemental", "taboola", "trending",   "yom-remote",
};

/// Of an article after all, whatever else the name says.
constexpr std::string_view within[] = {
    "and", "article", "body", "column", "content", "main", "mathjax", "shadow", "story",
};

constexpr std::string_view good[] = {
    "article", "blog", "body", "content", "entry", "hentry",
    "main",    "page", "post", "story",   "text",
};

constexpr std::string_view bad[] = {
    "-ad-",       "banner",  "combx",    "com-",   "comment",  "contact",    "footer",
    "gdpr",       "hidden",  "masthead", "media",  "meta",     "newsletter", "outbrain",
    "promo",      "related", "scroll",   "share",  "shopping", "shoutbox",   "sidebar",
    "skyscraper", "sponsor", "tags",     "widget",
};

constexpr std::string_view bylines[] = {"byline", "author", "dateline", "writtenby", "p-author"};

/// Roles of what is no part of a text.
constexpr std::string_view apart[] = {
    "alert", "alertdialog", "complementary", "dialog", "menu", "menubar", "navigation", "search",
};

constexpr int weight_of_name = 25;

template <std::size_t size>
bool holds_any(std::string_view name, const std::string_view (&parts)[size]) {
    return std::any_of(std::begin(parts), std::end(parts), [&](std::string_view part) {
        return name.find(part) != std::string_view::npos;
    });
}

int weight_of(std::string_view name) {
    if (name.empty()) return 0;
    return (holds_any(name, good) ? weight_of_name : 0) -
           (holds_any(name, bad) || name == "hid" ? weight_of_name : 0);
}

/// "share" as a word or beside an underscore; not "shareholders".
bool names_sharing(std::string_view name) {
    constexpr std::string_view word = "share";
    for (std::size_t at = name.find(word); at != std::string_view::npos;
         at = name.find(word, at + 1)) {
        const bool begins = at == 0 || std::isalnum(static_cast<unsigned char>(name[at - 1])) == 0;
        std::string_view after = name.substr(at + word.size());
        if (after.starts_with("daddy")) after.remove_prefix(5);
        const bool ends =
            after.empty() || std::isalnum(static_cast<unsigned char>(after.front())) == 0;
        if (begins && ends) return true;
    }
    return false;
}

bool is_hidden(const HtmlAttributes& attributes, std::string_view class_name) {
    if (attributes.has("hidden")) return true;
    const bool only_picture = class_name.find("fallback-image") != std::string_view::npos;
    if (attributes.value("aria-hidden") == "true" && !only_picture) return true;
    std::string style = lower_ascii(attributes.value("style"));
    std::erase(style, ' ');
    return style.find("display:none") != std::string::npos ||
           style.find("visibility:hidden") != std::string::npos;
}

bool has_role_apart(const HtmlAttributes& attributes) {
    const std::string_view role = attributes.value("role");
    return std::find(std::begin(apart), std::end(apart), role) != std::end(apart);
}

}  // namespace

HtmlHints read_hints(Tag tag, const HtmlAttributes& attributes) {
    HtmlHints hints;
    if (attributes.empty()) return hints;
    const std::string class_name = lower_ascii(attributes.value("class"));
    const std::string id = lower_ascii(attributes.value("id"));
    const std::string names = class_name + ' ' + id;
    hints.hidden = is_hidden(attributes, class_name);
    hints.unlikely =
        has_role_apart(attributes) || (holds_any(names, around) && !holds_any(names, within));
    hints.share = names_sharing(names);
    hints.byline = attributes.value("rel") == "author" ||
                   attributes.value("itemprop").find("author") != std::string_view::npos ||
                   holds_any(names, bylines);
    hints.name = attributes.value("itemprop") == "name";
    hints.within_page = tag == Tag::a && attributes.value("href").starts_with('#');
    hints.weight = static_cast<std::int8_t>(weight_of(class_name) + weight_of(id));
    if (!class_name.empty()) hints.kind = static_cast<std::uint32_t>(base::hash64(class_name)) | 1;
    return hints;
}

}  // namespace morgue::indexer
