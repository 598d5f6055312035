#include <algorithm>
#include <simdjson.h>
#include <string>
#include <utility>

#include <indexer/formats/article_parts.hpp>
#include <indexer/formats/json_lines.hpp>
#include <indexer/formats/json_record.hpp>
#include <indexer/formats/lines.hpp>
#include <indexer/formats/wire_items.hpp>
#include <indexer/readers/charset.hpp>
#include <indexer/readers/json.hpp>
#include <indexer/readers/markup_text.hpp>
#include <indexer/readers/ninjs_faults.hpp>

namespace morgue::indexer {

namespace {

namespace dom = simdjson::dom;

/// Under which an object holds its articles.
constexpr std::string_view list_names[] = {"items",   "articles", "docs",    "documents",
                                           "records", "results",  "stories", "events"};

enum class Kind { feed, ninjs, plain };

/// What the feed around it says of each item, where it does not say it itself.
void add_feed_facts(const dom::object& feed, Article& article) {
    std::string_view text;
    dom::array authors;
    const auto say = [&](Field field) { state(article, field, text, Provenance::record); };
    if (feed["title"].get(text) == simdjson::SUCCESS) say(Field::source);
    if (feed["language"].get(text) == simdjson::SUCCESS) say(Field::lang);
    if (article.find(Field::byline) != nullptr) return;
    if (feed["author"]["name"].get(text) == simdjson::SUCCESS) say(Field::byline);
    if (feed["authors"].get(authors) != simdjson::SUCCESS) return;
    for (const dom::element author : authors)
        if (author["name"].get(text) == simdjson::SUCCESS) say(Field::byline);
}

/// Reads the articles of one document.
class DocumentReader {
  public:
    DocumentReader(Kind kind, const FileFacts& facts) : kind_(kind), facts_(facts) {}

    ReadResult read(const dom::element& document) {
        dom::object object;
        dom::array list;
        if (document.get(list) == simdjson::SUCCESS)
            read_list(list);
        else if (document.get(object) == simdjson::SUCCESS)
            read_object(object);
        return items_.take(facts_, "object");
    }

  private:
    void read_list(const dom::array& list) {
        dom::object object;
        for (const dom::element one : list)
            if (one.get(object) == simdjson::SUCCESS)
                add(JsonRecord(object, facts_).record().article(stored_text));
    }

    void read_object(const dom::object& object) {
        JsonRecord reader(object, facts_);
        dom::array list;
        for (const std::string_view name : list_names)
            if (!reader.record().has_body() && object[name].get(list) == simdjson::SUCCESS) {
                around_ = kind_ == Kind::feed ? &object : nullptr;
                return read_list(list);
            }
        if (kind_ != Kind::plain || reader.record().has_body())
            add(reader.record().article(stored_text));
    }

    void add(WireItem item) {
        // Of a feed each id counts once.
        if (kind_ == Kind::feed) item.version = 0;
        if (around_ != nullptr) add_feed_facts(*around_, item.read.article);
        items_.add(std::move(item));
    }

    Kind kind_;
    const FileFacts& facts_;
    const dom::object* around_ = nullptr;
    WireItems items_;
};

/// Whether the first line is an object, and another follows it: lines, whatever the file's name.
bool is_lines(std::string_view bytes) {
    const Line first = line_at(bytes, skip_blank_lines(bytes, 0));
    const Line second = line_at(bytes, skip_blank_lines(bytes, first.next));
    return trimmed(first.text).ends_with('}') && trimmed(second.text).starts_with('{');
}

dom::element first_of(const dom::array& list, const dom::element& otherwise) {
    return list.size() == 0 ? otherwise : *list.begin();
}

/// The document itself, or the first of the list that it is or holds.
dom::element first_record(const dom::element& document) {
    dom::array list;
    dom::object object;
    if (document.get(list) == simdjson::SUCCESS) return first_of(list, document);
    if (document.get(object) != simdjson::SUCCESS) return document;
    for (const std::string_view name : list_names)
        if (object[name].get(list) == simdjson::SUCCESS) return first_of(list, document);
    return document;
}

std::vector<std::string> names_of(const dom::element& record) {
    std::vector<std::string> names;
    dom::object object;
    if (record.get(object) != simdjson::SUCCESS) return names;
    for (const auto& [name, value] : object) names.emplace_back(name);
    return names;
}

std::variant<DecodedText, Unread> padded_text(std::string_view bytes) {
    auto decoded = decode_text(bytes, "utf-8");
    auto* const read = std::get_if<DecodedText>(&decoded);
    return read == nullptr ? std::move(decoded) : padded(std::move(*read));
}

ReadResult read(std::string_view bytes, Kind kind, const FileFacts& facts) {
    if (is_lines(bytes)) return read_json_lines(bytes, facts);
    auto sound = padded_text(bytes);
    if (auto* unread = std::get_if<Unread>(&sound)) return std::move(*unread);
    const auto& [text, offset, charset] = std::get<DecodedText>(sound);
    dom::parser parser;
    dom::element document;
    const auto error = parser.parse(text.data(), without_padding(text).size(), false).get(document);
    if (error != simdjson::SUCCESS) return malformed(error, {});
    ReadResult result = DocumentReader(kind, facts).read(document);
    if (kind == Kind::ninjs) result.tell_faults(ninjs_faults(document));
    return told_of(charset, std::move(result));
}

}  // namespace

ReadResult read_json_feed(std::string_view bytes, const FileFacts& facts) {
    return read(bytes, Kind::feed, facts);
}

ReadResult read_ninjs(std::string_view bytes, const FileFacts& facts) {
    return read(bytes, Kind::ninjs, facts);
}

ReadResult read_json(std::string_view bytes, const FileFacts& facts) {
    return read(bytes, Kind::plain, facts);
}

ReadResult read_json_lines(std::string_view bytes, const FileFacts& facts) {
    auto decoded = decode_text(bytes, "utf-8");
    if (auto* unread = std::get_if<Unread>(&decoded)) return std::move(*unread);
    return read_lines(std::get<DecodedText>(std::move(decoded)), facts, stored_text);
}

std::vector<std::string> field_names(std::string_view bytes) {
    std::string_view sample = bytes;
    if (is_lines(bytes)) sample = line_at(bytes, skip_blank_lines(bytes, 0)).text;
    const auto padded = padded_text(sample);
    const auto* decoded = std::get_if<DecodedText>(&padded);
    dom::parser parser;
    dom::element document;
    if (decoded == nullptr ||
        parser.parse(decoded->text.data(), without_padding(decoded->text).size(), false)
                .get(document) != simdjson::SUCCESS)
        return {};
    return names_of(first_record(document));
}

}  // namespace morgue::indexer
