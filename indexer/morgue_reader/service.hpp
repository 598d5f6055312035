#pragma once

#include <functional>

#include <indexer/confined/channel.hpp>
#include <indexer/confined/reading.hpp>

namespace morgue::indexer {

/// Reads what is asked for, by `read`, until nobody is at the other end.
void serve(Channel& channel, const std::function<Reading(const ReadRequest&)>& read);

/// All that a process that reads does, from its start to its end: the connection is its standard
/// input, its first argument says how many bytes of memory it may have.
int be_reader(int argc, char** argv, const std::function<Reading(const ReadRequest&)>& read);

}  // namespace morgue::indexer
