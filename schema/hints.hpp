#pragma once

namespace morgue::schema {

/// What helps against a damaged index; its articles are still where they were read.
inline constexpr const char* restore_hint =
    "make it anew by morgue index --rebuild, or restore it from a copy";

/// What helps against a damaged list of files.
inline constexpr const char* files_hint =
    "delete the file FILES in the index's folder; the next run of morgue index makes it anew";

}  // namespace morgue::schema
