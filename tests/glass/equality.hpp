#pragma once

#include <glass/sample_documents.hpp>

namespace morgue::glass {

constexpr std::size_t much = std::size_t{1} << 28;

/// Writes the sample both ways and expects no difference.
void expect_equal(const Sample& sample, std::size_t memory_bytes = much);

/// Expects the database's positions to be read as Xapian reads them.
void expect_positions_as_by_xapian(const std::string& path);

/// All files of a database but for its UUID, and the manifest that depends on it.
std::string bytes_of(const std::string& path);

}  // namespace morgue::glass
