#pragma once

#include <optional>
#include <string>

#include <morgue/searcher.hpp>
#include <morgue/status.hpp>

#include <tools/paths.hpp>
#include <tools/render/offsets.hpp>

namespace morgue::tools {

// Each gives one line without its end. What is not known is absent.

/// `highlights` stand in the line when a question was asked.
std::string article_as_json(const IndexedArticle& found,
                            const std::optional<Highlights>& highlights, const Paths& paths,
                            OffsetUnit unit);
std::string count_as_json(std::size_t total);
std::string status_as_json(const IndexStatus& status, const Paths& paths);
std::string skip_as_json(const Skip& skip, const Paths& paths);

}  // namespace morgue::tools
