#pragma once

#include <string>

#include <tools/help/page.hpp>

namespace morgue::tools {

/// The page in the language of man(7). `date` is ISO 8601.
std::string page_as_man(const Page& page, const std::string& date);

}  // namespace morgue::tools
