#pragma once

namespace morgue::schema {

/// What helps against a damaged index; its articles are still where they were read.
inline constexpr const char* restore_hint =
    "restore the index from a copy, or delete its folder and run morgue index again";

}  // namespace morgue::schema
