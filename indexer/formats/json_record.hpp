#pragma once

#include <cstdint>
#include <deque>
#include <simdjson.h>
#include <string>
#include <utility>
#include <variant>

#include <indexer/formats/article_parts.hpp>
#include <indexer/formats/record.hpp>
#include <indexer/formats/utf8_text.hpp>

namespace morgue::indexer {

/// The texts of an object in JSON, as the values of a record. The object outlives it.
class JsonRecord {
  public:
    JsonRecord(const simdjson::dom::object& object, const FileFacts& facts)
        : record_(facts.fields) {
        for (const auto& [name, value] : object) add(name, value);
    }

    Record& record() noexcept { return record_; }

  private:
    /// Under which a value has its text.
    static constexpr std::string_view text_names[] = {"value", "name", "text"};

    /// A text, a number, an object with a name or a value; or a list of these.
    void add(std::string_view name, const simdjson::dom::element& value) {
        simdjson::dom::array list;
        if (value.get(list) != simdjson::SUCCESS) return add_one(name, value);
        std::size_t taken = 0;
        for (const simdjson::dom::element one : list)
            if (++taken <= most_values) add_one(name, one);
    }

    void add_one(std::string_view name, const simdjson::dom::element& value) {
        std::string_view text;
        std::int64_t number = 0;
        simdjson::dom::object object;
        if (value.get(text) == simdjson::SUCCESS) {
            record_.add(name, text);
        } else if (value.get(number) == simdjson::SUCCESS) {
            record_.add(name, numbers_.emplace_back(std::to_string(number)));
        } else if (value.get(object) == simdjson::SUCCESS) {
            for (const std::string_view inner : text_names)
                if (object[inner].get(text) == simdjson::SUCCESS)
                    return static_cast<void>(record_.add(name, text));
        }
    }

    Record record_;
    std::deque<std::string> numbers_;  ///< texts that the record refers to
};

/// A text as the parser wants it: it reads beyond the end. Where there is nothing to read, why.
inline std::variant<DecodedText, Unread> padded(DecodedText decoded) {
    if (!has_text(decoded.text)) return Unread{SkipReason::empty, {}};
    decoded.text.append(simdjson::SIMDJSON_PADDING, ' ');
    return decoded;
}

inline std::string_view without_padding(std::string_view text) {
    return text.substr(0, text.size() - simdjson::SIMDJSON_PADDING);
}

inline Unread malformed(simdjson::error_code error, std::string member) {
    return {SkipReason::malformed, simdjson::error_message(error), std::move(member)};
}

}  // namespace morgue::indexer
