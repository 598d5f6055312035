#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include <indexer/readers/readers.hpp>

namespace morgue::indexer {

/// Reads bytes as the file of this name would be read.
inline ReadResult read_file(std::string_view path, std::string_view bytes) {
    const Format* format = find_format(path, bytes);
    if (format == nullptr) return Unread{SkipReason::no_reader, {}};
    return reader_of(*format)(bytes, {path});
}

/// The articles of a file; none where it gives a reason.
inline std::vector<ReadArticle> all_articles(std::string_view path, std::string_view bytes) {
    ReadResult result = read_file(path, bytes);
    return std::move(result.articles);
}

/// The one article of a file; an empty one, with a failure, where there is none.
inline ReadArticle one_article(std::string_view path, std::string_view bytes) {
    ReadResult result = read_file(path, bytes);
    if (result.articles.size() != 1) {
        ADD_FAILURE() << path << " gave " << result.articles.size() << " articles";
        return {};
    }
    return std::move(result.articles.front());
}

/// Why a file gives no article; nothing, with a failure, where it gives one.
inline SkipReason reason_of(std::string_view path, std::string_view bytes) {
    const ReadResult result = read_file(path, bytes);
    if (result.articles.empty()) return result.unread.front().reason;
    ADD_FAILURE() << path << " gave an article";
    return {};
}

/// Whether the file says nothing but that an article is taken back.
inline bool takes_back(std::string_view path, std::string_view bytes) {
    const ReadResult result = read_file(path, bytes);
    return result.articles.size() == 1 && result.articles.front().withdrawn;
}

/// The values of a field with where they came from: "Jane Doe (head); John Roe (head)".
inline std::string facts_of(const Article& article, Field field) {
    std::string facts;
    for (const Metadatum& fact : article.metadata) {
        if (fact.field != field) continue;
        if (!facts.empty()) facts += "; ";
        facts += fact.value + " (" + std::string(to_string(fact.from)) + ")";
    }
    return facts;
}

}  // namespace morgue::indexer
