#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include <tools/line/command.hpp>
#include <tools/render/hyperlink.hpp>
#include <tools/render/style.hpp>

namespace morgue::tools {

class FlagSet;

/// What is put around text that is lit, such as brackets where no colour shows it.
struct Marks {
    std::string open;
    std::string close;
};

/// How results look to a person, decided once from what was typed, the environment and what
/// stdout is. Programs' formats know nothing of it.
struct Looks {
    Style style;
    Marks marks;
    std::size_t columns = 80;  ///< of the terminal, for tables and bars
    std::size_t width = 0;     ///< columns of running text; 0: lines are as long as they are
    HyperlinkFormat links;
    bool plain = false;  ///< one labelled line a field, without glyphs: for screen readers
    std::string pager;   ///< the command that stdout goes through; empty for none
};

/// The flags of looks, declared alike by every subcommand that shows results to people.
class LooksFlags {
  public:
    void declare(FlagSet& flags);
    /// Those of a command that shows no path of an article.
    void declare_width_and_mark(FlagSet& flags);
    /// Those of one that lights nothing either.
    void declare_width(FlagSet& flags);
    /// Throws UsageError for values that are none, and for flags that contradict each other.
    Looks read(const Invocation& invocation) const;

  private:
    Marks marks_for(const Looks& looks) const;

    std::optional<std::size_t> width_;
    std::string mark_ = "auto";
    std::string hyperlink_format_ = "default";
};

/// Those of a command without such flags, such as help.
Looks usual_looks(const CommonFlags& common);

}  // namespace morgue::tools
