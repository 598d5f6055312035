#include <array>

#include <morgue/fields.hpp>

#include <tools/line/command_line.hpp>
#include <tools/output.hpp>
#include <tools/usage_error.hpp>

namespace morgue::tools {

namespace {

constexpr std::string_view query_text = R"(How to ask

  storm corps            articles with both words, in any form: storms, Storm
  "storm corps"          these words exactly, side by side and in this order
  storm OR gale          either word
  storm NOT gale         the first without the second; -gale says the same
  (storm OR gale) sea    parentheses group
  storm*                 words that begin so
  title:storm            the word in the headline; more: morgue help fields
  date:2019-03           that month; date:2019-03..2019-06-15 is a span
  after:2019 before:2021 bounds; date:none finds articles without a date
  *                      every article

Upper and lower case, accents and kinds of quotation marks make no difference.
In a shell put all of it in single quotes: morgue search '"storm corps" -gale'
)";

std::string padded(std::string_view text, std::size_t width) {
    return std::string{text} + std::string(text.size() < width ? width - text.size() : 1, ' ');
}

std::string fields_text() {
    std::string text = "Fields to ask for, as in title:louvre\n\n";
    for (const FieldInfo& field : fields())
        if (field.searchable)
            text += "  " + padded(field.name, 9) + padded(field.description, 47) +
                    std::string{field.example} + "\n";
    return text;
}

std::string exit_codes_text() {
    std::string text = "What the exit status says\n\n";
    for (const ExitCodeInfo& row : exit_codes())
        text += "  " + padded(std::to_string(static_cast<int>(row.code)), 5) +
                std::string{row.meaning} + "\n";
    return text;
}

std::string query_topic() {
    return std::string{query_text};
}

struct Topic {
    std::string_view name;
    std::string (*text)();
};

constexpr std::array<Topic, 3> topics{{
    {"query", query_topic},
    {"fields", fields_text},
    {"exit-codes", exit_codes_text},
}};

class HelpCommand : public Command {
  public:
    std::string_view name() const override { return "help"; }
    std::string_view operands() const override { return "[TOPIC|COMMAND]"; }
    std::string_view summary() const override { return "topics: query, fields, exit-codes"; }
    std::string_view examples() const override {
        return "morgue help query\n"
               "morgue help fields\n"
               "morgue help search";
    }
    void declare(CLI::App& /*flags*/) override {}
    ExitCode run(const Invocation& invocation) override;
};

std::string text_about(const std::string& name, const CommandLine& line) {
    for (const Topic& topic : topics)
        if (topic.name == name) return topic.text();
    std::string text = line.help_for(name);
    if (text.empty())
        throw UsageError(
            "there is no help on '" + name + "'",
            "topics: query, fields, exit-codes; or a command, as in: morgue help index");
    return text;
}

ExitCode HelpCommand::run(const Invocation& invocation) {
    if (invocation.operands.empty()) write_out(invocation.line->help());
    for (const std::string& name : invocation.operands)
        write_out(text_about(name, *invocation.line));
    return ExitCode::success;
}

}  // namespace

std::unique_ptr<Command> make_help_command() {
    return std::make_unique<HelpCommand>();
}

}  // namespace morgue::tools
