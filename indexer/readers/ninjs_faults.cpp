#include <algorithm>
#include <charconv>
#include <cmath>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include <indexer/formats/dates.hpp>
#include <indexer/formats/record.hpp>
#include <indexer/formats/words.hpp>
#include <indexer/readers/faults.hpp>
#include <indexer/readers/ninjs_facts.hpp>
#include <indexer/readers/ninjs_faults.hpp>
#include <text/utf8.hpp>

namespace morgue::indexer {

namespace {

namespace dom = simdjson::dom;

using ninjs::Choice;
using ninjs::Fact;
using ninjs::Line;

constexpr std::size_t longest_name = 60;  // bytes

bool is_name_sign(char c) {
    return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// As a line of the standard writes it.
std::string written(std::string_view name, Line line) {
    return line == ninjs::v3 ? std::string(name) : lower_ascii(name);
}

bool is_named(std::string_view name, const Fact& fact, Line line) {
    if (!fact.name.ends_with('*')) return name == written(fact.name, line);
    const std::string_view begin = fact.name.substr(0, fact.name.size() - 1);
    return name.size() > begin.size() && name.starts_with(begin) &&
           is_name_sign(name[begin.size()]);
}

std::span<const Fact> facts_of(std::string_view kind) {
    return {std::ranges::lower_bound(ninjs::facts, kind, {}, &Fact::of),
            std::ranges::upper_bound(ninjs::facts, kind, {}, &Fact::of)};
}

const Fact* find_fact(std::string_view kind, std::string_view name, Line line) {
    for (const Fact& fact : facts_of(kind)) {
        if ((fact.line & line) == 0) continue;
        if (fact.name.empty()) {
            if (const Fact* inner = find_fact(fact.is, name, line)) return inner;
        } else if (is_named(name, fact, line)) {
            return &fact;
        }
    }
    return nullptr;
}

/// Calls visit(part) for what stands between marks, until it gives true.
template <class Visit>
bool any_part(std::string_view list, Visit visit) {
    for (std::size_t at = 0; at <= list.size();) {
        const std::size_t end = std::min(list.find('|', at), list.size());
        if (visit(list.substr(at, end - at))) return true;
        at = end + 1;
    }
    return false;
}

bool is_range(std::string_view is) {
    return is.find("..") != std::string_view::npos;
}

bool in_range(double number, std::string_view range) {
    int least = 0;
    int most = 0;
    const std::size_t dots = range.find("..");
    std::from_chars(range.data(), range.data() + dots, least);
    std::from_chars(range.data() + dots + 2, range.data() + range.size(), most);
    return number >= least && number <= most;
}

bool is_whole(const dom::element& value, std::string_view range) {
    double number = 0;
    return value.get(number) == simdjson::SUCCESS && number == std::floor(number) &&
           (range.empty() || in_range(number, range));
}

/// A year, a month, a day or a time of it, in the one way that the standard has for it.
bool is_day(std::string_view text) {
    constexpr std::string_view shape = "0000-00-00T00:00:00";
    for (std::size_t i = 0; i < std::min(text.size(), shape.size()); ++i)
        if (shape[i] == '0' ? text[i] < '0' || text[i] > '9' : text[i] != shape[i]) return false;
    return written_date(text).has_value();
}

bool fits(const dom::element& value, std::string_view is) {
    std::string_view text;
    if (is == "any") return true;
    if (is == "object") return value.is_object();
    if (is == "number") return value.is_number();
    if (is == "integer") return is_whole(value, {});
    if (is_range(is)) return is_whole(value, is);
    if (value.get(text) != simdjson::SUCCESS) return false;
    if (is == "text") return true;
    if (is == "day") return is_day(text);
    return any_part(is, [&](std::string_view word) { return word == text; });
}

std::string_view type_of(const dom::element& value) {
    switch (value.type()) {
        case dom::element_type::ARRAY:
            return "a list";
        case dom::element_type::OBJECT:
            return "an object";
        case dom::element_type::STRING:
            return "text";
        case dom::element_type::BOOL:
            return "true or false";
        case dom::element_type::NULL_VALUE:
            return "null";
        default:
            return "a number";
    }
}

struct Wanted {
    std::string_view type;
    std::string what;
};

Wanted wanted(std::string_view is) {
    if (is.starts_with('[')) return {"a list", "a list"};
    if (is == "text") return {"text", "text"};
    if (is == "day") return {"text", "a day"};
    if (is == "number") return {"a number", "a number"};
    if (is == "integer") return {"a number", "a whole number"};
    if (is_range(is)) return {"a number", "in " + std::string(is)};
    if (is.find('|') == std::string_view::npos) return {"an object", "an object"};
    std::string words;
    any_part(is, [&](std::string_view word) {
        words.append(words.empty() ? "" : ", ").append(word);
        return false;
    });
    return {"text", "one of " + words};
}

/// Holds a document to one line of the standard.
class Walker {
  public:
    explicit Walker(Line line) : line_(line) {}

    const Faults& faults() const noexcept { return faults_; }
    std::size_t unknown() const noexcept { return unknown_; }

    void check_item(const dom::object& object, const std::string& place) {
        place_ = place;
        check_object(object, "ninjs");
    }

  private:
    void check_object(const dom::object& object, std::string_view kind) {
        for (const auto& [name, value] : object) {
            const std::size_t before = place_.size();
            place_.append(place_.empty() ? "" : ".").append(shown(name));
            if (const Fact* fact = find_fact(kind, name, line_)) {
                check(value, fact->is);
            } else {
                ++unknown_;
                add("is not known");
            }
            place_.resize(before);
        }
        for (const Choice& choice : ninjs::choices)
            if (choice.of == kind && (choice.line & line_) != 0) check_choice(object, choice);
    }

    void check(const dom::element& value, std::string_view is) {
        dom::object object;
        dom::array list;
        if (is.starts_with('[')) {
            if (value.get(list) != simdjson::SUCCESS) return refuse(value, is);
            check_list(list, is.substr(1, is.size() - 2));
        } else if (!facts_of(is).empty()) {
            if (value.get(object) != simdjson::SUCCESS) return refuse(value, is);
            check_object(object, is);
        } else if (!fits(value, is)) {
            refuse(value, is);
        }
    }

    void check_list(const dom::array& list, std::string_view is) {
        const std::size_t before = place_.size();
        std::size_t number = 0;
        for (const dom::element value : list) {
            place_ += '[' + std::to_string(number++) + ']';
            check(value, is);
            place_.resize(before);
        }
    }

    void check_choice(const dom::object& object, const Choice& choice) {
        std::size_t there = 0;
        any_part(choice.names, [&](std::string_view name) {
            there += object[written(name, line_)].error() == simdjson::SUCCESS ? 1 : 0;
            return false;
        });
        if (there == 1 || (there == 0 && choice.may_be_none)) return;
        std::string names = written(choice.names, line_);
        const std::size_t mark = names.find('|');
        if (mark != std::string::npos) names.replace(mark, 1, there == 0 ? " or " : " and ");
        add((there == 0 ? "has no " : "has both ") + names);
    }

    void refuse(const dom::element& value, std::string_view is) {
        const Wanted want = wanted(is);
        const std::string_view type = type_of(value);
        add(type == want.type ? "is not " + want.what
                              : "is " + std::string(type) + ", not " + want.what);
    }

    void add(const std::string& what) {
        faults_.add((place_.empty() ? "it" : '\'' + place_ + '\'') + ' ' + what);
    }

    static std::string_view shown(std::string_view name) {
        return text::utf8_prefix(name, longest_name);
    }

    Line line_;
    std::string place_;
    std::size_t unknown_ = 0;  ///< names that this line does not know
    Faults faults_;
};

bool is_of_some_line(std::string_view name) {
    return std::ranges::any_of(
        ninjs::lines, [&](Line line) { return find_fact("ninjs", name, line) != nullptr; });
}

/// Under which an object says what standard it follows: up to 1.6, and since 2.0.
constexpr std::string_view standard_names[] = {"$standard", "standard"};

bool says_ninjs(const dom::object& object) {
    std::string_view text;
    if (object[standard_names[0]].error() == simdjson::SUCCESS) return true;
    if (object[standard_names[1]]["name"].get(text) == simdjson::SUCCESS && text == "ninjs")
        return true;
    return object["$schema"].get(text) == simdjson::SUCCESS && text.find("ninjs") != text.npos;
}

bool looks_like_ninjs(const dom::object& object) {
    const Record others;
    std::size_t names = 0;
    std::size_t known = 0;
    for (const auto& [name, value] : object) {
        ++names;
        if (is_of_some_line(name))
            ++known;
        else if (others.meaning_of(name))
            return false;
    }
    return object["uri"].is_string() && known * 2 >= names;
}

/// Agencies extend ninjs, and say so by a schema of their own.
bool has_schema_of_its_own(const dom::object& object) {
    return std::ranges::any_of(standard_names, [&](std::string_view name) {
        std::string_view schema;
        return object[name]["schema"].get(schema) == simdjson::SUCCESS &&
               schema.find("iptc.org") == schema.npos;
    });
}

bool follows_ninjs(const dom::object& object) {
    return !has_schema_of_its_own(object) && (says_ninjs(object) || looks_like_ninjs(object));
}

/// An object, and where in the document it stands.
struct Item {
    dom::object object;
    std::string place;
};

std::vector<Item> items_of(const dom::element& document) {
    std::vector<Item> items;
    dom::object object;
    dom::array list;
    if (document.get(object) == simdjson::SUCCESS && follows_ninjs(object))
        items.push_back({object, {}});
    if (document.get(list) != simdjson::SUCCESS) return items;
    std::size_t number = 0;
    for (const dom::element one : list) {
        const std::string place = '[' + std::to_string(number++) + ']';
        if (one.get(object) == simdjson::SUCCESS && follows_ninjs(object))
            items.push_back({object, place});
    }
    return items;
}

/// What breaks the line of the standard that knows most of the names, and else the least.
Faults faults_in(const std::vector<Item>& items) {
    std::vector<Walker> walkers(std::begin(ninjs::lines), std::end(ninjs::lines));
    for (Walker& walker : walkers)
        for (const Item& item : items) walker.check_item(item.object, item.place);
    const auto distance = [](const Walker& walker) {
        return std::pair(walker.unknown(), walker.faults().count());
    };
    return std::ranges::min_element(walkers, {}, distance)->faults();
}

}  // namespace

std::string ninjs_faults(const dom::element& document) {
    return faults_in(items_of(document)).told_of("ninjs");
}

}  // namespace morgue::indexer
