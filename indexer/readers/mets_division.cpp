#include <string_view>

#include <indexer/formats/article_parts.hpp>
#include <indexer/formats/words.hpp>
#include <indexer/readers/mets_division.hpp>

namespace morgue::indexer {

namespace {

constexpr std::string_view article_types[] = {
    "article",   "advertisement", "advert", "ad",     "announcement", "classified",
    "editorial", "feuilleton",    "letter", "news",   "notice",       "obituary",
    "poem",      "report",        "review", "serial", "weather",      "interview"};
/// Of these, those that hold no articles are some.
constexpr std::string_view section_types[] = {"section", "chapter", "rubric", "column"};
constexpr std::string_view headline_types[] = {"heading", "headline", "title"};
constexpr std::string_view byline_types[] = {"author", "byline"};

bool holds_articles(const XmlElement& division) {
    bool holds = false;
    division.each_child([&](const XmlElement& inner) {
        if (inner.is("div"))
            holds |= is_one_of(article_types, type_of(inner)) ||
                     is_one_of(section_types, type_of(inner)) || holds_articles(inner);
    });
    return holds;
}

}  // namespace

std::string type_of(const XmlElement& division) {
    const std::string type = lower_ascii(division.attribute("TYPE"));
    return type.substr(type.find(':') + 1);
}

bool is_page(const XmlElement& division) {
    return type_of(division).ends_with("page");
}

bool is_section(const XmlElement& division) {
    return is_one_of(section_types, type_of(division));
}

bool is_article(const XmlElement& division) {
    return is_one_of(article_types, type_of(division)) ||
           (is_section(division) && !holds_articles(division));
}

TextRole role_of(const XmlElement& division, TextRole around) {
    const std::string type = type_of(division);
    if (is_one_of(headline_types, type)) return TextRole::headline;
    return is_one_of(byline_types, type) ? TextRole::byline : around;
}

std::string label_of(const XmlElement& division) {
    const std::string label = folded_line(division.attribute("LABEL"));
    return has_word(label) ? label : std::string();
}

}  // namespace morgue::indexer
