#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include <morgue/error.hpp>
#include <morgue/query.hpp>

#include <tools/no_index.hpp>

namespace morgue::tools {

// All that goes to stderr: sentences for people, or a line of JSON each, {"error":{…}}. Texts may
// hold foreign bytes: they are made printable here. May be called from any thread.

/// What is broken or not understood, and how to go on.
struct Problem {
    std::string code;  ///< short and stable, such as "usage"
    std::string message;
    std::string hint = {};                   ///< empty where there is no advice
    std::string path = {};                   ///< where; empty where that is nowhere
    std::vector<std::string> commands = {};  ///< lines for the shell that would help
};

/// From now on JSON. To be called before anything is said.
void speak_json();
/// Also shows what debug() says.
void be_verbose();
/// Shows warnings and errors alone.
void be_quiet();

void print_error(const Problem& problem);
void print_error(const Error& error);
void print_error(const NoIndex& error);
/// The query with a caret and an underline at what is wrong.
void print_query_error(std::string_view query, const QueryError& error);
void print_notes(const std::vector<Note>& notes);
void print_note(const Note& told);
/// Not an error, but something to be seen, with what to do.
void print_warning(const Problem& problem);
/// The sentence as a line of its own; for programs a note.
void print_plainly(const Note& told);
/// A line that is printable() already, such as the footer below results with its isolates.
void print_finished(std::string_view text);
/// Sentences and, behind two spaces, commands to type; for programs the note that is given.
void print_lines(const std::vector<std::string>& lines, const nlohmann::ordered_json& note);
void debug(std::string_view text);

}  // namespace morgue::tools
