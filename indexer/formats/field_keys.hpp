#pragma once

#include <optional>
#include <string_view>

#include <morgue/fields.hpp>

namespace morgue::indexer {

/// What a key of front matter or a label of a head line means; case, spaces, - and _ in it do not
/// count.
std::optional<Field> field_of_key(std::string_view key);

/// Whether the key names the outlet's own id of the article.
bool is_id_key(std::string_view key);

/// Whether the key names a short account of the article.
bool is_summary_key(std::string_view key);

}  // namespace morgue::indexer
