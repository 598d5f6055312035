#pragma once

#include <cstddef>
#include <cstdint>
#include <memory_resource>
#include <string_view>
#include <vector>

namespace morgue::indexer {

/// Gives terms numbers, from 0 on, by which they are counted without being compared.
class TermNumbers {
  public:
    TermNumbers();

    std::uint32_t number_of(std::string_view term);

    /// Lasts until clear().
    std::string_view operator[](std::uint32_t number) const noexcept { return terms_[number]; }
    std::size_t size() const noexcept { return terms_.size(); }

    /// Forgets all and counts anew.
    void clear() noexcept;

  private:
    struct Slot {
        std::uint32_t hash = 0;
        std::uint32_t after = 0;  ///< the term's number and one; 0: free
    };

    std::uint32_t add(std::string_view term);
    void grow();

    std::pmr::monotonic_buffer_resource memory_;
    std::vector<std::string_view> terms_;
    std::vector<Slot> slots_;
};

}  // namespace morgue::indexer
