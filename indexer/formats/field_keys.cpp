#include <string>
#include <utility>

#include <indexer/formats/field_keys.hpp>

namespace morgue::indexer {

namespace {

constexpr std::pair<std::string_view, Field> keys[] = {
    {"title", Field::title},
    {"headline", Field::title},
    {"author", Field::byline},
    {"authors", Field::byline},
    {"byline", Field::byline},
    {"by", Field::byline},
    {"date", Field::date},
    {"published", Field::date},
    {"pubdate", Field::date},
    {"publishdate", Field::date},
    {"datepublished", Field::date},
    {"publicationdate", Field::date},
    {"section", Field::section},
    {"category", Field::section},
    {"categories", Field::section},
    {"source", Field::source},
    {"publisher", Field::source},
    {"outlet", Field::source},
    {"site", Field::source},
    {"place", Field::place},
    {"location", Field::place},
    {"agency", Field::agency},
    {"tags", Field::tag},
    {"tag", Field::tag},
    {"keywords", Field::tag},
    {"topics", Field::tag},
    {"lang", Field::lang},
    {"language", Field::lang},
    {"locale", Field::lang},
    {"url", Field::url},
    {"link", Field::url},
    {"canonical", Field::url},
    {"permalink", Field::url},
    {"printpage", Field::page},
    {"printpagenumber", Field::page},
};

std::string normal_key(std::string_view key) {
    std::string normal;
    for (const char c : key) {
        if (c == ' ' || c == '-' || c == '_') continue;
        normal += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return normal;
}

}  // namespace

std::optional<Field> field_of_key(std::string_view key) {
    if (key.size() > 40) return std::nullopt;
    const std::string normal = normal_key(key);
    for (const auto& [name, field] : keys)
        if (normal == name) return field;
    return std::nullopt;
}

bool is_id_key(std::string_view key) {
    return key.size() <= 40 && (normal_key(key) == "id" || normal_key(key) == "guid");
}

bool is_summary_key(std::string_view key) {
    if (key.size() > 40) return false;
    const std::string normal = normal_key(key);
    return normal == "summary" || normal == "description" || normal == "abstract" ||
           normal == "deck" || normal == "excerpt";
}

}  // namespace morgue::indexer
