#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>
#include <optional>
#include <utility>

#include <indexer/formats/article_parts.hpp>
#include <indexer/formats/dateline.hpp>
#include <indexer/formats/lines.hpp>
#include <indexer/formats/record.hpp>

namespace morgue::indexer {

namespace {

using Part = RecordPart;

struct Name {
    std::string_view name;
    Part part;
};

/// Of each part the most telling first: published before created, headline before title.
/// Sources: ninjs 1.0 to 3.1, JSON Feed 1.1, schema.org, and the dumps of archives.
constexpr Name names[] = {
    {"uri", Part::id},
    {"id", Part::id},
    {"guid", Part::id},
    {"uuid", Part::id},
    {"docid", Part::id},
    {"articleid", Part::id},
    {"pubstatus", Part::status},
    {"version", Part::version},
    {"headline", Part::title},
    {"headlines", Part::title},
    {"headlinemain", Part::title},
    {"headlinetext", Part::title},
    {"title", Part::title},
    {"byline", Part::byline},
    {"by", Part::byline},
    {"authors", Part::byline},
    {"author", Part::byline},
    {"creator", Part::byline},
    {"datepublished", Part::date},
    {"published", Part::date},
    {"publishedat", Part::date},
    {"publisheddate", Part::date},
    {"publicationdate", Part::date},
    {"pubdate", Part::date},
    {"publishdate", Part::date},
    {"date", Part::date},
    {"firstcreated", Part::date},
    {"contentcreated", Part::date},
    {"created", Part::date},
    {"createdat", Part::date},
    {"versioncreated", Part::date},
    {"source", Part::source},
    {"publisher", Part::source},
    {"publication", Part::source},
    {"newspaper", Part::source},
    {"outlet", Part::source},
    {"site", Part::source},
    {"sitename", Part::source},
    {"infosources", Part::source},
    {"infosource", Part::source},
    {"section", Part::section},
    {"articlesection", Part::section},
    {"category", Part::section},
    {"categories", Part::section},
    {"tags", Part::tag},
    {"tag", Part::tag},
    {"keywords", Part::tag},
    {"topics", Part::tag},
    {"subjects", Part::tag},
    {"subject", Part::tag},
    {"dateline", Part::dateline},
    {"places", Part::place},
    {"place", Part::place},
    {"located", Part::place},
    {"location", Part::place},
    {"agency", Part::agency},
    {"language", Part::lang},
    {"lang", Part::lang},
    {"inlanguage", Part::lang},
    {"locale", Part::lang},
    {"url", Part::url},
    {"link", Part::url},
    {"permalink", Part::url},
    {"canonicalurl", Part::url},
    {"externalurl", Part::url},
    {"body", Part::body},
    {"articlebody", Part::body},
    {"bodies", Part::body},
    {"bodytext", Part::body},
    {"bodyhtml", Part::body},
    {"bodyxhtml", Part::body},
    {"bodyrichtext", Part::body},
    {"bodymain", Part::body},
    {"bodynew", Part::body},
    {"fulltext", Part::body},
    {"maintext", Part::body},
    {"contenthtml", Part::body},
    {"contenttext", Part::body},
    {"content", Part::body},
    {"text", Part::body},
    {"story", Part::body},
    {"summary", Part::summary},
    {"abstract", Part::summary},
    {"excerpt", Part::summary},
    {"standfirst", Part::summary},
    {"descriptions", Part::summary},
    {"descriptiontext", Part::summary},
    {"description", Part::summary},
};
constexpr std::size_t longest_name = 40;  // bytes

/// Where the names stand, in their alphabetical order.
constexpr auto by_name = [] {
    std::array<unsigned char, std::size(names)> order{};
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = static_cast<unsigned char>(i);
    std::ranges::sort(order, {}, [](unsigned char i) { return names[i].name; });
    return order;
}();

std::optional<std::size_t> known_name(std::string_view name) {
    if (name.size() > longest_name) return std::nullopt;
    std::array<char, longest_name> normal{};
    std::size_t size = 0;
    for (const char c : name)
        if (c != ' ' && c != '-' && c != '_')
            normal[size++] = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    const std::string_view wanted(normal.data(), size);
    const auto at =
        std::ranges::lower_bound(by_name, wanted, {}, [](auto i) { return names[i].name; });
    return at != by_name.end() && names[*at].name == wanted ? std::optional<std::size_t>(*at)
                                                            : std::nullopt;
}

std::optional<Field> field_of(Part part) {
    switch (part) {
        case Part::title:
            return Field::title;
        case Part::byline:
            return Field::byline;
        case Part::date:
            return Field::date;
        case Part::source:
            return Field::source;
        case Part::section:
            return Field::section;
        case Part::tag:
            return Field::tag;
        case Part::place:
            return Field::place;
        case Part::agency:
            return Field::agency;
        case Part::lang:
            return Field::lang;
        case Part::url:
            return Field::url;
        default:
            return std::nullopt;
    }
}

/// Makes an article of the values of a record.
class Maker {
  public:
    explicit Maker(TextOf* text_of) : text_of_(text_of) {}

