#pragma once

#include <stdexcept>
#include <string>
#include <utility>

namespace morgue::tools {

/// A command line that cannot be carried out; the person who typed it can mend it.
class UsageError : public std::runtime_error {
  public:
    UsageError(const std::string& what, std::string hint)
        : std::runtime_error(what), hint_(std::move(hint)) {}

    const std::string& hint() const noexcept { return hint_; }

  private:
    std::string hint_;
};

}  // namespace morgue::tools
