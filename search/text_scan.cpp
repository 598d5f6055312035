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
    RowScanner scanner(rows_, text);
    const auto note_starts = [&](std::size_t position, const auto& word) {
        if (word.starts_sentence && position > 0) scanned.sentences.push_back(position);
        if (word.starts_paragraph && position > 0) scanned.paragraphs.push_back(position);
    };
    const text::Wanted wanted{rows_.beginnings(), [&](std::span<const text::PlainWord> passed) {
                                  note_starts(scanner.words().size(), passed.front());
                                  scanner.pass(passed);
                              }};
    text::tokenize(text, {.language = language_, .wanted = &wanted}, [&](const text::Token& token) {
        note_starts(token.position, token);
        add(scanner, token, {.unnamed = true, .field = {}});
    });
    words = scanner.take_words();
    scanned.spans = scanner.take_spans();
    drop_inexact(scanned.spans, text);
    return scanned;
}

ScannedText TextScan::line(std::string_view text, const TextScope& scope) const {
    RowScanner scanner(rows_, text);
    text::tokenize(text, {.language = language_},
                   [&](const text::Token& token) { add(scanner, token, scope); });
    std::vector<LitSpan> spans = scanner.take_spans();
    drop_inexact(spans, text);
    return {std::move(spans), {}, {}};
}

}  // namespace morgue::search
