#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <morgue/article.hpp>

#include <base/bytes.hpp>

namespace morgue::schema {

/// Signed numbers as themselves plus one bit of sign, so that -1 stays short.
void put_signed(std::string& out, std::int64_t value);
std::int64_t get_signed(base::ByteReader& in);

void put_metadata(std::string& out, const std::vector<Metadatum>& metadata);
/// False for a field or provenance that this version does not know.
bool get_metadata(base::ByteReader& in, std::vector<Metadatum>& metadata);

}  // namespace morgue::schema
