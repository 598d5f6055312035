#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include <tools/bench/corpus/story.hpp>

namespace morgue::bench {

struct ArchiveOptions {
    std::size_t articles = 10'000;
    std::uint64_t seed = 1;
    std::size_t mean_bytes = 3'000;  ///< of an article's body
    std::size_t per_day = 100;       ///< how many articles a day brings
    std::size_t long_every = 500;    ///< one of so many articles is 8 to 40 times as long; 0: none
};

struct GeneratedArticle {
    std::string path;  ///< YYYY/MM/DD/words-of-the-headline-number.txt
    std::string text;  ///< headline, byline, date, section and source, then the body
};

/// An archive of made-up news. Article i is a pure function of the options and i, whatever else
/// is written; options.articles does not change it.
/// Thread safety: a const Archive may be used by any number of threads.
class Archive {
  public:
    explicit Archive(const ArchiveOptions& options);

    GeneratedArticle article(std::size_t number) const;
    const ArchiveOptions& options() const noexcept { return options_; }

  private:
    struct Source {
        std::string name;
        std::vector<std::string> writers;
        bool curly_quotes;
    };

    Story story_of(std::size_t day, Random& random) const;
    std::size_t length_of(std::size_t number, Random& random) const;
    std::string head(const Story& story, std::size_t day, const Source& source,
                     Random& random) const;
    std::vector<Source> make_sources() const;

    ArchiveOptions options_;
    Lexicon lexicon_;
    std::vector<Topic> topics_;
    std::vector<Source> sources_;
};

}  // namespace morgue::bench
