#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <vector>

#include <base/workers.hpp>
#include <indexer/document.hpp>
#include <indexer/leader_table.hpp>
#include <indexer/shard_engine.hpp>
#include <schema/stored_article.hpp>

namespace morgue::indexer {

struct ShardWriterOptions {
    Engine engine = Engine::bulk;
    std::size_t stretch_bytes = std::size_t{8} << 20;  ///< of text that one thread analyses at once
    std::size_t memory_bytes = std::size_t{1} << 28;   ///< for what is written at the end
    std::size_t words = DocumentBuilder::usual_words;  ///< that each thread remembers
};

/// An article of which there is more than a database can hold: it stands there without words.
struct RefusedArticle {
    std::uint32_t number = 0;  ///< in the shard
    ArticleId id;
    Location location;
    std::string why;  ///< with the limit
};

/// Writes one shard, once: articles in, a complete and durable Xapian database directory out. The
/// articles are analysed and inverted by as many threads as there are workers, in stretches; what
/// is written depends on the articles and their order alone.
class ShardWriter {
  public:
    static constexpr std::uint64_t unknown = std::numeric_limits<std::uint64_t>::max();

    /// `path` is the folder to make; what an interrupted run left there is removed. The workers
    /// outlive it.
    ShardWriter(std::string path, base::Workers& workers, const ShardWriterOptions& options = {});
    /// Removes the folder of a shard that was not finished.
    ~ShardWriter();

    /// How many were added.
    std::uint32_t articles() const noexcept { return articles_; }
    /// Gives the article's number in the shard, counting from 1. So many bytes of text may be to
    /// come after it, as far as is known.
    std::uint32_t add(schema::StoredArticle article, std::uint64_t to_come = unknown);
    /// Writes everything down, durably, with the leaders among the articles; gives the shard's
    /// UUID. Nothing may be added after.
    std::string finish(const LeaderTable& leaders = {});
    /// Of those added; complete when all is finished.
    const std::vector<RefusedArticle>& refused() const noexcept { return refused_; }

  private:
    using Stretch = std::vector<schema::StoredArticle>;
    using Languages = std::set<std::string, std::less<>>;
    struct Analysed {
        Portion portion;
        Languages languages;
        std::uint32_t articles = 0;
        std::vector<RefusedArticle> refused;  ///< numbers count from the stretch's first
    };
    /// What one thread needs to analyse a stretch; it remembers words, so it is kept.
    struct Workbench {
        DocumentBuilder builder;
        std::unique_ptr<PortionMaker> maker;
    };

    Analysed analyse(Stretch stretch);
    static void analyse(schema::StoredArticle& article, Workbench& workbench, Analysed& made);
    Workbench take_workbench();
    bool is_long_enough(std::uint64_t to_come) const;
    void give_stretch();
    void write_oldest();

    std::string path_;
    ShardWriterOptions options_;
    base::Workers& workers_;
    std::unique_ptr<ShardEngine> engine_;
    std::mutex mutex_;
    std::vector<Workbench> workbenches_;  ///< that nobody uses now
    Stretch stretch_;
    std::size_t stretch_bytes_ = 0;
    Languages languages_;
    std::uint32_t articles_ = 0;
    std::uint32_t written_ = 0;  ///< of these
    std::vector<RefusedArticle> refused_;
    base::InOrder<Analysed> analysed_;
};

}  // namespace morgue::indexer
