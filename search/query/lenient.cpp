#include <array>
#include <optional>
#include <string>

#include <search/query/chars.hpp>
#include <search/query/lenient.hpp>
#include <search/query/messages.hpp>

namespace morgue::query {

namespace {

/// More slips than that are no slips.
constexpr int most_mended = 32;

/// What closes what was left open; nothing drops what is wrong.
struct Mending {
    std::string_view code;
    std::string_view closed_by;
};

constexpr std::array<Mending, 6> mendings{{{"unclosed-quote", "\""},
                                           {"unclosed-parenthesis", ")"},
                                           {"unopened-parenthesis", ""},
                                           {"empty-parentheses", ""},
                                           {"empty-operand", ""},
                                           {"empty-phrase", ""}}};

/// The text without what is wrong with it; nothing where that is not known.
std::optional<std::string> mended(std::string text, const QueryError& error) {
    for (const Mending& mending : mendings) {
        if (mending.code != error.code) continue;
        if (!mending.closed_by.empty()) return text.append(mending.closed_by);
        return text.replace(error.begin, error.end - error.begin, " ");
    }
    return std::nullopt;
}

}  // namespace

std::variant<Parsed, QueryError> parse_leniently(std::string_view text) {
    auto parsed = parse(text);
    if (std::holds_alternative<Parsed>(parsed)) return parsed;
    const QueryError first = std::get<QueryError>(parsed);
    std::string now(text);
    std::vector<Note> notes;
    for (int times = 0; times < most_mended; ++times) {
        const auto& error = std::get<QueryError>(parsed);
        auto next = mended(now, error);
        if (!next || is_blank(*next)) return first;
        notes.push_back(make_note(Remark::mended, error.message + "; read as: " + *next));
        now = *std::move(next);
        parsed = parse(now);
        auto* read = std::get_if<Parsed>(&parsed);
        if (read == nullptr) continue;
        read->notes.insert(read->notes.begin(), notes.begin(), notes.end());
        return parsed;
    }
    return first;
}

}  // namespace morgue::query
