#pragma once

#include <cstdint>
#include <functional>
#include <glass/version_file.hpp>
#include <map>
#include <optional>
#include <set>
#include <string>

#include <morgue/article.hpp>

#include <schema/stored_article.hpp>

namespace morgue::indexer {

/// Reads what is whole of one part of an index. Nothing in it is trusted, and Xapian, which may
/// crash over damage, is not asked. Throws base::FileError.
class PartSalvage {
  public:
    /// `folder` holds the part's files, of which any may be missing.
    explicit PartSalvage(std::string folder);

    /// Nothing where the version file is lost or damaged.
    const std::optional<glass::VersionFacts>& facts() const noexcept { return facts_; }

    using Wanted = std::function<bool(std::uint32_t docid)>;
    /// False stops.
    using Take = std::function<bool(std::uint32_t docid, std::optional<schema::StoredArticle>)>;
    /// Calls `take` for the wanted documents whose text is found; with nothing where the text is
    /// not as it was written.
    void read_articles(const Wanted& wanted, const Take& take) const;

    /// What an article is called, as far as its words still tell.
    struct Name {
        std::optional<ArticleId> id;
        std::string file;  ///< below its root; empty where it is none, or not known
    };
    std::map<std::uint32_t, Name> names_of(const std::set<std::uint32_t>& docids) const;

  private:
    std::string folder_;
    std::optional<glass::VersionFacts> facts_;
};

}  // namespace morgue::indexer
