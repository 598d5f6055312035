#include <tools/help/help.hpp>
#include <tools/help/page_as_text.hpp>
#include <tools/help/pages.hpp>
#include <tools/line/commands.hpp>
#include <tools/line/suggestion.hpp>
#include <tools/output.hpp>
#include <tools/pager.hpp>
#include <tools/render/looks.hpp>
#include <tools/usage_error.hpp>

namespace morgue::tools {

namespace {

class HelpCommand : public Command {
  public:
    std::string_view name() const override { return "help"; }
    std::string_view operands() const override { return "[TOPIC|COMMAND]..."; }
    std::string_view summary() const override {
        return "all there is to say of a command or topic";
    }
    std::string_view examples() const override {
        return "morgue help query\n"
               "morgue help search\n"
               "morgue help exit-codes";
    }
    void declare(FlagSet& /*flags*/) override {}
    ExitCode run(const Invocation& invocation) override;
};

UsageError unknown(const std::string& name, const Commands& commands) {
    std::vector<std::string> names;
    std::string list;
    for (const Topic& topic : topics()) {
        names.emplace_back(topic.name);
        list += (list.empty() ? "" : ", ") + std::string{topic.name};
    }
    for (const Command* const command : commands.shown()) names.emplace_back(command->name());
    const std::string meant = nearest(name, names);
    return {"there is no help on '" + name + "'",
            (meant.empty() ? "" : "did you mean morgue help " + meant + "? ") + "topics: " + list +
                "; or a command, as in: morgue help index"};
}

std::string text_about(const std::string& name, const Commands& commands) {
    if (const Topic* const topic = find_topic(name))
        return page_as_text(page_of(*topic), help_columns());
    const Command* const command = commands.find(name);
    if (command == nullptr || command->is_hidden()) throw unknown(name, commands);
    return long_help(commands, *command);
}

ExitCode HelpCommand::run(const Invocation& invocation) {
    page_output(usual_looks(invocation.common));
    const Commands& commands = invocation.commands;
    if (invocation.operands.empty()) write_out(long_help(commands));
    for (const std::string& name : invocation.operands) {
        if (&name != &invocation.operands.front()) write_line("");
        write_out(text_about(name, commands));
    }
    return ExitCode::success;
}

}  // namespace

std::unique_ptr<Command> make_help_command() {
    return std::make_unique<HelpCommand>();
}

}  // namespace morgue::tools
