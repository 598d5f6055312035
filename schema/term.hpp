#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <morgue/article.hpp>

#include <schema/date.hpp>
#include <text/language.hpp>
#include <text/tokenizer.hpp>

namespace morgue::schema {

/// The only place where terms are composed. Prefixes follow Omega's table; ours beyond it:
///   ZX<LANG>  stem in a language other than English, else a French stem of "rates" hits "rat"
///   XAC       letters of an acronym, with positions
///   XE        a word as written, where accents or capitals tell more than the surface form
///   XDATENONE an article without a stated date
///   XDI       and then as of a stated date: one inferred
///   XGONE     an article whose file is gone
///   XLEADER   the id of the article that this one nearly repeats
///   XREPEAT   an article that nearly repeats another
///   XCUT      an article with words too long to be indexed whole
/// Surface forms stand bare: folded text never begins with A to Z.

/// The term of a form of body or title text; `language` is the text's own.
std::string form_term(const text::Form& form, const text::Language* language);

/// A surface form in a field of words: title, byline, place.
std::string field_word_term(Field field, std::string_view surface);
/// Any form in a field of words: surface forms as above, stems and acronyms under their own prefix
/// and then the field's. Only the title has stems: the others hold names.
std::string field_form_term(Field field, const text::Form& form, const text::Language* language);

/// What stands behind the prefixes of the term of a form: its text.
std::string_view text_of_form_term(std::string_view term) noexcept;
/// Whether the term is a stem, in the text or in a field.
bool is_stem_term(std::string_view term) noexcept;
/// Whether the term is a surface form of title or body that might have a stem: it begins with a
/// letter and has no apostrophe. Such terms stand behind all stems.
bool may_have_stem(std::string_view term) noexcept;

/// A whole value, folded, white space collapsed; long values by their hash. `beginning` composes
/// what the terms of all values with this beginning start with.
std::string value_term(Field field, std::string_view value);
std::string value_beginning(Field field, std::string_view beginning);
/// Folded and white space collapsed, as values are compared.
std::string folded_value(std::string_view value);
/// White space collapsed, and shortened as in terms, but not folded: what people are shown.
std::string value_as_written(std::string_view value);

std::string id_term(const ArticleId& id);
inline constexpr std::string_view leader_prefix = "XLEADER";
/// Of the articles that nearly repeat the one with this id.
std::string leader_term(const ArticleId& id);
/// What the id terms of all ids with these hexadecimal digits start with.
std::string id_beginning(std::string_view digits);
/// Fewer digits begin too many ids.
inline constexpr std::size_t min_id_digits = 4;
/// Whether an id may begin so: hexadecimal digits, enough and not too many.
bool may_begin_an_id(std::string_view digits) noexcept;

/// The path itself and every folder above it.
std::vector<std::string> path_terms(std::string_view path);
std::string path_term(std::string_view path);
/// What the path terms with this beginning start with.
std::string path_beginning(std::string_view beginning);

/// One term for each precision that the date has: its year, its month, its day.
std::vector<std::string> date_terms(const CalendarDate& date);
/// The one term of the date's own precision.
std::string date_term(const CalendarDate& date);
/// What the terms of this precision begin with, followed by 4, 6 or 8 digits.
std::string_view date_prefix(DatePrecision precision);
/// The term of a date in an article whose date is inferred: from its file's time, for one.
std::string inferred_date_term(std::string_view date_term);

/// No stated date: neither from the article nor from its path.
inline constexpr std::string_view undated_term = "XDATENONE";
/// Its file is gone, and it was kept.
inline constexpr std::string_view gone_term = "XGONE";
/// It nearly repeats another article.
inline constexpr std::string_view repeat_term = "XREPEAT";
/// Some of its words were too long and are indexed by their beginning.
inline constexpr std::string_view cut_words_term = "XCUT";

/// Terms over this many bytes are hashed or cut before they reach Xapian, which takes 245.
inline constexpr std::size_t max_term_bytes = 200;
/// Of a value or path longer than that, so much of the beginning stands in the term.
inline constexpr std::size_t max_beginning_bytes = 160;

/// The body's first position is this much after the title's last, more than any distance asked
/// for; so that no phrase reaches from the one into the other.
inline constexpr unsigned body_gap = 1000;
inline constexpr unsigned first_title_position = 1;

/// What a word counts there: its wdf.
inline constexpr unsigned body_weight = 1;
inline constexpr unsigned title_weight = 3;

}  // namespace morgue::schema
