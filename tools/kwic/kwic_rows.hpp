#pragma once

#include <cstddef>
#include <limits>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <tools/kwic/context_order.hpp>
#include <tools/kwic/kwic_printer.hpp>

namespace morgue::tools {

/// Which rows are wanted.
struct RowWindow {
    std::size_t offset = 0;
    std::size_t limit = std::numeric_limits<std::size_t>::max();

    bool is_behind(std::size_t row) const { return row >= offset && row - offset >= limit; }
};

/// Takes the rows of a concordance and writes those of the window: as they come, in bounded
/// memory; or sorted by the words on one side, which needs them all first.
class KwicRows {
  public:
    KwicRows(RowWindow window, std::optional<Side> side, KwicPrinter& printer)
        : window_(window), side_(side), printer_(printer) {}

    /// False when no further row is wanted. Throws OutputError.
    bool take(const Occurrence& occurrence);
    /// Writes what waits. Throws OutputError.
    void end();

    std::size_t written() const noexcept { return written_; }
    /// Whether rows behind the window have been seen.
    bool has_more() const noexcept { return has_more_; }

  private:
    struct Waiting {
        std::string key;
        std::string row;
    };

    void write_head();
    void write(const std::string& row);

    RowWindow window_;
    std::optional<Side> side_;
    KwicPrinter& printer_;
    std::vector<Waiting> waiting_;
    bool has_head_ = false;
    std::size_t taken_ = 0;
    std::size_t written_ = 0;
    bool has_more_ = false;
};

}  // namespace morgue::tools
