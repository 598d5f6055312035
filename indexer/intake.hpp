#pragma once

#include <span>
#include <string>
#include <vector>

#include <indexer/confined/confined_readers.hpp>
#include <indexer/formats/reader.hpp>
#include <indexer/packing/member.hpp>
#include <schema/file_catalog.hpp>
#include <schema/stored_article.hpp>

namespace morgue::indexer {

/// What a run adds to what a reader found, so that an article is whole.
struct FileContext {
    schema::FileKey key;
    schema::FileState state;
    std::string given_lang;      ///< for articles that state none; may be empty
    std::string field_map = {};  ///< what names of fields mean, as FieldMap::joined() gives it
};

/// What a file gave, ready to be indexed, and what of it gave nothing. The articles' ids are the
/// claimed ones; what only their analysis tells is missing.
struct Taken {
    std::vector<schema::StoredArticle> articles;
    std::vector<Unread> unread;
    PassedParts passed = {};  ///< at its end, of the whole file
};

/// What reading a file gave, of its bytes, made whole.
Taken take_in(Reading reading, std::string_view bytes, const FileContext& context);
/// Adds what members of the file give.
void take_in(std::span<const Member> members, const FileContext& context, ConfinedReaders& readers,
             Taken& taken);

/// Whether the article's text or its title has a word in it.
bool has_words(const Article& article);

/// Decides by which language's rules the article's words are read, and states the language where it
/// is detected; `given` is for articles of no known language, and may be empty.
void decide_language(schema::StoredArticle& stored, const std::string& given);

/// Whether the file's time is all that dates the article.
bool dated_by_mtime(const schema::StoredArticle& stored);

/// Languages are compared by their two-letter codes, however they were written.
void normalise_language(Article& article);

/// The same article at another place: what was told by path, time or command line is told anew.
void move_article(schema::StoredArticle& stored, const FileContext& context);

}  // namespace morgue::indexer
