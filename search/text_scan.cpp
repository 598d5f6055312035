#include <schema/term.hpp>
#include <search/text_scan.hpp>
#include <text/tokenizer.hpp>

namespace morgue::search {

void TextScan::add(RowScanner& scanner, const text::Token& token, const TextScope& scope) const {
    const auto add_forms = [&](std::span<const text::Form> forms, bool joined) {
        for (const text::Form& form : forms) {
            if (form.kind == text::FormKind::exact) continue;
            if (scope.unnamed) scanner.term(schema::form_term(form, language_), joined);
            if (scope.field)
                scanner.term(schema::field_form_term(*scope.field, form, language_), joined);
        }
    };
    scanner.begin_token(token);
    add_forms(token.forms, false);
    add_forms(token.joined, true);
    scanner.end_token();
}

ScannedText TextScan::body(std::string_view text, std::vector<TextWord>& words) const {
    ScannedText scanned;
    RowScanner scanner(rows_);
    text::tokenize(text, {.language = language_}, [&](const text::Token& token) {
        if (token.starts_sentence && !words.empty()) scanned.sentences.push_back(words.size());
        if (token.starts_paragraph && !words.empty()) scanned.paragraphs.push_back(words.size());
        words.push_back({token.begin, token.end, token.starts_sentence});
        add(scanner, token, {.unnamed = true, .field = {}});
    });
    scanned.spans = scanner.take_spans();
    return scanned;
}

ScannedText TextScan::line(std::string_view text, const TextScope& scope) const {
    RowScanner scanner(rows_);
    text::tokenize(text, {.language = language_},
                   [&](const text::Token& token) { add(scanner, token, scope); });
    return {scanner.take_spans(), {}, {}};
}

}  // namespace morgue::search
