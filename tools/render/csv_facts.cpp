#include <tools/render/base64.hpp>
#include <tools/render/csv.hpp>
#include <tools/render/csv_facts.hpp>
#include <tools/render/one_line.hpp>
#include <tools/render/safe_text.hpp>

namespace morgue::tools {

std::string values_cell(const Article& article, Field field) {
    std::string values;
    for (const Metadatum& fact : article.metadata)
        if (fact.field == field) values += (values.empty() ? "" : "; ") + on_one_line(fact.value);
    return values;
}

std::string origin_cell(const Article& article, Field field) {
    const Metadatum* const fact = article.find(field);
    return fact == nullptr ? std::string{} : std::string{to_string(fact->from)};
}

std::string file_cell(const IndexedArticle& found, const Paths& paths) {
    return paths.file_of(found);
}

std::string file_bytes_cell(const IndexedArticle& found, const Paths& paths) {
    const std::string file = file_cell(found, paths);
    return is_utf8(file) ? std::string{} : base64(file);
}

}  // namespace morgue::tools
