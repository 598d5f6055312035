#pragma once

#include <cstdint>
#include <deque>
#include <glass/document.hpp>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <base/hash.hpp>

namespace morgue::glass {

/// Inverts documents in memory: from what each document holds to where each term stands.
class RunBuilder {
  public:
    /// Docids ascend strictly.
    void add(std::uint32_t docid, const DocumentView& document);

    bool empty() const noexcept { return records_.empty() && values_.empty(); }
    /// Memory held, about.
    std::size_t bytes() const noexcept;

    /// The run: values by slot, then postings by term, everything in the order of the tables.
    /// The builder is empty after that.
    std::string take();

  private:
    struct Record {
        std::uint64_t positions = 0;  ///< offset in positions_
        std::uint32_t term = 0;
        std::uint32_t docid = 0;
        std::uint32_t wdf = 0;
        std::uint32_t position_bytes = 0;
    };
    /// Not noexcept: so the map keeps each hash beside its term, and compares few terms.
    struct Hash {
        std::size_t operator()(std::string_view bytes) const { return base::hash64(bytes); }
    };

    std::uint32_t number_of(std::string_view term);
    /// Numbers of all terms, the first term first.
    std::vector<std::uint32_t> sorted_terms() const;
    /// Records of one term after those of the other, in the order of `terms`; where each begins.
    std::vector<std::uint32_t> by_term(const std::vector<std::uint32_t>& terms,
                                       std::vector<std::size_t>& begins) const;
    void put_values(std::string& out) const;
    void put_postings(std::string& out) const;
    void clear();

    std::deque<std::string> names_;  ///< stay where they are
    std::unordered_map<std::string_view, std::uint32_t, Hash> numbers_;
    std::vector<Record> records_;
    std::string positions_;
    /// By slot: docid and value of each, encoded.
    std::map<std::uint32_t, std::pair<std::uint64_t, std::string>> values_;
    std::size_t other_bytes_ = 0;
};

}  // namespace morgue::glass
