#pragma once

#include <cstdint>
#include <glass/byte_buffer.hpp>
#include <glass/document.hpp>
#include <span>
#include <string>

namespace morgue::glass {

/// Length of a document: the sum of what its terms count.
std::uint32_t length_of(std::span<const TermEntry> terms);

/// Appends the terms as glass lists them by document. Nothing where there are none.
/// Source: xapian-core 1.4, backends/glass/glass_termlisttable.cc.
void put_termlist(ByteBuffer& out, std::span<const TermEntry> terms);

/// Appends the slots that a document has values in.
void put_used_slots(std::string& out, std::span<const ValueEntry> values);

}  // namespace morgue::glass
