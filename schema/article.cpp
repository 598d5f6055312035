#include <algorithm>

#include <morgue/article.hpp>

#include <base/hash.hpp>
#include <schema/moment.hpp>

namespace morgue {

namespace {

constexpr std::size_t shown_digits = 12;

}  // namespace

std::string_view to_string(Provenance from) noexcept {
    switch (from) {
        case Provenance::given:
            return "given";
        case Provenance::front_matter:
            return "front-matter";
        case Provenance::head:
            return "head";
        case Provenance::json_ld:
            return "json-ld";
        case Provenance::meta:
            return "meta";
        case Provenance::path:
            return "path";
        case Provenance::mtime:
            return "mtime";
        case Provenance::record:
            return "record";
        case Provenance::first_sentence:
            return "first-sentence";
        case Provenance::element:
            return "element";
        case Provenance::url:
            return "url";
        case Provenance::crawl:
            return "crawl";
        case Provenance::detected:
            return "detected";
        case Provenance::bom:
            return "bom";
        case Provenance::repaired:
            return "repaired";
    }
    return "unknown";
}

const Metadatum* Article::find(Field field) const noexcept {
    const auto found = std::find_if(metadata.begin(), metadata.end(),
                                    [&](const Metadatum& datum) { return datum.field == field; });
    return found == metadata.end() ? nullptr : &*found;
}

std::string_view Article::value(Field field) const noexcept {
    const Metadatum* datum = find(field);
    return datum == nullptr ? std::string_view() : std::string_view(datum->value);
}

std::optional<Date> Article::date() const noexcept {
    const Metadatum* datum = find(Field::date);
    auto date = datum == nullptr ? std::nullopt : schema::parse_moment(datum->value);
    if (date) date->from = datum->from;
    return date;
}

void Article::add(Field field, std::string value, Provenance from) {
    if (!info(field).repeats && find(field) != nullptr) return;
    metadata.push_back({field, std::move(value), from});
}

std::string ArticleId::to_string() const {
    return full().substr(0, shown_digits);
}

std::string ArticleId::full() const {
    return base::to_hex(bytes);
}

}  // namespace morgue
