#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include <morgue/diagnosis.hpp>
#include <morgue/searcher.hpp>

#include <tools/line/command.hpp>
#include <tools/question.hpp>

namespace morgue::tools {

/// Why nothing was found, in lines for people: what is in no article and what looks like it, how
/// many articles have the rest, and with what finds something the command to type, which begins
/// with `command` ("morgue search").
std::vector<std::string> explain(const Diagnosis& diagnosis, std::string_view command);

/// Says so on stderr. `command` is the name of the subcommand that asked.
void explain_nothing(const Searcher& searcher, const Question& question,
                     const Invocation& invocation, std::string_view command);

/// The same for programs, whole.
nlohmann::ordered_json diagnosis_json(const Diagnosis& diagnosis);

}  // namespace morgue::tools
