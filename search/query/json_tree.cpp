#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include <search/query/build.hpp>
#include <search/query/chars.hpp>
#include <search/query/dates.hpp>
#include <search/query/fact_leaf.hpp>
#include <search/query/json_tree.hpp>
#include <search/query/limits.hpp>
#include <search/query/messages.hpp>
#include <search/query/parser.hpp>
#include <search/query/proximity.hpp>

namespace morgue::query {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<std::string_view, 3> likenesses{"spelled", "stemmed", "exact"};
constexpr std::array<std::string_view, 3> pattern_kinds{"wildcard", "fuzzy", "regex"};
/// Its keys and brackets take more room than the signs of a query.
constexpr std::size_t most_bytes = 8 * max_query_bytes;
/// Deeper than any tree, so that reading one ends.
constexpr std::size_t most_levels = 4 * max_depth;

class TreeWriter {
  public:
    Json operator()(const Node& node) const {
        Json out = std::visit([&](const auto& kind) { return write(kind); }, node.kind);
        if (node.field && !out.contains("date")) out["field"] = info(*node.field).name;
        return out;
    }

  private:
    Json write(const Word& word) const { return {{"word", word.text}}; }
    Json write(const Prefix& prefix) const { return {{"beginning", prefix.text}}; }
    Json write(const Pattern& pattern) const {
        Json out{{pattern_kinds[static_cast<std::size_t>(pattern.kind)], pattern.text}};
        if (pattern.kind == Pattern::Kind::fuzzy) out["edits"] = pattern.edits;
        return out;
    }
    Json write(const Phrase& phrase) const {
        Json out{{"phrase", phrase.text}};
        if (phrase.likeness != Phrase::Likeness::spelled)
            out["likeness"] = likenesses[static_cast<std::size_t>(phrase.likeness)];
        if (!phrase.gaps.empty()) out["gaps"] = phrase.gaps;
        if (phrase.window > 0) out["window"] = phrase.window;
        return out;
    }
    Json write(const Value& value) const { return valued("value", value.text, value.prefix); }
    Json write(const DateRange& range) const { return {{"date", written(range)}}; }
    Json write(const Undated&) const { return {{"date", "none"}}; }
    Json write(const Gone&) const { return {{"is", "gone"}}; }
    Json write(const First&) const { return {{"is", "first"}}; }
    Json write(const Alike& alike) const { return {{"dup", alike.digits}}; }
    Json write(const Id& id) const { return {{"id", id.digits}}; }
    Json write(const Known& known) const {
        return valued(schema::name_of(known.fact), known.text, known.prefix);
    }
    Json write(const Has& has) const { return {{"has", info(has.field).name}}; }
    Json write(const Length& length) const { return {{"words", written(length)}}; }
    Json write(const Everything&) const { return {{"everything", true}}; }
    Json write(const And& both) const { return {{"and", all(both.children)}}; }
    Json write(const Or& any) const { return {{"or", all(any.children)}}; }
    Json write(const Not& left_out) const { return {{"not", (*this)(*left_out.child)}}; }
    Json write(const Near& near) const {
        Json links = Json::array();
        for (const Link& link : near.links) links.push_back(written(link));
        return {{"near", all(near.children)}, {"links", std::move(links)}};
    }
    Json write(const AtLeast& many) const {
        return {{"at_least", many.count}, {"of", (*this)(*many.child)}};
    }
    Json write(const Lead& lead) const { return {{"lead", (*this)(*lead.child)}}; }
    Json write(const Weighted& weighted) const {
        return {{"weight", weighted.weight}, {"of", (*this)(*weighted.child)}};
    }

