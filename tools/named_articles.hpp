#pragma once

#include <optional>
#include <string>
#include <vector>

#include <morgue/searcher.hpp>
#include <morgue/status.hpp>

#include <tools/exit_code.hpp>
#include <tools/opened_index.hpp>

namespace morgue::tools {

/// What an id or a file typed on the command line names.
struct NamedArticles {
    std::vector<IndexedArticle> articles;  ///< whole
    std::vector<ArticleId> candidates;     ///< ids that begin so, where there are several
};

/// Finds articles by what people call them: the beginning of an id, or a file.
class ArticleNames {
  public:
    /// `index` outlives this.
    explicit ArticleNames(const OpenedIndex& index) : index_(index) {}

    /// Throws Error as Searcher does.
    NamedArticles find(const std::string& name);

  private:
    std::vector<IndexedArticle> in_file(const std::string& name);
    /// Of "archive.zip!2019/a.html", as results show it.
    std::vector<IndexedArticle> in_member(const std::string& name);
    const std::vector<RootStatus>& roots_of(std::size_t index);

    const OpenedIndex& index_;
    std::vector<std::optional<std::vector<RootStatus>>> roots_;  ///< of each index, once read
};

/// Says on stderr that nothing is called so, or which ids begin so; gives how that ends a run.
ExitCode tell_not_one(const std::string& name, const std::vector<ArticleId>& candidates,
                      const OpenedIndex& index);

}  // namespace morgue::tools
