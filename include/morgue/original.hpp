#pragma once

#include <string>

#include <morgue/article.hpp>
#include <morgue/export.hpp>

namespace morgue {

/// The bytes that an article was made of, as its file has them: the file's, without its
/// compression; those of the member, record or message that Location::member names; of lines of
/// JSON the line. Where a file or a member has several articles otherwise, all of it.
///
/// Throws Error: bad_argument (the index does not have the article, or it was never in a file),
/// io_error (the file is gone, or is no longer what it was), and as Searcher::open does.
MORGUE_EXPORT std::string original(const std::string& index_dir, const ArticleId& id);

}  // namespace morgue
