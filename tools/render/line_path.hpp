#pragma once

#include <string>
#include <string_view>

namespace morgue::tools {

/// Whether a path would not be one line, or would look like a quoted one.
bool needs_quotes(std::string_view path) noexcept;

/// A path for a line that programs read: its bytes, or in double quotes with C's escapes, as git
/// writes it, where needs_quotes(). A terminal gets it printable().
std::string path_on_a_line(const std::string& path);

/// Counts the paths that had to be quoted, and says so.
class LinePaths {
  public:
    std::string line(const std::string& path);
    /// A note on stderr if there were any.
    void tell() const;

  private:
    std::size_t quoted_ = 0;
};

}  // namespace morgue::tools
