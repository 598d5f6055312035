#pragma once

#include <cstdint>
#include <exception>
#include <glass/source.hpp>
#include <glass/table_writer.hpp>
#include <span>
#include <stop_token>
#include <utility>
#include <vector>

namespace morgue::glass {

/// Somebody asked for a stop.
class Interrupted : public std::exception {
  public:
    const char* what() const noexcept override { return "interrupted"; }
};

/// Merges sources, whose documents follow one another, into the tables. Call both, in this order.
class Merger {
  public:
    Merger(std::span<Source* const> sources, std::stop_token stop)
        : sources_(sources.begin(), sources.end()), stop_(std::move(stop)) {}

    void write_values(TableWriter& postlist);
    /// Gives the highest wdf. Throws Interrupted when asked to stop.
    std::uint32_t write_postings(TableWriter& postlist, TableWriter& position);

  private:
    struct Waiting {
        Source* source;
        std::size_t number;  ///< in the order of the sources
    };

    /// Later in the heap: the greater term, and of equal ones the later source.
    static bool comes_later(const Waiting& a, const Waiting& b);
    void wait_for_next(const Waiting& waiting);
    /// All sources whose next term is the least, in their order; none at the end.
    void find_least_term();
    void write_term(TableWriter& postlist, TableWriter& position);

    std::vector<Source*> sources_;
    std::stop_token stop_;
    std::vector<Waiting> waiting_;  ///< a heap: those with terms left, the least first
    std::vector<Waiting> least_;
    std::uint32_t highest_wdf_ = 0;
};

}  // namespace morgue::glass
