#pragma once

#include <optional>
#include <stop_token>

#include <morgue/query.hpp>

#include <indexer/store.hpp>

namespace morgue::indexer {

/// Merges what is due. All is published already: what fails costs tidiness and no articles, and is
/// told by a note.
std::optional<Note> tidy(Store& store, const std::stop_token& stop);

}  // namespace morgue::indexer
