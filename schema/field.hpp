#pragma once

#include <span>
#include <string_view>

#include <morgue/fields.hpp>

namespace morgue::schema {

/// How a field is indexed, and so how a query may name it.
enum class FieldKind : unsigned char {
    text,    ///< words with positions: title:"storm corps", byline:doe
    value,   ///< the whole value, folded: section:world, tag:crude
    date,    ///< calendar terms
    path,    ///< the path and every folder above it
    stored,  ///< kept and shown, not searched
};

/// A row of the one table of fields: what the public FieldInfo shows and how Xapian holds it.
/// Prefixes follow Omega's published letters (xapian.org, "Omega overview", table of prefixes).
struct FieldSpec {
    FieldInfo shown;
    FieldKind kind;
    std::string_view prefix;  ///< of its terms; empty for FieldKind::stored
};

std::span<const FieldSpec> field_table() noexcept;
const FieldSpec& spec(Field field) noexcept;

}  // namespace morgue::schema
