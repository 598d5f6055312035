#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include <schema/stored_article.hpp>
#include <text/language.hpp>

namespace morgue::indexer {

/// How often a term occurs in a document, and where.
struct Occurrences {
    std::uint32_t wdf = 0;
    std::vector<std::uint32_t> positions;  ///< ascending, each once
};

/// An article in the form that a shard holds. Knows nothing of how shards are written.
struct Document {
    std::unordered_map<std::string, Occurrences> terms;
    std::vector<std::pair<unsigned, std::string>> values;  ///< slot, value
    std::string data;
    const text::Language* language = nullptr;  ///< whose stems it holds; none for no stems
};

/// The language whose rules the article's words follow: its own, else `fallback` where its script
/// is Latin, else the one that its script decides, else none.
const text::Language* analysis_language(const Article& article, const std::string& fallback);

/// Makes the document and fills in what is only known then: words, cut_words, lang.
Document build_document(schema::StoredArticle& article, const text::Language* language);

}  // namespace morgue::indexer
