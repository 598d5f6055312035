#pragma once

#include <optional>
#include <string_view>

namespace morgue::indexer {

/// The minutes east of UTC that a folded name of a zone stands for: those of RFC 2822 and of
/// Europe, and others that are used for one zone only. Nothing for a name that is not known, and
/// for one of several zones (IST, BST in Asia apart), or of one that changes with the season (ET).
std::optional<int> zone_named(std::string_view folded);

}  // namespace morgue::indexer
