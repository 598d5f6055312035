#pragma once

#include <cstddef>
#include <cstdint>
#include <glass/batch.hpp>
#include <glass/deflater.hpp>
#include <glass/document.hpp>
#include <glass/run_builder.hpp>
#include <string>
#include <string_view>

namespace morgue::glass {

/// Makes batches of documents, one after the other: from what each document holds to where each
/// term stands. Inverters know nothing of one another, so every thread may have its own.
class Inverter {
  public:
    /// Numbers ascend strictly within a batch, from 1 on; gaps become gaps between docids.
    /// Throws std::length_error for what the format cannot hold: then the document is not added.
    void add(std::uint32_t number, const DocumentView& document);

    bool empty() const noexcept { return batch_.documents.empty(); }
    /// Memory held, about.
    std::size_t bytes() const noexcept;

    /// What was added since the last time.
    Batch seal();

  private:
    Batch::StoredTag store(std::string_view tag);
    Batch::StoredTag deflate(std::string_view tag);

    Batch batch_;
    Deflater deflater_;
    RunBuilder run_;
    std::string tag_;
};

}  // namespace morgue::glass
