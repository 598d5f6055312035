#pragma once

#include <memory>
#include <string>

#include <morgue/article.hpp>
#include <morgue/export.hpp>

namespace morgue {

/// Puts articles that are no files into an index. Holds the index's lock while it lives.
///
/// Thread safety: one thread at a time. What was put or removed since the last commit() is
/// dropped by the destructor.
class MORGUE_EXPORT IndexWriter {
  public:
    /// Creates the index if there is none.
    /// Throws Error: index_locked, index_corrupt, index_too_new, io_error.
    static IndexWriter open(const std::string& dir);

    IndexWriter(IndexWriter&&) noexcept;
    IndexWriter& operator=(IndexWriter&&) noexcept;
    ~IndexWriter();

    /// Adds the article, or replaces the one with the same id. Needs a key or a URL.
    /// Throws Error(bad_argument) for one without either, without text, or not UTF-8.
    ArticleId put(const Article& article);
    /// False when the index has no such article.
    bool remove(const ArticleId& id);
    /// Publishes everything since the last commit at once; durable when it returns.
    void commit();

  private:
    struct Impl;
    explicit IndexWriter(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

}  // namespace morgue
