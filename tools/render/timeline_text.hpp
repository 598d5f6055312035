#pragma once

#include <functional>
#include <string>

#include <tools/render/looks.hpp>
#include <tools/timeline.hpp>

namespace morgue::tools {

/// The timeline line by line: a bar a bucket as wide as the terminal allows, and buckets in which
/// nothing is held put together and said so; with --plain "2019-03: 12 of 345 articles".
void timeline_for_people(const Timeline& timeline, const Looks& looks,
                         const std::function<void(const std::string& line)>& print);

}  // namespace morgue::tools
