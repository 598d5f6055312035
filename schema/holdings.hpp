#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <morgue/tally.hpp>

#include <schema/slot.hpp>
#include <schema/snapshot.hpp>

namespace morgue::schema {

struct CellCount {
    std::size_t hits = 0;
    std::size_t held = 0;
};

/// Articles counted by what they have in the slot, each spelling and each date by itself.
using Cells = std::unordered_map<std::string, CellCount>;

/// The slot that holds what is counted by.
Slot slot_of(By by) noexcept;
/// What of the slot's value articles share: of the order, its date.
std::string_view cell_in(Slot slot, std::string_view value) noexcept;

/// Every live article of the snapshot in its cell; those without a value in the cell "".
Cells held_cells(const Snapshot& snapshot, Slot slot);

/// Cells that mean the same put together, in the order of Searcher::tally.
std::vector<TallyRow> rows_of(const Cells& cells, By by);

}  // namespace morgue::schema
