#pragma once

#include <optional>
#include <string>

#include <morgue/searcher.hpp>

#include <tools/paths.hpp>
#include <tools/render/found_passages.hpp>
#include <tools/render/offsets.hpp>

namespace morgue::tools {

// Each gives one line without its end. What is not known is absent.

/// What is known of an article, without its text.
std::string metadata_as_json(const IndexedArticle& found, const Paths& paths);

/// `highlights` stand in the line when a question was asked.
std::string article_as_json(const IndexedArticle& found,
                            const std::optional<Highlights>& highlights, const Paths& paths,
                            OffsetUnit unit);
std::string passages_as_json(const FoundPassages& passages, const Paths& paths, OffsetUnit unit);

}  // namespace morgue::tools
