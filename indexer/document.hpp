#pragma once

#include <cstddef>
#include <glass/document.hpp>
#include <memory>
#include <string>

#include <schema/stored_article.hpp>
#include <text/language.hpp>

namespace morgue::indexer {

class StemWords;

/// An article in the form that a shard holds. Knows nothing of how shards are written.
struct Document {
    glass::DocumentView form;                  ///< views into the builder
    const text::Language* language = nullptr;  ///< whose stems it holds; none for no stems
};

/// Makes documents of articles, one after the other. A thread that makes many keeps one builder,
/// which remembers the words it has met; not thread-safe.
class DocumentBuilder {
  public:
    /// Enough for most archives.
    static constexpr std::size_t usual_words = std::size_t{1} << 17;
    /// What remembering a word takes, with its terms.
    static constexpr std::size_t bytes_a_word = 600;

    explicit DocumentBuilder(std::size_t most_words = usual_words);
    DocumentBuilder(DocumentBuilder&&) noexcept;
    ~DocumentBuilder();

    /// Before documents that are inverted together, whose terms keep their keys: only between such
    /// is anything forgotten.
    void begin_portion();

    /// Fills in what is only known then: words, cut_words, lang. The document lasts until the
    /// builder's next.
    Document build(schema::StoredArticle& article, const text::Language* language);

    /// Tells the stems of the words that are remembered.
    void tell_stems(StemWords& words) const;

  private:
    struct Parts;

    std::unique_ptr<Parts> parts_;
};

}  // namespace morgue::indexer
