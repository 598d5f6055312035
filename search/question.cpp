#include <algorithm>

#include <schema/term.hpp>
#include <search/question.hpp>

namespace morgue::search {

namespace {

/// Stems of two languages differ as terms even where they are spelled alike; other forms do not.
bool same_term(const AskedForm& form, const text::Form& other, const text::Language* language) {
    return form.kind == other.kind && form.text == other.text &&
           (form.kind != text::FormKind::stem || form.language == language);
}

/// A form is asked for when any language asks for it.
void merge_forms(std::vector<AskedForm>& into, std::span<const text::Form> forms,
                 const text::Language* language) {
    for (const text::Form& form : forms) {
        if (form.kind == text::FormKind::exact) continue;
        const auto known = std::find_if(into.begin(), into.end(), [&](const AskedForm& had) {
            return same_term(had, form, language);
        });
        if (known == into.end())
            into.push_back({form.kind, form.asked, std::string(form.text), language});
        else
            known->asked |= form.asked;
    }
}

}  // namespace

std::string AskedForm::term(std::optional<Field> field) const {
    const text::Form form{kind, asked, text};
    return field ? schema::field_form_term(*field, form, language)
                 : schema::form_term(form, language);
}

std::vector<AskedToken> asked_tokens(std::string_view text,
                                     std::span<const text::Language* const> languages) {
    std::vector<AskedToken> tokens;
    for (const text::Language* language : languages) {
        // Where words begin and end does not depend on the language, so the n-th is the n-th.
        std::size_t number = 0;
        text::tokenize(text, {.language = language, .question = true}, [&](const auto& token) {
            if (number == tokens.size())
                tokens.push_back({token.begin, token.end, token.group, token.unspaced, {}, {}});
            AskedToken& asked = tokens[number++];
            merge_forms(asked.forms, token.forms, language);
            merge_forms(asked.joined, token.joined, language);
        });
    }
    return tokens;
}

std::vector<Piece> pieces_of(std::span<const AskedToken> tokens) {
    std::vector<Piece> pieces;
    for (std::size_t begin = 0; begin < tokens.size();) {
        std::size_t end = begin + 1;
        const std::uint32_t group = tokens[begin].group;
        while (end < tokens.size() && group != 0 && tokens[end].group == group) ++end;
        pieces.push_back(tokens.subspan(begin, end - begin));
        begin = end;
    }
    return pieces;
}

}  // namespace morgue::search
