#include <algorithm>
#include <array>
#include <charconv>

#include <search/query/build.hpp>
#include <search/query/chars.hpp>
#include <search/query/limits.hpp>
#include <search/query/proximity.hpp>

namespace morgue::query {

namespace {

struct Name {
    std::string_view text;  ///< lower case
    bool in_order;
};

constexpr std::array<Name, 6> names{
    {{"w", false}, {"near", false}, {"", false}, {"pre", true}, {"adj", true}, {"onear", true}}};

const Name* find_name(std::string_view text) {
    const std::string lower = ascii_lower(text);
    const auto* found = std::ranges::find(names, lower, &Name::text);
    return found == names.end() ? nullptr : found;
}

/// The name and the distance of an operator: W and 5, PRE and S.
struct Sign {
    const Name* name;
    std::string_view distance;
};

/// NEAR5 and ADJ5 are words but in capitals; with a slash they are operators in any case.
std::optional<Sign> split_sign(std::string_view text) {
    if (const std::size_t slash = text.find('/'); slash != std::string_view::npos) {
        const Name* const name = find_name(text.substr(0, slash));
        const std::string_view distance = text.substr(slash + 1);
        const std::string lower = ascii_lower(distance);
        if (name == nullptr || (!is_number(distance) && lower != "s" && lower != "p"))
            return std::nullopt;
        return Sign{name, distance};
    }
    for (const std::string_view name : {"NEAR", "ADJ"})
        if (text.starts_with(name) && is_number(text.substr(name.size())))
            return Sign{find_name(name), text.substr(name.size())};
    return std::nullopt;
}

constexpr std::string_view at_least = "ATLEAST";

Complaint bad_distance(const std::string& sign) {
    return {
        Problem::bad_distance,
        "the distance of '" + sign + "' is not a number from 1 to " + std::to_string(max_distance),
        "write W/1 for words side by side, W/P for words of one paragraph, or leave it out to "
        "find both anywhere"};
}

std::variant<Link, Complaint> within(std::string_view number, const std::string& sign,
                                     bool in_order) {
    const auto words = number_up_to(max_distance, number);
    if (!words) return bad_distance(sign);
    return Link{.words = *words, .in_order = in_order};
}

std::string kind_of(const Node& node) {
    if (std::holds_alternative<And>(node.kind)) return "AND";
    if (std::holds_alternative<Not>(node.kind)) return "NOT";
    if (std::holds_alternative<AtLeast>(node.kind)) return "ATLEAST";
    if (std::holds_alternative<Everything>(node.kind)) return "*";
    return "'" + shown(to_query_text(node)) + "'";
}

bool is_words(const Node& node) {
    const auto* phrase = std::get_if<Phrase>(&node.kind);
    if (phrase != nullptr) return phrase->window == 0;
    return std::holds_alternative<Word>(node.kind) || std::holds_alternative<Prefix>(node.kind) ||
           std::holds_alternative<Pattern>(node.kind);
}

}  // namespace

bool is_near_sign(std::string_view text) {
    return split_sign(text).has_value();
}

bool is_at_least_sign(std::string_view text) {
    return text.size() > at_least.size() &&
           ascii_lower(text.substr(0, at_least.size())) == ascii_lower(at_least) &&
           is_number(text.substr(at_least.size()));
}

std::variant<Link, Complaint> read_near_sign(std::string_view text) {
    const Sign sign = split_sign(text).value();
    const std::string distance = ascii_lower(sign.distance);
    if (distance == "s")
        return Link{.within = Link::Within::sentence, .in_order = sign.name->in_order};
    if (distance == "p")
        return Link{.within = Link::Within::paragraph, .in_order = sign.name->in_order};
    return within(distance, shown(text), sign.name->in_order);
}

std::variant<Link, Complaint> read_words_before(std::string_view number) {
    return within(number, "+" + shown(number), true);
}

std::variant<double, Complaint> read_weight(std::string_view number) {
    double weight = 0;
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), weight,
                                              std::chars_format::fixed);
    const bool whole = error == std::errc() && end == number.data() + number.size();
    if (whole && weight >= least_weight && weight <= most_weight) return weight;
    return Complaint{
        Problem::bad_weight, "'^" + shown(number) + "' is no weight from 0.01 to 100",
        "write storm^2 for a word that counts twice; put the text in quotes for itself"};
}

