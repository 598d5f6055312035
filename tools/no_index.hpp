#pragma once

#include <string>
#include <vector>

#include <morgue/error.hpp>

namespace morgue::tools {

/// No index was named, and none found that could be meant. Says where it was looked for, which
/// indexes there are, and what to type.
class NoIndex : public Error {
  public:
    NoIndex(const std::string& what, const std::string& path, const std::string& hint,
            std::vector<std::string> commands)
        : Error(ErrorCode::index_not_found, what, path, hint), commands_(std::move(commands)) {}

    /// Lines for the shell, one for each index that could be meant; may be empty.
    const std::vector<std::string>& commands() const noexcept { return commands_; }

  private:
    std::vector<std::string> commands_;
};

}  // namespace morgue::tools
