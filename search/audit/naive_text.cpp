#include <schema/field.hpp>
#include <search/audit/naive_text.hpp>
#include <text/spelling.hpp>

namespace morgue::search {

namespace {

std::string coded(const text::Form& form, const text::Token& token,
                  const text::Language* language) {
    switch (form.kind) {
        case text::FormKind::surface:
            return (token.unspaced ? "u:" : "s:") + std::string(form.text);
        case text::FormKind::acronym:
            return "a:" + std::string(form.text);
        case text::FormKind::stem:
            return "z" + std::string(language->code) + ":" + std::string(form.text);
        case text::FormKind::exact:
            return {};
    }
    return {};
}

}  // namespace

void add_forms(FormSet& set, std::span<const text::Form> forms, const text::Token& token,
               const text::Language* language) {
    for (const text::Form& form : forms)
        if (std::string code = coded(form, token, language); !code.empty())
            set.insert(std::move(code));
}

NaiveText naive_text(std::string_view text, const text::Language* language, bool one_sentence) {
    NaiveText tokens;
    std::size_t sentence = 0;
    std::size_t paragraph = 0;
    text::tokenize(text, {.language = language}, [&](const text::Token& token) {
        if (!one_sentence && token.starts_sentence) ++sentence;
        if (!one_sentence && token.starts_paragraph) ++paragraph;
        NaiveToken& made = tokens.emplace_back();
        text::append_with_straight_apostrophes(
            made.written, text::exact_form(text.substr(token.begin, token.end - token.begin)));
        made.begin = token.begin;
        made.end = token.end;
        made.group = token.group;
        made.sentence = sentence;
        made.paragraph = paragraph;
        add_forms(made.own, token.forms, token, language);
        add_forms(made.joined, token.joined, token, language);
    });
    return tokens;
}

NaiveArticle naive_article(schema::StoredArticle stored) {
    NaiveArticle article;
    const text::Language* language = text::find_language(stored.lang);
    article.body = naive_text(stored.indexed.article.body, language, false);
    for (const Metadatum& datum : stored.indexed.article.metadata) {
        if (schema::spec(datum.field).kind != schema::FieldKind::text) continue;
        NaiveText text = naive_text(datum.value, language, true);
        if (datum.from == Provenance::first_sentence)
            article.made_title = std::move(text);
        else
            article.texts[datum.field].push_back(std::move(text));
    }
    article.stored = std::move(stored);
    return article;
}

}  // namespace morgue::search
