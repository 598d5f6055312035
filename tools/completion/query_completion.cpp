#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <string_view>

#include <tools/completion/query_completion.hpp>
#include <tools/render/wording.hpp>

namespace morgue::tools {

namespace {

constexpr std::size_t most_candidates = 200;
/// Dates are offered one step at a time, so more of them are asked for.
constexpr std::size_t most_asked = 2000;
constexpr std::size_t year = 4;
constexpr std::size_t month = 7;
constexpr std::size_t day = 10;

/// What stands before a colon and is no field of its own.
struct Name {
    std::string_view name;
    std::string_view description;
};
constexpr std::array<Name, 2> date_names{
    {{"after", "published after"}, {"before", "published before"}}};
constexpr std::array<Name, 9> other_names{{{"is", "first of its copies, or gone"},
                                           {"dup", "an article's id: all its copies"},
                                           {"has", "what an article states: has:byline"},
                                           {"lead", "the first 60 words of the text"},
                                           {"words", "how long it is: words:>800"},
                                           {"type", "the format of its file"},
                                           {"name", "the name of its file"},
                                           {"url", "its address, or what is above that"},
                                           {"id", "an article's id, or its beginning"}}};
constexpr std::array<Name, 2> states{
    {{"first", "repeats no other article"}, {"gone", "its file is no longer there"}}};

/// The last word of a query, and what stands before it.
struct LastWord {
    std::string before;
    std::string word;
};

/// A word ends at a space or parenthesis outside of quotes; signs before it are none of it.
LastWord last_word_of(const std::string& query) {
    bool in_quotes = false;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < query.size(); ++i) {
        if (query[i] == '"') in_quotes = !in_quotes;
        if (!in_quotes && (query[i] == ' ' || query[i] == '(' || query[i] == '|')) begin = i + 1;
    }
    while (begin < query.size() && (query[begin] == '-' || query[begin] == '+')) ++begin;
    return {query.substr(0, begin), query.substr(begin)};
}

std::string lower_case(std::string text) {
    for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return text;
}

bool needs_quotes(const std::string& value) {
    return std::any_of(value.begin(), value.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x80 && std::isalnum(byte) == 0 &&
               std::string_view{"-._/"}.find(c) == std::string_view::npos;
    });
}

std::string quoted(const std::string& value) {
    std::string text = "\"";
    for (const char c : value)
        text += c == '"' || c == '\\' ? std::string{'\\', c} : std::string{c};
    return text + "\"";
}

/// The value with its beginning as it was typed: capitals make no difference to a query, and fish
/// offers only what has the letters that are there.
std::string as_typed(const std::string& value, const std::string& typed) {
    return lower_case(typed) == value.substr(0, typed.size()) ? typed + value.substr(typed.size())
                                                              : value;
}

/// Whether the value is one step further than what is typed: a year before its months.
bool is_next_step(Field field, const std::string& value, const std::string& typed) {
    return field != Field::date || value.size() == (typed.size() <= year    ? year
                                                    : typed.size() <= month ? month
                                                                            : day);
}

/// The words of a headline are too many to be offered before one of their letters is known.
bool is_too_early(Field field, const std::string& typed) {
    const bool is_searched_by_words =
        field == Field::title || field == Field::byline || field == Field::place;
    return is_searched_by_words && typed.empty();
}

std::optional<Field> field_of(const std::string& name) {
    const bool is_date = std::any_of(date_names.begin(), date_names.end(),
                                     [&](const Name& row) { return row.name == name; });
    return is_date ? Field::date : field_named(name);
}

class QueryCompletion {
  public:
    QueryCompletion(const std::string& current, const FieldValues& values)
        : last_(last_word_of(current)), values_(values) {}

    Completion complete() {
        const std::size_t colon = last_.word.find(':');
        if (colon == std::string::npos) return names();
        const std::string name = last_.word.substr(0, colon);
        return {.candidates = values_of(name, last_.word.substr(colon + 1))};
    }

  private:
    /// Names alone would only lead to another Tab: a single one comes with its values.
    Completion names() const {
        const std::string typed = lower_case(last_.word);
        Completion found{.kind = Completion::Kind::open};
        std::vector<std::string> matching;
        const auto offer = [&](std::string_view name, std::string_view description) {
            if (!name.starts_with(typed)) return;
            matching.emplace_back(name);
            found.candidates.push_back(
                {last_.before + std::string{name} + ":", std::string{description}});
        };
        for (const FieldInfo& field : fields())
            if (field.searchable) offer(field.name, field.description);
        for (const Name& row : date_names) offer(row.name, row.description);
        for (const Name& row : other_names) offer(row.name, row.description);
        if (matching.size() != 1 || typed.empty()) return found;
        Completion with_values{.candidates = values_of(matching.front(), "")};
        return with_values.candidates.empty() ? found : with_values;
    }

    /// `name` is as typed.
    std::vector<Candidate> values_of(const std::string& name, const std::string& typed) const {
        if (lower_case(name) == "is") return states_of(name, typed);
        if (lower_case(name) == "has") return stated_fields(name, typed);
        const auto field = field_of(lower_case(name));
        return field ? values_of(name, *field, typed) : std::vector<Candidate>{};
    }

    std::vector<Candidate> states_of(const std::string& name, const std::string& typed) const {
        std::vector<Candidate> found;
        for (const Name& state : states)
            if (state.name.starts_with(lower_case(typed)))
                found.push_back({last_.before + name + ":" + std::string{state.name},
                                 std::string{state.description}});
        return found;
    }

    std::vector<Candidate> stated_fields(const std::string& name, const std::string& typed) const {
        std::vector<Candidate> found;
        for (const FieldInfo& field : fields())
            if ((field.searchable && field.field != Field::path) || field.field == Field::url)
                if (field.name.starts_with(lower_case(typed)))
                    found.push_back({last_.before + name + ":" + std::string{field.name},
                                     std::string{field.description}});
        return found;
    }

    std::vector<Candidate> values_of(const std::string& name, Field field,
                                     std::string typed) const {
        const bool has_quote = typed.starts_with('"');
        if (has_quote) typed.erase(0, 1);
        std::vector<Candidate> found;
        if (is_too_early(field, typed)) return found;
        for (const auto& [value, articles] : values_(field, typed, most_asked)) {
            if (found.size() == most_candidates) break;
            if (value.empty() || !is_next_step(field, value, typed)) continue;
            const bool in_quotes = has_quote || needs_quotes(value);
            const std::string text = as_typed(value, typed);
            found.push_back({last_.before + name + ":" + (in_quotes ? quoted(text) : text),
                             counted(articles, "article")});
        }
        if (field == Field::date && name == "date" && std::string_view{"none"}.starts_with(typed))
            found.push_back({last_.before + "date:none", "no stated date"});
        return found;
    }

    LastWord last_;
    const FieldValues& values_;
};

}  // namespace

Completion complete_query(const std::string& current, const FieldValues& values) {
    return QueryCompletion{current, values}.complete();
}

}  // namespace morgue::tools
