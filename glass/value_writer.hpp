#pragma once

#include <cstdint>
#include <glass/stretch.hpp>
#include <glass/table_writer.hpp>
#include <map>
#include <string>
#include <string_view>

namespace morgue::glass {

/// What a slot's values are like, over all documents.
struct ValueStatistics {
    std::uint32_t documents = 0;
    std::string lowest;
    std::string highest;

    void add(std::string_view value);
    void add(const ValueStatistics& others);
};

/// By slot.
using ValueSlots = std::map<std::uint32_t, ValueStatistics>;

/// Writes the statistics of all slots into the table of postings: after the metadata.
void write_value_statistics(TableWriter& table, const ValueSlots& slots);

/// Where a slot's values stand among the others': keys of slots do not sort as the numbers do.
std::string value_chunk_key(std::uint32_t slot);

/// Writes the values of one slot after the other, in chunks. Source: xapian-core 1.4,
/// backends/glass/glass_values.cc.
class ValueWriter {
  public:
    explicit ValueWriter(TableWriter& table) : table_(table) {}

    /// Takes the slot's value_chunk_key().
    void begin(std::string_view key) { key_ = key; }
    /// Docids ascend strictly; the value is not empty.
    void add(std::uint32_t docid, std::string_view value);
    void add(const Stretch& stretch);
    void end();

  private:
    void write_chunk();

    TableWriter& table_;
    std::string key_;
    std::string chunk_;
    std::uint32_t first_ = 0;
    std::uint32_t last_ = 0;
};

}  // namespace morgue::glass
