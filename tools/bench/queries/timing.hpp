#pragma once

#include <cstddef>
#include <functional>
#include <stdexcept>

#include <tools/bench/queries/query_list.hpp>

namespace morgue::bench {

/// Thrown for a query that the language of a peer has no words for.
struct NotUnderstood : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// Asks one query, shows its first ten hits, and gives how many those are.
using Ask = std::function<std::size_t(const ListedQuery&)>;

/// The main() of a program that answers a list of queries and prints a line for each time each was
/// asked: class, microseconds, hits; or class and "not understood". `open` opens the index and says
/// how to ask it, with snippets or without. More than one round: one more before them, untimed, to
/// warm up.
int query_main(int argc, char** argv,
               const std::function<Ask(const std::string& index, bool snippets)>& open);

}  // namespace morgue::bench
