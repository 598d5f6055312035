#pragma once

#include <cstddef>
#include <cstdint>
#include <glass/batch.hpp>
#include <glass/deflater.hpp>
#include <glass/document.hpp>
#include <glass/stretch.hpp>
#include <glass/term_log.hpp>
#include <map>
#include <string>
#include <string_view>

namespace morgue::glass {

/// Makes batches of documents, one after the other: from what each document holds to where each
/// term stands. Inverters know nothing of one another, so every thread may have its own.
class Inverter {
  public:
    /// Numbers ascend strictly within a batch, from 1 on; gaps become gaps between docids.
    /// Throws std::length_error, which names what is too long, for what the format cannot hold:
    /// then the document is not added.
    void add(std::uint32_t number, const DocumentView& document);

    bool empty() const noexcept { return batch_.documents.empty(); }
    /// Memory held, about, with what sealing takes.
    std::size_t bytes() const noexcept;

    /// What was added since the last time.
    Batch seal();

  private:
    Batch::StoredTag put_deflated(std::string& out, std::string_view tag);
    void add_values(std::uint32_t number, std::span<const ValueEntry> values);
    void put_values();
    void put_terms();

    Batch batch_;
    Deflater deflater_;
    TermLog log_;
    std::map<std::uint32_t, StretchBuilder> values_;  ///< by slot
};

}  // namespace morgue::glass
