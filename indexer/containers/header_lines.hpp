#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace morgue::indexer {

/// "Name: value" lines, as in HTTP and WARC. They point into the text that they were read from.
class HeaderLines {
  public:
    /// Reads the lines up to a blank one; a line that begins with white space goes on with the one
    /// before it and is left out.
    explicit HeaderLines(std::string_view text);

    /// Without white space around it; empty where there is none. Names are alike in any case.
    std::string_view value(std::string_view name) const noexcept;
    bool empty() const noexcept { return lines_.empty(); }

  private:
    std::vector<std::pair<std::string_view, std::string_view>> lines_;
};

/// "text/html" of "Text/HTML; charset=UTF-8".
std::string media_type(std::string_view content_type);
/// "UTF-8" of the same; empty where it is not told.
std::string parameter(std::string_view content_type, std::string_view name);

/// The length of a header with the blank line that ends it; npos where it does not end.
std::size_t header_length(std::string_view text) noexcept;

}  // namespace morgue::indexer
