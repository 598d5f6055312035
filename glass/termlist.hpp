#pragma once

#include <cstdint>
#include <functional>
#include <glass/byte_buffer.hpp>
#include <glass/document.hpp>
#include <span>
#include <string>
#include <string_view>

namespace morgue::glass {

/// Length of a document: the sum of what its terms count.
std::uint32_t length_of(std::span<const TermEntry> terms);

/// Appends the terms as glass lists them by document. Nothing where there are none.
/// Source: xapian-core 1.4, backends/glass/glass_termlisttable.cc.
void put_termlist(ByteBuffer& out, std::span<const TermEntry> terms);

/// Calls `fn` with each term of such a list, in order, and what it counts; false stops. Gives
/// whether the bytes were a list, as far as they were read.
bool for_each_term(std::string_view termlist,
                   const std::function<bool(std::string_view term, std::uint32_t wdf)>& fn);

/// Appends the slots that a document has values in.
void put_used_slots(std::string& out, std::span<const ValueEntry> values);

}  // namespace morgue::glass