    void take(Part part, std::string_view text) {
        if (part == Part::id && id_.empty()) id_ = folded_line(text);
        if (part == Part::status) item_.killed = text == "canceled" || text == "withheld";
        if (part == Part::version) take_version(text);
        if (part == Part::dateline) state_dateline(article(), text);
        if (part == Part::body) keep_longer(article().body, text);
        if (part == Part::summary) keep_longer(summary_, text);
        if (const auto field = field_of(part)) say(*field, text);
    }

    WireItem finish() {
        state(article(), Field::url, id_, Provenance::record);
        // An id that is no address is one within its outlet.
        const std::string_view source = article().value(Field::source);
        article().key = id_.empty() || id_.find(':') != std::string::npos || source.empty()
                            ? id_
                            : std::string(source) + '#' + id_;
        if (!has_text(article().body)) article().body = std::move(summary_);
        return std::move(item_);
    }

  private:
    Article& article() noexcept { return item_.read.article; }

    void keep_longer(std::string& kept, std::string_view stored) const {
        std::string text = text_of_(stored);
        if (text.size() > kept.size() && has_text(text)) kept = std::move(text);
    }

    void say(Field field, std::string_view text) {
        if (field == Field::tag)
            state_each(article(), field, text, ",;", Provenance::record);
        else if (info(field).repeats)
            state_each(article(), field, text, ";", Provenance::record);
        else
            state(article(), field, text, Provenance::record);
    }

    void take_version(std::string_view text) {
        std::int64_t number = 0;
        const char* end = text.data() + text.size();
        if (std::from_chars(text.data(), end, number).ptr == end) item_.version = number;
    }

    TextOf* text_of_;
    WireItem item_;
    std::string id_;
    std::string summary_;
};

}  // namespace

std::string as_stored(std::string_view stored) {
    return std::string(trimmed(stored));
}

std::optional<Record::Meaning> Record::meaning_of(std::string_view name) const {
    if (given_ != nullptr)
        if (const auto part = given_->part_of(name)) return Meaning{0, *part};
    const auto known = known_name(name);
    if (!known) return std::nullopt;
    return Meaning{*known + 1, names[*known].part};
}

bool Record::add(std::string_view name, std::string_view value) {
    const auto meaning = meaning_of(name);
    if (meaning) values_.push_back({*meaning, value});
    return meaning.has_value();
}

bool Record::has_body() const {
    return std::ranges::any_of(values_, [](const Value& value) {
        return value.meaning.part == Part::body && has_text(value.text);
    });
}

WireItem Record::article(TextOf* text_of) {
    std::ranges::stable_sort(values_, {}, [](const Value& value) { return value.meaning.rank; });
    Maker maker(text_of);
    for (const Value& value : values_) maker.take(value.meaning.part, value.text);
    return maker.finish();
}

}  // namespace morgue::indexer