    static Json valued(std::string_view name, const std::string& text, bool prefix) {
        Json out{{name, text}};
        if (prefix) out["star"] = true;
        return out;
    }
    Json all(const std::vector<NodePtr>& children) const {
        Json out = Json::array();
        for (const NodePtr& child : children) out.push_back((*this)(*child));
        return out;
    }
};

/// The first key of an object, and one that may stand behind it.
using FurtherKey = std::pair<std::string_view, std::string_view>;
constexpr FurtherKey further_keys[] = {
    {"near", "links"},      {"at_least", "of"},     {"weight", "of"},   {"word", "field"},
    {"beginning", "field"}, {"wildcard", "field"},  {"regex", "field"}, {"fuzzy", "edits"},
    {"fuzzy", "field"},     {"phrase", "likeness"}, {"phrase", "gaps"}, {"phrase", "window"},
    {"phrase", "field"},    {"value", "field"},     {"value", "star"},  {"type", "star"},
    {"name", "star"},       {"url", "star"}};

/// Whether nothing stands in the object that would be passed over.
bool is_understood(const Json& json) {
    const std::string& first = json.begin().key();
    for (auto key = std::next(json.begin()); key != json.end(); ++key)
        if (std::ranges::find(further_keys, FurtherKey{first, key.key()}) == std::end(further_keys))
            return false;
    return true;
}

/// Makes a tree of what has its form; whether it is one, the parser decides. Null for what has not.
class TreeReader {
  public:
    NodePtr read(const Json& json, std::size_t level = 0) const {
        if (!json.is_object() || json.empty() || level > most_levels) return nullptr;
        if (!is_understood(json)) return nullptr;
        const std::string& name = json.begin().key();
        const Json& value = json.begin().value();
        if (name == "and" || name == "or") return joined(name, value, level);
        if (name == "near") return near(json, value, level);
        if (name == "not" || name == "lead") {
            NodePtr child = read(value, level + 1);
            if (!child) return nullptr;
            return name == "not" ? make_not(std::move(child)) : make_lead(std::move(child));
        }
        if (name == "at_least" || name == "weight") return of(json, name, value, level);
        return leaf(json, name, value);
    }

  private:
    std::vector<NodePtr> all(const Json& json, std::size_t level) const {
        std::vector<NodePtr> nodes;
        if (!json.is_array()) return nodes;
        for (const Json& child : json) {
            NodePtr node = read(child, level + 1);
            if (!node) return {};
            nodes.push_back(std::move(node));
        }
        return nodes;
    }

    NodePtr joined(const std::string& name, const Json& value, std::size_t level) const {
        std::vector<NodePtr> children = all(value, level);
        if (children.empty()) return nullptr;
        return name == "and" ? make_and(std::move(children)) : make_or(std::move(children));
    }

    NodePtr near(const Json& json, const Json& value, std::size_t level) const {
        std::vector<NodePtr> children = all(value, level);
        const Json links = json.value("links", Json::array());
        if (children.size() < 2 || links.size() + 1 != children.size()) return nullptr;
        std::vector<Link> read;
        for (const Json& each : links) {
            if (!each.is_string()) return nullptr;
            const auto link = link_of(each.get<std::string>());
            if (!link) return nullptr;
            read.push_back(*link);
        }
        return make_near(std::move(children), std::move(read));
    }

    static std::optional<Link> link_of(std::string_view text) {
        constexpr std::string_view apart = "NOT ";
        const bool is_apart = text.starts_with(apart);
        if (is_apart) text.remove_prefix(apart.size());
        if (!is_near_sign(text)) return std::nullopt;
        auto read = read_near_sign(text);
        if (!std::holds_alternative<Link>(read)) return std::nullopt;
        std::get<Link>(read).apart = is_apart;
        return std::get<Link>(read);
    }

    NodePtr of(const Json& json, const std::string& name, const Json& value,
               std::size_t level) const {
        NodePtr child = read(json.value("of", Json()), level + 1);
        if (!child || !value.is_number()) return nullptr;
        if (name == "weight") return make_weighted(std::move(child), value.get<double>());
        if (!value.is_number_unsigned()) return nullptr;
        return make_at_least(value.get<std::size_t>(), std::move(child));
    }

