#pragma once

#include <filesystem>
#include <string>

namespace morgue::tools {

/// The folder of an index inside the archive that it is of.
inline constexpr const char* index_folder_name = ".morgue";

/// What stands where an index may be.
enum class Found {
    nothing,     ///< or what is no folder
    other,       ///< a folder without an index
    beginnings,  ///< what a first run leaves that was stopped before it published anything
    index,
    closed,  ///< a folder that may not be looked into
};

/// `folder` is an index's own, such as archive/.morgue.
Found what_is_in(const std::filesystem::path& folder);

/// The path without links and dots, absolute.
std::filesystem::path resolved(const std::filesystem::path& path);

/// Throws Error(index_refused) for an index that was found, not named, and is another user's: who
/// may write it may make programs read what they like.
void refuse_strangers(const std::filesystem::path& folder);

}  // namespace morgue::tools
