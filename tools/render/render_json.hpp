#pragma once

#include <optional>
#include <string>

#include <nlohmann/json_fwd.hpp>

#include <morgue/searcher.hpp>
#include <morgue/status.hpp>

#include <tools/paths.hpp>

namespace morgue::tools {

// Each gives one line without its end. What is not known is absent. Ranges are [begin, end) in
// bytes of UTF-8.

std::string hit_as_json(const Hit& hit, const Paths& paths);
/// `highlights` stand in the line when a question was asked.
std::string article_as_json(const IndexedArticle& found,
                            const std::optional<Highlights>& highlights, const Paths& paths);
std::string count_as_json(std::size_t total);
std::string status_as_json(const IndexStatus& status, const Paths& paths);
std::string skip_as_json(const Skip& skip, const Paths& paths);

}  // namespace morgue::tools