    static NodePtr leaf(const Json& json, const std::string& name, const Json& value) {
        if (name == "everything") return make_leaf(Everything{});
        if (!value.is_string() || value.get<std::string>().empty()) return nullptr;
        const std::string text = value.get<std::string>();
        std::optional<Field> field;
        if (json.contains("field")) {
            if (!json["field"].is_string()) return nullptr;
            field = field_named(json["field"].get<std::string>());
            if (!field) return nullptr;
        }
        const bool star = json.value("star", Json(false)) == Json(true);
        if (name == "word") return make_leaf(Word{text}, field);
        if (name == "beginning") return make_leaf(Prefix{text}, field);
        if (name == "phrase") return phrase(json, text, field);
        if (name == "value" && field) return make_leaf(Value{text, star}, field);
        if (name == "date") return from(read_date({Field::date}, text), Field::date);
        if (is_fact_name(name)) return from(read_fact(name, star ? text + "*" : text, !star));
        return pattern(json, name, text, field);
    }

    static NodePtr phrase(const Json& json, const std::string& text, std::optional<Field> field) {
        Phrase phrase{text};
        const Json likeness = json.value("likeness", Json(likenesses[0]));
        const auto known = std::find(likenesses.begin(), likenesses.end(), likeness);
        const Json gaps = json.value("gaps", Json::array());
        const Json window = json.value("window", Json(0U));
        if (known == likenesses.end() || !gaps.is_array() || !window.is_number_unsigned() ||
            window > Json(max_distance))
            return nullptr;
        for (const Json& gap : gaps) {
            if (!gap.is_number_unsigned() || gap > Json(text.size())) return nullptr;
            phrase.gaps.push_back(gap.get<std::size_t>());
        }
        phrase.likeness = static_cast<Phrase::Likeness>(known - likenesses.begin());
        phrase.window = window.get<unsigned>();
        return make_leaf(std::move(phrase), field);
    }

    static NodePtr pattern(const Json& json, const std::string& name, const std::string& text,
                           std::optional<Field> field) {
        const auto kind = std::find(pattern_kinds.begin(), pattern_kinds.end(), name);
        const Json edits = json.value("edits", Json(0U));
        if (kind == pattern_kinds.end() || !edits.is_number_unsigned() || edits > Json(2U))
            return nullptr;
        return make_leaf(Pattern{text, static_cast<Pattern::Kind>(kind - pattern_kinds.begin()),
                                 edits.get<unsigned>()},
                         field);
    }

    template <typename Read>
    static NodePtr from(Read read, std::optional<Field> field = std::nullopt) {
        return std::visit(
            [&](auto& kind) -> NodePtr {
                if constexpr (std::is_same_v<std::decay_t<decltype(kind)>, Complaint>)
                    return nullptr;
                else
                    return make_leaf(std::move(kind), field);
            },
            read);
    }
};

QueryError bad_tree(std::string message, std::size_t bytes) {
    return make_error(
        {Problem::bad_tree, std::move(message), "write a tree as morgue parse --json prints it"},
        {0, bytes});
}

}  // namespace

std::string to_json(const Node& node) {
    return TreeWriter()(node).dump();
}

std::variant<NodePtr, QueryError> parse_json_tree(std::string_view text) {
    if (text.size() > most_bytes) return bad_tree("a tree has at most 128 KiB", text.size());
    const Json json = Json::parse(text, nullptr, false);
    if (json.is_discarded()) return bad_tree("this is no JSON", text.size());
    NodePtr root = TreeReader().read(json);
    if (!root) return bad_tree("this JSON is no tree of a query", text.size());
    if (auto error = check_tree(*root)) return *std::move(error);
    if (auto error = check_text(to_query_text(*root))) return *std::move(error);
    if (!can_be_said(*root)) return bad_tree("this tree says what no query can say", text.size());
    return root;
}

}  // namespace morgue::query
