#pragma once

#include <glass/run_reader.hpp>
#include <glass/table_writer.hpp>
#include <glass/value_writer.hpp>
#include <span>
#include <string>
#include <vector>

namespace morgue::glass {

/// Merges runs, whose documents follow one another, into the tables. Call both, in this order.
class RunMerger {
  public:
    explicit RunMerger(const std::vector<std::string>& runs);

    void write_values(TableWriter& postlist);
    void write_postings(TableWriter& postlist, TableWriter& position);

  private:
    /// All runs whose next term is the least, in their order; none at the end.
    void find_least_term();
    void write_term(TableWriter& postlist, TableWriter& position);

    std::vector<RunReader> runs_;
    std::vector<RunReader*> waiting_;  ///< a heap: those with terms left, the least first
    std::vector<RunReader*> least_;
};

}  // namespace morgue::glass
