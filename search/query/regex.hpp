#pragma once

#include <memory>
#include <re2/re2.h>
#include <string>

namespace morgue::query {

/// A regular expression that words are compared with as a whole, whatever their case. `ok()` of it
/// tells whether it is one; it takes linear time and bounded memory.
std::shared_ptr<const RE2> compiled_regex(const std::string& text);

}  // namespace morgue::query