std::string written_weight(double weight) {
    std::array<char, 32> text{};
    const auto end =
        std::to_chars(text.data(), text.data() + text.size(), weight, std::chars_format::fixed).ptr;
    return {text.data(), end};
}

std::variant<unsigned, Complaint> read_window(std::string_view number) {
    if (const auto words = number_up_to(max_distance, number)) return *words;
    return Complaint{Problem::bad_distance,
                     "behind a phrase and ~ stands a number from 1 to " +
                         std::to_string(max_distance) + ", not '" + shown(number) + "'",
                     "write \"storm harbour\"~5 for words at most 5 from the first to the last"};
}

std::variant<std::size_t, Complaint> read_at_least_sign(std::string_view text) {
    if (const auto count = number_up_to(max_count, text.substr(at_least.size())))
        return std::size_t{*count};
    return Complaint{Problem::bad_count,
                     "'" + shown(text) + "' does not count from 1 to " + std::to_string(max_count),
                     "write it as in ATLEAST5(storm OR gale)"};
}

std::string written(const Link& link) {
    const std::string distance = link.within == Link::Within::sentence ? "S"
                                 : link.within == Link::Within::paragraph
                                     ? "P"
                                     : std::to_string(link.words);
    return (link.apart ? "NOT " : "") + std::string(link.in_order ? "PRE/" : "W/") + distance;
}

std::optional<Complaint> check_link(const Link& link, const std::vector<Link>& before,
                                    const std::string& sign) {
    if (link.apart && link.in_order)
        return Complaint{Problem::bad_distance, "NOT and an order do not go together: " + sign,
                         "write NOT W/n, which leaves out words on both sides"};
    if (!before.empty() && before.back().apart && !link.apart)
        return Complaint{Problem::near_operand,
                         sign + " stands behind a NOT W/n, which ends such a row",
                         "write it before the NOT, or ask for both with AND"};
    return std::nullopt;
}

bool word_beside_near(const std::vector<NodePtr>& clauses) {
    const auto is_near = [](const NodePtr& clause) {
        return std::holds_alternative<Near>(clause->kind);
    };
    const auto is_bare_word = [](const NodePtr& clause) {
        return std::holds_alternative<Word>(clause->kind) && !clause->field;
    };
    return std::ranges::any_of(clauses, is_near) && std::ranges::any_of(clauses, is_bare_word);
}

std::optional<Field> field_of(const Node& node) {
    std::optional<Field> field;
    bool first = true;
    for_each_leaf(node, [&](const Node& leaf) {
        if (std::exchange(first, false)) field = leaf.field;
    });
    return field;
}

std::optional<Complaint> check_in_lead(const Node& node) {
    const Node* other = nullptr;
    for_each_leaf(node, [&](const Node& leaf) {
        const bool words = is_words(leaf) || std::holds_alternative<Phrase>(leaf.kind);
        if (other == nullptr && (!words || leaf.field)) other = &leaf;
    });
    if (other == nullptr) return std::nullopt;
    return Complaint{Problem::nested_field, "lead: cannot take " + kind_of(*other),
                     "write words and phrases inside, the rest beside it"};
}

std::optional<Complaint> check_near_operand(const Node& node, std::optional<Field> field,
                                            const std::string& sign) {
    if (const auto* any = std::get_if<Or>(&node.kind)) {
        for (const NodePtr& child : any->children)
            if (auto wrong = check_near_operand(*child, field, sign)) return wrong;
        return std::nullopt;
    }
    if (!is_words(node))
        return Complaint{Problem::near_operand, sign + " cannot take " + kind_of(node),
                         "write a word, a word with a star, a phrase, or (a OR b) of these"};
    if (node.field == field) return std::nullopt;
    return Complaint{Problem::near_operand, sign + " cannot look into different fields",
                     "write title:(a W/5 b), or leave the fields out"};
}

}  // namespace morgue::query
