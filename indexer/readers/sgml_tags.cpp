#include <algorithm>
#include <cctype>
#include <charconv>
#include <iterator>

#include <unicode/utf8.h>

#include <indexer/formats/lines.hpp>
#include <indexer/readers/sgml_tags.hpp>

namespace morgue::indexer {

namespace {

constexpr std::size_t longest_tag = 1000;  // bytes; more is text with a stray '<'
constexpr std::size_t longest_entity = 10;

struct Entity {
    std::string_view name;
    std::string_view text;
};

constexpr Entity entities[] = {
    {"amp", "&"},   {"lt", "<"},        {"gt", ">"},       {"quot", "\""},     {"apos", "'"},
    {"hyph", "-"},  {"blank", " "},     {"cir", "\u2022"}, {"bull", "\u2022"}, {"sect", "§"},
    {"cent", "¢"},  {"pound", "£"},     {"yen", "¥"},      {"reg", "®"},       {"para", "¶"},
    {"ndash", "–"}, {"mdash", "—"},     {"rsquo", "’"},    {"lsquo", "‘"},     {"rdquo", "”"},
    {"ldquo", "“"}, {"nbsp", "\u00A0"}, {"lsqb", "["},     {"rsqb", "]"},      {"times", "×"},
};

bool is_letter(char c) {
    return std::isalpha(static_cast<unsigned char>(c)) != 0;
}

bool is_in_name(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '_' || c == '.';
}

void append_number(std::string& out, std::string_view digits) {
    std::uint32_t code = 0;
    const auto end = digits.data() + digits.size();
    const auto read = std::from_chars(digits.data(), end, code);
    const bool control = (code < 0x20 && code != '\n' && code != '\t') || code == 0x7F;
    if (read.ptr != end || control || code > 0x10FFFF || U_IS_SURROGATE(code)) return;
    char bytes[U8_MAX_LENGTH];
    std::int32_t size = 0;
    U8_APPEND_UNSAFE(bytes, size, code);
    out.append(bytes, static_cast<std::size_t>(size));
}

/// The entity at the beginning of the text, and its length with both marks; 0 for none.
std::size_t append_entity(std::string& out, std::string_view text) {
    const std::size_t end = text.substr(0, longest_entity + 2).find(';');
    if (end == std::string_view::npos || end < 2) return 0;
    const std::string_view name = text.substr(1, end - 1);
    if (name.front() == '#') {
        if (!std::all_of(name.begin() + 1, name.end(), [](char c) { return c >= '0' && c <= '9'; }))
            return 0;
        append_number(out, name.substr(1));
        return end + 1;
    }
    const auto* known = std::find_if(std::begin(entities), std::end(entities),
                                     [&](const Entity& entity) { return entity.name == name; });
    if (known == std::end(entities)) return 0;
    out += known->text;
    return end + 1;
}

}  // namespace

std::optional<SgmlTag> next_sgml_tag(std::string_view text, std::size_t from) {
    for (std::size_t at = text.find('<', from); at != std::string_view::npos;
         at = text.find('<', at + 1)) {
        SgmlTag tag;
        tag.begin = at;
        tag.closes = text.substr(at + 1, 1) == "/";
        std::size_t name_end = at + (tag.closes ? 2 : 1);
        if (name_end >= text.size() || !is_letter(text[name_end])) continue;
        for (; name_end < text.size() && is_in_name(text[name_end]); ++name_end)
            tag.name += static_cast<char>(std::toupper(static_cast<unsigned char>(text[name_end])));
        const std::size_t end = text.find_first_of("<>", name_end);
        if (end == std::string_view::npos || text[end] == '<' || end - at > longest_tag) continue;
        tag.attributes = text.substr(name_end, end - name_end);
        tag.end = end + 1;
        return tag;
    }
    return std::nullopt;
}

std::string_view sgml_attribute(const SgmlTag& tag, std::string_view name) {
    const std::string_view all = tag.attributes;
    for (std::size_t at = all.find(name); at != std::string_view::npos;
         at = all.find(name, at + 1)) {
        const bool begins = at > 0 && ascii_space.find(all[at - 1]) != std::string_view::npos;
        const std::string_view after = all.substr(at + name.size());
        if (!begins || !after.starts_with("=\"")) continue;
        return after.substr(2, after.substr(2).find('"'));
    }
    return {};
}

void append_sgml_text(std::string& out, std::string_view text) {
    while (!text.empty()) {
        const std::size_t plain = std::min(text.find('&'), text.size());
        std::copy_if(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(plain),
                     std::back_inserter(out), [](char c) {
                         return static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t';
                     });
        text.remove_prefix(plain);
        if (text.empty()) return;
        std::size_t taken = append_entity(out, text);
        if (taken == 0) {
            out += '&';
            taken = 1;
        }
        text.remove_prefix(taken);
    }
}

}  // namespace morgue::indexer
