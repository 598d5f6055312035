#include <tools/completion/completion.hpp>
#include <tools/completion/shell_line.hpp>
#include <tools/output.hpp>
#include <tools/render/safe_text.hpp>
#include <tools/usage_error.hpp>

namespace morgue::tools {

namespace {

/// For the completions of shells, which call it with the line up to the cursor:
/// `__complete bash LINE`, and `__complete zsh|fish WORD...`, the last word as it is typed.
/// Prints what kind of answer it is, then a candidate a line: for bash what to put in the place of
/// the word, for the others the argument, a tab and what it means.
class CompleteCommand : public Command {
  public:
    std::string_view name() const override { return "__complete"; }
    std::string_view operands() const override { return "SHELL WORD..."; }
    std::string_view summary() const override { return "candidates for a shell"; }
    std::string_view examples() const override { return "morgue __complete fish search source:"; }
    bool is_hidden() const override { return true; }
    void declare(FlagSet& /*flags*/) override {}
    ExitCode run(const Invocation& invocation) override;
};

std::string_view name_of(Completion::Kind kind) {
    switch (kind) {
        case Completion::Kind::done:
            return "done";
        case Completion::Kind::open:
            return "open";
        case Completion::Kind::files:
            return "files";
        case Completion::Kind::dirs:
            return "dirs";
    }
    return "done";
}

/// Nothing that would break the line, or act on the terminal where it is shown.
bool is_safe(const std::string& text) {
    return printable(text) == text;
}

/// What stands behind the program's name, before which variables may be set.
std::vector<std::string> arguments_in(const std::vector<ShellWord>& words) {
    std::vector<std::string> arguments;
    bool is_behind_name = false;
    for (const ShellWord& word : words)
        if (is_behind_name)
            arguments.push_back(word.text);
        else
            is_behind_name = word.text.find('=') == std::string::npos;
    return arguments;
}

void print_for_bash(const std::string& line) {
    std::vector<ShellWord> words = shell_words_of(line);
    const ShellWord current = words.back();
    words.pop_back();
    const Completion found = complete(arguments_in(words), current.text);
    write_line(name_of(found.kind));
    for (const Candidate& candidate : found.candidates) {
        const std::string text = bash_replacement(current, candidate.text);
        if (!text.empty() && is_safe(text)) write_line(text);
    }
}

void print_for_others(std::vector<std::string> words) {
    const std::string current = shell_words_of(words.back()).back().text;
    words.pop_back();
    const Completion found = complete(words, current);
    write_line(std::string{name_of(found.kind)} + "\t" + found.before);
    for (const Candidate& candidate : found.candidates)
        if (is_safe(candidate.text))
            write_line(candidate.text + "\t" + printable(candidate.description));
}

ExitCode CompleteCommand::run(const Invocation& invocation) {
    std::vector<std::string> words = invocation.operands;
    if (words.size() < 2)
        throw UsageError("__complete takes a shell and words", std::string{examples()});
    const std::string shell = words.front();
    words.erase(words.begin());
    if (shell == "bash")
        print_for_bash(words.front());
    else
        print_for_others(std::move(words));
    return ExitCode::success;
}

}  // namespace

std::unique_ptr<Command> make_complete_command() {
    return std::make_unique<CompleteCommand>();
}

}  // namespace morgue::tools
