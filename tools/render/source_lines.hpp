#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include <morgue/article.hpp>

namespace morgue::tools {

/// A place in a file as editors count: both from 1, the column in bytes.
struct FilePlace {
    std::size_t line = 1;
    std::size_t column = 1;
};

/// Where the text of an article stands in its file. Going forward through the body takes one walk
/// through it.
class SourceLines {
  public:
    /// `found` comes with its body and outlives this.
    explicit SourceLines(const IndexedArticle& found);

    /// Whether the body is the file's own bytes, so that its lines are known.
    bool are_known() const noexcept { return first_line_ > 0; }
    /// The place of this byte of the body; 1:1 where lines are not known.
    FilePlace at(std::size_t byte);
    /// The line of the body that holds this byte, without its end.
    std::string_view text_at(std::size_t byte) const;

  private:
    std::string_view body_;
    std::size_t first_line_;
    std::size_t byte_ = 0;        ///< counted up to here
    std::size_t breaks_ = 0;      ///< line ends before byte_
    std::size_t line_begin_ = 0;  ///< of the line that byte_ is on
};

}  // namespace morgue::tools
