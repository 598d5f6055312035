#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include <indexer/formats/article_parts.hpp>
#include <indexer/formats/dateline.hpp>
#include <indexer/formats/dates.hpp>
#include <indexer/formats/lines.hpp>
#include <indexer/formats/month_names.hpp>
#include <indexer/readers/charset.hpp>
#include <indexer/readers/sgml.hpp>
#include <indexer/readers/sgml_tags.hpp>
#include <text/fold.hpp>

namespace morgue::indexer {

namespace {

/// What an element holds.
enum class Part : unsigned char {
    nothing,  ///< that is read
    loose,    ///< the record's own text, beside all other elements
    id,
    title,
    byline,
    dateline,
    date,
    source,
    section,
    tags,
    places,
    body,
};
constexpr std::size_t parts = static_cast<std::size_t>(Part::body) + 1;

/// By name; other elements belong to the one that they stand in.
constexpr std::pair<std::string_view, Part> elements[] = {
    {"AUTHOR", Part::byline},     {"BODY", Part::body},       {"BYLINE", Part::byline},
    {"COMPANIES", Part::tags},    {"DATE", Part::date},       {"DATE1", Part::date},
    {"DATELINE", Part::dateline}, {"DATE_TIME", Part::date},  {"DD", Part::date},
    {"DOCID", Part::nothing},     {"DOCNO", Part::id},        {"DOCTYPE", Part::nothing},
    {"EXCHANGES", Part::tags},    {"GRAPHIC", Part::nothing}, {"HEAD", Part::title},
    {"HEADLINE", Part::title},    {"HL", Part::title},        {"IN", Part::tags},
    {"KEYWORD", Part::tags},      {"LENGTH", Part::nothing},  {"MKEY", Part::nothing},
    {"ORGS", Part::tags},         {"PEOPLE", Part::tags},     {"PLACES", Part::places},
    {"PUB", Part::source},        {"SECTION", Part::section}, {"SO", Part::source},
    {"SOURCE", Part::source},     {"SUBJECT", Part::tags},    {"TEXT", Part::body},
    {"TI", Part::title},          {"TITLE", Part::title},     {"TOPICS", Part::tags},
    {"TYPE", Part::nothing},      {"UNKNOWN", Part::nothing},
};

const Part* part_of(std::string_view element) {
    const auto* known = std::find_if(std::begin(elements), std::end(elements),
                                     [&](const auto& row) { return row.first == element; });
    return known == std::end(elements) ? nullptr : &known->second;
}

bool is_record(std::string_view element) {
    return element == "DOC" || element == "REUTERS";
}

/// HH:MM:SS.
bool is_time(std::string_view text) {
    constexpr std::string_view form = "00:00:00";
    return std::equal(text.begin(), text.end(), form.begin(), form.end(), [](char c, char wanted) {
        return wanted == ':' ? c == ':' : c >= '0' && c <= '9';
    });
}

/// "26-FEB-1987 15:01:01.79" as ISO 8601; others as they are.
std::string date_as_written(std::string_view text) {
    text = trimmed(text);
    const std::size_t month = text.find('-');
    const std::size_t year = text.find('-', month + 1);
    if (year == std::string_view::npos || text.size() < year + 5) return std::string(text);
    const int number = month_named(text::fold(text.substr(month + 1, year - month - 1)));
    if (number == 0 || month == 0 || month > 2) return std::string(text);
    const std::string day = month == 1 ? "0" : "";
    std::string iso(text.substr(year + 1, 4));
    iso += number < 10 ? "-0" : "-";
    iso += std::to_string(number) + '-' + day + std::string(text.substr(0, month));
    const std::string_view time = trimmed(text.substr(year + 5)).substr(0, 8);
    return is_time(time) ? iso + 'T' + std::string(time) : iso;
}

/// Reads one record, from behind its own tag on.
class RecordReader {
  public:
    explicit RecordReader(std::string_view text) : text_(text) {}

    /// To the end of the record, which may be the beginning of the next; gives where that is.
    std::size_t read(std::size_t at, ReadArticle& read) {
        Part part = Part::loose;
        for (;;) {
            const auto tag = next_sgml_tag(text_, at);
            append_sgml_text(held_[static_cast<std::size_t>(part)],
                             text_.substr(at, tag ? tag->begin - at : std::string_view::npos));
            if (!tag || is_record(tag->name)) {
                state_all(read.article);
                return !tag ? text_.size() : tag->closes ? tag->end : tag->begin;
            }
            if (const Part* known = part_of(tag->name))
                part = tag->closes ? outer_of(*known) : *known;
            else
                held_[static_cast<std::size_t>(part)] += tag->name == "P" ? "\n\n" : "\n";
            at = tag->end;
        }
    }

  private:
    /// A headline may stand within the text.
    static Part outer_of(Part part) {
        const bool within = part == Part::title || part == Part::dateline || part == Part::byline;
        return within ? Part::body : Part::loose;
    }

    std::string_view held(Part part) const { return held_[static_cast<std::size_t>(part)]; }

    void state_all(Article& article) {
        article.key = folded_line(held(Part::id));
        say(article, Field::title, Part::title);
        say(article, Field::byline, Part::byline);
        say(article, Field::source, Part::source);
        say(article, Field::section, Part::section);
        state(article, Field::date, date_as_written(held(Part::date)), Provenance::record);
        state_each(article, Field::tag, held(Part::tags), "\n,;", Provenance::record);
        state_dateline(article, held(Part::dateline));
        state_each(article, Field::place, held(Part::places), "\n", Provenance::record);
        // Flashes have a headline alone.
        for (const Part part : {Part::body, Part::title, Part::loose})
            if (!has_text(article.body)) article.body = trimmed_lines(held(part));
    }

    void say(Article& article, Field field, Part part) {
        state(article, field, held(part), Provenance::record);
    }

    /// Without blank lines at the beginning and white space at the end.
    static std::string_view trimmed_lines(std::string_view text) {
        text.remove_prefix(skip_blank_lines(text, 0));
        return text.substr(0, text.find_last_not_of(ascii_space) + 1);
    }

    std::string_view text_;
    std::array<std::string, parts> held_;
};

}  // namespace

ReadResult read_sgml(std::string_view bytes, const FileFacts& facts) {
    auto decoded = decode_text(bytes, "iso-8859-1");
    if (auto* unread = std::get_if<Unread>(&decoded)) return std::move(*unread);
    const std::string& text = std::get<DecodedText>(decoded).text;
    std::vector<ReadArticle> articles;
    for (auto tag = next_sgml_tag(text, 0); tag;) {
        if (tag->closes || !is_record(tag->name)) {
            tag = next_sgml_tag(text, tag->end);
            continue;
        }
        ReadArticle read;
        const std::size_t next = RecordReader(text).read(tag->end, read);
        const std::string_view number = sgml_attribute(*tag, "NEWID");
        if (!number.empty()) read.article.key = "reuters-" + std::string(number);
        finish_article(read, facts);
        articles.push_back(std::move(read));
        tag = next_sgml_tag(text, next);
    }
    if (articles.empty()) return Unread{SkipReason::empty, "no <DOC> or <REUTERS> in it"};
    return told_of(std::get<DecodedText>(decoded).charset, std::move(articles));
}

}  // namespace morgue::indexer
