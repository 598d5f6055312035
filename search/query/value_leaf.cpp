#include <algorithm>
#include <array>
#include <string>

#include <schema/field.hpp>
#include <search/query/chars.hpp>
#include <search/query/reserved.hpp>
#include <search/query/value_leaf.hpp>
#include <text/language_name.hpp>

namespace morgue::query {

namespace {

bool begins_outside(std::string_view path) {
    static constexpr std::array<std::string_view, 4> beginnings{"/", "./", "../", "~/"};
    return path == "." || path == ".." ||
           std::ranges::any_of(beginnings,
                               [&](std::string_view sign) { return path.starts_with(sign); });
}

/// Paths are kept from the folder that was indexed on, so none begins so.
void note_outside_path(const std::string& path, Notes& notes) {
    if (!begins_outside(path)) return;
    const bool here = path.starts_with("./") && path.size() > 2 && !begins_outside(path.substr(2));
    notes.add(Remark::path_outside,
              "path:" + shown(path) +
                  " can find nothing: paths begin below the folder that was indexed; write " +
                  (here ? "path:" + shown(path.substr(2))
                        : "path: and what follows that folder, as in path:2019/03"));
}

ValueLeaf read_value_text(const Token& token, const FieldName& field) {
    std::string_view text = token.text;
    if (token.kind == TokenKind::everything)
        return std::visit([](auto any) -> ValueLeaf { return any; }, read_any_value(field));
    if (token.kind == TokenKind::phrase && is_blank(text))
        return Complaint{Problem::empty_phrase, "these quotes hold nothing",
                         "write a value between them"};
    if (text.empty()) return no_word_in(field, "\\");
    if (token.kind == TokenKind::phrase || token.kind == TokenKind::plain) return Value{token.text};
    const bool prefix = text.size() > 1 && text.ends_with('*');
    // path:2019/** as well: what is below a folder is below it at any depth.
    if (prefix) text = text.substr(0, text.find_last_not_of('*') + 1);
    if (text.find_first_of("*?") != std::string_view::npos) return reserved_wildcard(token.text);
    return Value{std::string(text), prefix};
}

/// Languages are kept by their codes.
void read_language(Value& value, Notes& notes) {
    const auto code = value.prefix ? std::nullopt : text::language_called(value.text);
    if (!code || *code == value.text) return;
    notes.add(Remark::language_name,
              "lang:" + shown(value.text) + " is read as lang:" + std::string(*code));
    value.text = *code;
}

}  // namespace

ValueLeaf read_value(const Token& token, const FieldName& field, Notes& notes) {
    ValueLeaf read = read_value_text(token, field);
    if (auto* value = std::get_if<Value>(&read); value && field.field == Field::lang)
        read_language(*value, notes);
    if (const auto* value = std::get_if<Value>(&read); value && field.field == Field::path)
        note_outside_path(value->text, notes);
    return read;
}

AnyValue read_any_value(const FieldName& field) {
    if (field.reading != FieldReading::value)
        return Complaint{Problem::bad_date, std::string(written(field)) + ": needs a day",
                         "write it as in " + std::string(example(field))};
    if (field.field == Field::path) return Everything{};
    return Has{field.field};
}

Complaint no_word_in(const FieldName& field, std::string_view text) {
    return {Problem::empty_field,
            "'" + shown(text) + "' holds no word to search in " + std::string(written(field)) + ":",
            "write a word after the colon"};
}

}  // namespace morgue::query
