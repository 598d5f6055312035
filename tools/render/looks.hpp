#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include <tools/line/command.hpp>
#include <tools/render/terminal.hpp>

namespace CLI {
class App;
}

namespace morgue::tools {

/// How results look to a person, decided once from what was typed, the environment and what
/// stdout is. Programs' formats know nothing of it.
struct Looks {
    Style style;
    std::size_t width = 0;  ///< columns of a line of text; 0: lines are as long as they are
    bool plain = false;     ///< one labelled line a field, without glyphs: for screen readers
    bool paged = false;     ///< stdout goes through a pager where it is a terminal
};

/// The flags of looks, declared alike by every subcommand that shows results to people.
class LooksFlags {
  public:
    void declare(CLI::App& flags);
    /// Throws UsageError for flags that contradict each other.
    Looks read(const Invocation& invocation) const;

  private:
    std::optional<std::size_t> width_;
    std::string mark_ = "auto";
    std::string hyperlink_format_ = "default";
};

}  // namespace morgue::tools
