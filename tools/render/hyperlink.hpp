#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace morgue::tools {

/// The names that stand for a format, as in "default, file, none".
std::string hyperlink_names();

/// What a link needs to know of a file.
struct LinkTarget {
    std::string path;      ///< absolute; bytes
    std::size_t line = 1;  ///< 1 is first
};

/// Links that terminals let people click (OSC 8), made as ripgrep makes them.
class HyperlinkFormat {
  public:
    /// "none", an alias such as "default" or "vscode", or an address with {path} and perhaps
    /// {host} and {line}. Throws UsageError for anything else.
    explicit HyperlinkFormat(std::string_view format);
    /// Makes no links.
    HyperlinkFormat() = default;

    /// The address of the file; empty where there are no links.
    std::string address(const LinkTarget& target) const;
    /// The text as a link to the file; the bare text where there are no links.
    std::string link(const std::string& text, const LinkTarget& target) const;

  private:
    std::string format_;
};

}  // namespace morgue::tools
