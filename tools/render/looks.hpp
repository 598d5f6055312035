#pragma once

#include <tools/line/command.hpp>
#include <tools/render/terminal.hpp>

namespace CLI {
class App;
}

namespace morgue::tools {

/// How results look to a person. Programs' formats know nothing of it.
struct Looks {
    const Style* style = nullptr;
};

/// The flags of looks, declared alike by every subcommand that shows results to people.
class LooksFlags {
  public:
    void declare(CLI::App& flags);
    Looks read(const Invocation& invocation) const;
};

}  // namespace morgue::tools
