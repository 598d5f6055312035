#pragma once

#include <string>
#include <string_view>

namespace morgue::indexer {

/// The path below a folder that a reference means; empty where it leads elsewhere.
std::string path_within(std::string_view href);
/// Whether a path is one below a folder, written as path_within() does.
bool is_within_folder(std::string_view path);

}  // namespace morgue::indexer
