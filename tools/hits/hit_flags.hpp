#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <morgue/searcher.hpp>

#include <tools/hits/hit_printer.hpp>

namespace morgue::tools {

class FlagSet;

/// What becomes of the answer.
enum class Answering {
    printed,
    counted,   ///< -c: only how many
    silenced,  ///< -q: the exit status says it all
};

/// Which hits are wanted, and how: decided from what was typed.
struct HitChoice {
    const HitFormat* format = nullptr;
    Answering answering = Answering::printed;
    SearchOptions options;
    FormatStyle style;
};

/// The flags on hits, declared once, and what they say together.
class HitFlags {
  public:
    void declare(FlagSet& flags);
    /// Throws UsageError for flags that contradict each other, and for one that the format chosen
    /// would ignore.
    HitChoice choice() const;
    /// Throws UsageError for a flag that means nothing where a query is explained.
    void refuse_what_explaining_ignores() const;

  private:
    struct Choosing {
        bool given;
        std::string_view flag;
    };

    /// Those that choose among hits, or order them.
    std::vector<Choosing> choosing() const;
    /// And those that change scores.
    std::vector<Choosing> choosing_or_weighing() const;
    const HitFormat& format() const;
    SearchOptions options(const HitFormat& format) const;
    void refuse_what_the_order_ignores() const;
    void refuse_what_counting_ignores(const HitFormat& format) const;
    void refuse_what_the_format_ignores(const HitFormat& format) const;

    std::optional<std::size_t> limit_;
    std::optional<std::size_t> offset_;
    std::optional<std::size_t> snippets_;
    std::optional<std::size_t> budget_;
    std::optional<std::string> sort_;
    std::optional<std::string> group_;
    std::optional<std::string> format_;
    std::optional<std::string> offsets_;
    std::optional<std::string> run_;
    std::optional<std::string> recency_;
    CsvFlags csv_;
    bool json_ = false;
    bool vimgrep_ = false;
    bool ids_ = false;
    bool paths_ = false;
    bool null_ = false;
    bool meta_ = false;
    bool count_ = false;
    bool quiet_ = false;
    bool expand_ = false;
};

}  // namespace morgue::tools
