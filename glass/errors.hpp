#pragma once

#include <exception>
#include <stdexcept>
#include <string>

namespace morgue::glass {

/// Somebody asked for a stop.
class Interrupted : public std::exception {
  public:
    const char* what() const noexcept override { return "interrupted"; }
};

/// A table or the version file is not what Morgue's bulk writer makes.
class MalformedTable : public std::runtime_error {
  public:
    explicit MalformedTable(const std::string& path)
        : std::runtime_error("not as it was written: " + path) {}
};

}  // namespace morgue::glass
