#pragma once

#include <string_view>
#include <vector>

#include <morgue/error.hpp>
#include <morgue/query.hpp>

namespace morgue::tools {

// All that goes to stderr. Texts may hold foreign bytes: they are made printable here.

/// Also shows what debug() says.
void be_verbose();

/// Two lines: what is wrong and how to go on. An empty hint is left out.
void print_error(std::string_view what, std::string_view hint);
void print_error(const Error& error);
/// The query with a caret and an underline at what is wrong.
void print_query_error(std::string_view query, const QueryError& error);
void print_notes(const std::vector<Note>& notes);
void print_note(std::string_view text);
/// Not an error, but something to be seen, with what to do.
void print_warning(std::string_view what, std::string_view hint);
/// A line as it is, such as the footer below results.
void print_plainly(std::string_view text);
void debug(std::string_view text);

}  // namespace morgue::tools
