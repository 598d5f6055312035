#pragma once

#include <cstdint>
#include <glass/stretch.hpp>
#include <glass/table_writer.hpp>
#include <string>
#include <string_view>

namespace morgue::glass {

/// Writes position lists, which are encoded already, into their table.
/// Source: xapian-core 1.4, backends/glass/glass_positionlist.cc.
class PositionWriter {
  public:
    explicit PositionWriter(TableWriter& table) : table_(table) {}

    void begin(std::string_view term);
    /// Docids ascend strictly.
    void add(std::uint32_t docid, std::string_view positions);
    void add(const Stretch& stretch);
    void end() {}

  private:
    TableWriter& table_;
    std::string key_;
    std::size_t term_bytes_ = 0;  ///< of the key
};

}  // namespace morgue::glass
