#include <new>

#include <yaml.h>

#include <indexer/formats/article_parts.hpp>
#include <indexer/formats/field_keys.hpp>
#include <indexer/formats/lines.hpp>
#include <indexer/readers/front_matter.hpp>

namespace morgue::indexer {

namespace {

constexpr std::size_t largest = 64 << 10;  // bytes
constexpr int deepest = 32;

struct Block {
    std::string_view yaml;
    std::size_t end;
};

bool is_fence(const Line& line, std::string_view fence) {
    return line.text.starts_with(fence) && trimmed(line.text) == fence;
}

std::optional<Block> find_block(std::string_view text) {
    const Line opening = line_at(text, skip_blank_lines(text, 0));
    if (!is_fence(opening, "---")) return std::nullopt;
    for (std::size_t at = opening.next; at < text.size() && at <= largest;) {
        const Line line = line_at(text, at);
        if (is_fence(line, "---") || is_fence(line, "..."))
            return Block{text.substr(opening.next, line.begin - opening.next), line.next};
        at = line.next;
    }
    return std::nullopt;
}

class Event {
  public:
    Event() = default;
    Event(const Event&) = delete;
    Event& operator=(const Event&) = delete;
    ~Event() { yaml_event_delete(&event_); }

    bool parse(yaml_parser_t& parser) { return yaml_parser_parse(&parser, &event_) == 1; }
    yaml_event_type_t type() const { return event_.type; }
    bool opens() const {
        return type() == YAML_MAPPING_START_EVENT || type() == YAML_SEQUENCE_START_EVENT;
    }
    bool closes() const {
        return type() == YAML_MAPPING_END_EVENT || type() == YAML_SEQUENCE_END_EVENT;
    }
    std::string_view scalar() const {
        const auto& value = event_.data.scalar;
        return {reinterpret_cast<const char*>(value.value), value.length};
    }
    bool plain() const { return event_.data.scalar.style == YAML_PLAIN_SCALAR_STYLE; }

  private:
    yaml_event_t event_{};
};

class Parser {
  public:
    explicit Parser(std::string_view yaml) {
        if (yaml_parser_initialize(&parser_) == 0) throw std::bad_alloc();
        yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
        yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(yaml.data()),
                                     yaml.size());
    }
    Parser(const Parser&) = delete;
    Parser& operator=(const Parser&) = delete;
    ~Parser() { yaml_parser_delete(&parser_); }

    /// Whether the whole is one mapping.
    bool read(FrontMatter& into) {
        while (true) {
            Event event;
            if (!event.parse(parser_) || event.type() == YAML_ALIAS_EVENT) return false;
            if (event.type() == YAML_STREAM_END_EVENT) return seen_mapping_;
            if (event.type() == YAML_DOCUMENT_START_EVENT && seen_mapping_) return false;
            if (!take(event, into)) return false;
        }
    }

  private:
    bool take(const Event& event, FrontMatter& into) {
        if (event.type() == YAML_SCALAR_EVENT) return take_scalar(event, into);
        if (event.opens()) {
            if (depth_ == 0 && event.type() != YAML_MAPPING_START_EVENT) return false;
            if (depth_ == 1) {
                if (at_key_) return false;
                in_list_ = event.type() == YAML_SEQUENCE_START_EVENT;
            }
            seen_mapping_ = true;
            return ++depth_ <= deepest;
        }
        if (event.closes() && --depth_ == 1) {
            in_list_ = false;
            at_key_ = true;
        }
        return true;
    }

    bool take_scalar(const Event& event, FrontMatter& into) {
        if (depth_ == 0) return false;
        if (depth_ == 1 && at_key_) {
            key_ = event.scalar();
            at_key_ = false;
            return true;
        }
        if (depth_ == 1 || (depth_ == 2 && in_list_)) state_value(event, into);
        if (depth_ == 1) at_key_ = true;
        return true;
    }

    void state_value(const Event& event, FrontMatter& into) {
        const std::string_view value = event.scalar();
        if (event.plain() && (value == "~" || value == "null")) return;
        if (is_id_key(key_) && into.facts.key.empty())
            into.facts.key = clean_value(value).value_or(std::string());
        if (is_summary_key(key_) && into.summary.empty()) into.summary = folded_line(value);
        const auto field = field_of_key(key_);
        if (!field) return;
        const bool several = info(*field).repeats && !in_list_;
        const std::string_view marks = *field == Field::tag ? ",;" : ";";
        if (several)
            state_each(into.facts, *field, value, marks, Provenance::front_matter);
        else
            state(into.facts, *field, value, Provenance::front_matter);
    }

    yaml_parser_t parser_;
    int depth_ = 0;
    bool seen_mapping_ = false;
    bool at_key_ = true;
    bool in_list_ = false;
    std::string key_;
};

}  // namespace

std::optional<FrontMatter> read_front_matter(std::string_view text) {
    const auto block = find_block(text);
    if (!block) return std::nullopt;
    FrontMatter matter;
    matter.end = block->end;
    if (!Parser(block->yaml).read(matter)) return std::nullopt;
    return matter;
}

}  // namespace morgue::indexer
