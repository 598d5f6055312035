#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <morgue/article.hpp>

#include <indexer/formats/reader.hpp>

namespace morgue::indexer {

/// A longer value is no metadatum: it is text that strayed.
inline constexpr std::size_t longest_value = 1000;  // bytes

/// So many values of one field are kept, the first ones.
inline constexpr std::size_t most_values = 1000;

/// White space and control characters folded to single spaces, none at the ends.
std::string folded_line(std::string_view text);

/// A metadatum's value, folded to one line; nothing where it is empty, too long or not UTF-8.
std::optional<std::string> clean_value(std::string_view raw);

/// Adds a fact to the article in the form its field has: a date as ISO 8601, a language as its
/// code, an absolute address. False where it cannot be read so, and where the article has the
/// field already; of a field that repeats, the first provenance that speaks is the only one.
bool state(Article& article, Field field, std::string_view raw, Provenance from);

/// state() for each of several values that one text names, divided by any of the marks.
void state_each(Article& article, Field field, std::string_view list, std::string_view marks,
                Provenance from);

/// Whether there is anything to read in a text: not white space alone.
bool has_text(std::string_view text);

/// Whether a letter or a number stands in a text.
bool has_word(std::string_view text);

/// The last step for each article: a date from its address or path where none is stated, a title
/// from the first sentence (`prose`: where it begins in the body) where there is none.
void finish_article(ReadArticle& read, const FileFacts& facts, std::size_t prose = 0);

/// What a reader of one article gives: that article, finished; Unread where it has no text.
ReadResult complete(ReadArticle read, const FileFacts& facts, std::size_t prose = 0);

}  // namespace morgue::indexer
