#include <algorithm>

#include <schema/term.hpp>
#include <search/exact_word.hpp>
#include <search/text_scan.hpp>
#include <text/tokenizer.hpp>

namespace morgue::search {

void TextScan::add(RowScanner& scanner, const text::Token& token, const TextScope& scope) const {
    const auto add_forms = [&](std::span<const text::Form> forms, bool joined) {
        for (const text::Form& form : forms) {
            if (form.kind == text::FormKind::exact || !rows_.may_have_ending(form.text)) continue;
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

void TextScan::drop_inexact(std::vector<LitSpan>& spans, std::string_view text) const {
    if (!rows_.has_exact() || spans.empty()) return;
    std::vector<std::string_view> words;
    text::tokenize(text, {.language = language_}, [&](const text::Token& token) {
        words.push_back(text.substr(token.begin, token.end - token.begin));
    });
    std::erase_if(spans, [&](const LitSpan& span) {
        const auto* asked = rows_.exact(span.leaf);
        return asked != nullptr &&
               !std::equal(asked->begin(), asked->end(),
                           words.begin() + static_cast<std::ptrdiff_t>(span.first),
                           words.begin() + static_cast<std::ptrdiff_t>(span.last + 1),
                           [](const std::string& one, std::string_view written) {
                               return one.empty() || is_exact_word(written, one);
                           });
    });
}

ScannedText TextScan::body(std::string_view text, std::vector<TextWord>& words) const {
    ScannedText scanned;
    RowScanner scanner(rows_);
    const text::TokenizerOptions options{.language = language_, .wanted = &rows_.beginnings()};
    text::tokenize(text, options, [&](const text::Token& token) {
        if (token.starts_sentence && !words.empty()) scanned.sentences.push_back(words.size());
        if (token.starts_paragraph && !words.empty()) scanned.paragraphs.push_back(words.size());
        words.push_back({token.begin, token.end, token.starts_sentence});
        add(scanner, token, {.unnamed = true, .field = {}});
    });
    scanned.spans = scanner.take_spans();
    drop_inexact(scanned.spans, text);
    return scanned;
}

ScannedText TextScan::line(std::string_view text, const TextScope& scope) const {
    RowScanner scanner(rows_);
    text::tokenize(text, {.language = language_},
                   [&](const text::Token& token) { add(scanner, token, scope); });
    std::vector<LitSpan> spans = scanner.take_spans();
    drop_inexact(spans, text);
    return {std::move(spans), {}, {}};
}

}  // namespace morgue::search
