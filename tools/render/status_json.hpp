#pragma once

#include <string>

#include <morgue/status.hpp>

#include <tools/paths.hpp>

namespace morgue::tools {

// Lines of JSON without their ends. What is not known is absent.

std::string status_as_json(const IndexStatus& status, const Paths& paths);
std::string skip_as_json(const Skip& skip, const Paths& paths);

}  // namespace morgue::tools
