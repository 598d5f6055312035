#include <algorithm>
#include <utility>

#include <indexer/formats/json_lines.hpp>
#include <indexer/formats/json_record.hpp>
#include <indexer/formats/lines.hpp>
#include <indexer/formats/wire_items.hpp>

namespace morgue::indexer {

namespace {

class LineReader {
  public:
    LineReader(const FileFacts& facts, TextOf* text_of) : facts_(facts), text_of_(text_of) {}

    /// Behind the line there is padding, or another one.
    void take(std::string_view line) {
        ++number_;
        if (trimmed(line).empty()) return;
        simdjson::dom::object object;
        const auto error = parser_.parse(line.data(), line.size(), false).get(object);
        if (error != simdjson::SUCCESS)
            return items_.refuse(malformed(error, std::to_string(number_)));
        WireItem item = JsonRecord(object, facts_).record().article(text_of_);
        item.read.member = std::to_string(number_);
        items_.add(std::move(item));
    }

    ReadResult finish() { return items_.take(facts_, "line"); }

  private:
    const FileFacts& facts_;
    TextOf* text_of_;
    simdjson::dom::parser parser_;
    std::size_t number_ = 0;
    WireItems items_;
};

}  // namespace

ReadResult read_lines(DecodedText decoded, const FileFacts& facts, TextOf* text_of) {
    auto sound = padded(std::move(decoded));
    if (auto* unread = std::get_if<Unread>(&sound)) return std::move(*unread);
    const auto& [text, offset, charset] = std::get<DecodedText>(sound);
    const std::string_view lines = without_padding(text);
    LineReader reader(facts, text_of);
    for (std::size_t at = 0; at < lines.size();) {
        const std::size_t end = std::min(lines.find('\n', at), lines.size());
        reader.take(lines.substr(at, end - at));
        at = end + 1;
    }
    return told_of(charset, reader.finish());
}

ReadResult read_simple_json_lines(std::string_view bytes, const FileFacts& facts) {
    return read_lines(plain_utf8(bytes, Provenance::record), facts, as_stored);
}

}  // namespace morgue::indexer
