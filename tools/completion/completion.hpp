#pragma once

#include <string>
#include <vector>

#include <tools/line/commands.hpp>

namespace morgue::tools {

/// One way to go on with what is typed.
struct Candidate {
    std::string text;         ///< the whole argument, as the program would get it
    std::string description;  ///< a few words; may be empty
};

struct Completion {
    enum class Kind {
        done,   ///< candidates that are whole arguments
        open,   ///< candidates after which more of the argument follows, without a space
        files,  ///< files and folders; the shell knows them
        dirs,
    };
    Kind kind = Kind::done;
    std::vector<Candidate> candidates = {};
    std::string before = {};  ///< of an argument like --index=DIR, what stands before the name
};

/// What may stand at the end of a command line. `words` are the arguments before it; `current` is
/// what is already there of the argument, without the shell's quotes.
Completion complete(const std::vector<std::string>& words, const std::string& current);

}  // namespace morgue::tools
