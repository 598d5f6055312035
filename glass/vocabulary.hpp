#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace morgue::glass {

/// Numbers terms from 0 on, as they are first met.
class Vocabulary {
  public:
    /// Throws std::length_error where terms take over 4 GiB.
    std::uint32_t number_of(std::string_view term);

    /// A number of its own for a term that is not to be found by its bytes.
    std::uint32_t append(std::string_view term);

    /// The number of a term that has been met.
    std::optional<std::uint32_t> find(std::string_view term) const;

    std::size_t size() const noexcept { return ends_.size() - 1; }
    /// Until the next new term.
    std::string_view operator[](std::uint32_t number) const {
        return {terms_.data() + ends_[number], ends_[number + 1] - ends_[number]};
    }

    struct Place {
        std::uint64_t beginning = 0;  ///< beginning_of() the term
        std::uint32_t number = 0;
    };
    /// All terms, the least first.
    std::vector<Place> sorted() const;

    /// Memory held.
    std::size_t bytes() const noexcept;
    void clear();

  private:
    /// Where a term's hash leads, or one of the slots after.
    struct Slot {
        std::uint32_t hash = 0;
        std::uint32_t next_number = 0;  ///< the number and one; 0 for none
    };

    std::size_t first_slot(std::uint32_t hash) const { return hash & (slots_.size() - 1); }
    /// Where the term stands, or would.
    std::size_t slot_of(std::string_view term, std::uint32_t hash) const;
    void grow();

    std::string terms_;
    std::vector<std::uint32_t> ends_{0};  ///< before each term, and of it, in terms_
    std::vector<Slot> slots_;             ///< a power of two, at least half of them free
    std::size_t used_slots_ = 0;
};

}  // namespace morgue::glass
