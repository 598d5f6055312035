#include <algorithm>

#include <tools/help/flag_rows.hpp>
#include <tools/help/help.hpp>
#include <tools/help/page_as_text.hpp>
#include <tools/help/topics.hpp>
#include <tools/render/filling.hpp>

namespace morgue::tools {

namespace {

/// One less than a screen has: the prompt stands below.
constexpr std::size_t lines_of_a_screen = 23;
constexpr std::size_t fewest_rows = 5;
constexpr std::size_t examples_shown = 3;

std::size_t count_lines(const std::string& text) {
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

std::string examples_of(const Command& command) {
    std::string text = "Examples:\n";
    Typed examples = typed_lines(command.examples());
    examples.lines.resize(std::min(examples.lines.size(), examples_shown));
    for (const std::string& line : examples.lines) text += "  " + line + "\n";
    return text;
}

/// As many flags as fit into the lines, each with its meaning; the names of the others.
std::string flags_in(std::size_t lines, const std::vector<Flag>& flags, std::string_view all_are_in,
                     std::size_t columns) {
    for (std::size_t shown = flags.size();; --shown) {
        const std::vector<Flag> first(flags.begin(),
                                      flags.begin() + static_cast<std::ptrdiff_t>(shown));
        const std::vector<Flag> rest(flags.begin() + static_cast<std::ptrdiff_t>(shown),
                                     flags.end());
        std::string text = block_as_text(flag_rows(first), columns);
        if (!rest.empty())
            text += filled(flag_names(rest) + " (" + std::string{all_are_in} + ")", columns,
                           "  more: ") +
                    "\n";
        if (count_lines(text) <= lines || shown <= std::min(fewest_rows, flags.size())) return text;
    }
}

std::string topic_names() {
    std::string names;
    for (const Topic& topic : topics())
        names += (names.empty() ? "" : ", ") + std::string{topic.name};
    return names;
}

}  // namespace

std::string short_help(const Commands& commands) {
    const std::size_t columns = help_columns();
    std::string text;
    for (const Block& block : introduction().blocks) text += block_as_text(block, columns) + "\n";
    text += "Commands:\n";
    Rows rows;
    for (const Command* const command : commands.shown())
        rows.rows.push_back({std::string{command->name()}, std::string{command->summary()}});
    text += block_as_text(rows, columns);
    text += filled(flag_names(commands.flags()), columns, "Options: ") + "\n";
    return text + filled("morgue help COMMAND, " + topic_names(), columns, "More: ") + "\n";
}

std::string short_help(const Commands& commands, const Command& command) {
    const std::size_t columns = help_columns();
    const std::string name{command.name()};
    const std::string operands{command.operands()};
    std::string text = "morgue " + name + (operands.empty() ? "" : " " + operands) + "\n";
    text += filled(command.summary(), columns, "  ") + "\n\n" + examples_of(command);
    const std::string common =
        "\n" + filled(flag_names(commands.flags()), columns, "Of every command: ") + "\n";
    const std::vector<Flag> own = commands.flags_of(command);
    if (own.empty()) return text + common;
    text += "\nOptions:\n";
    const std::size_t taken = count_lines(text) + count_lines(common);
    const std::size_t left = lines_of_a_screen > taken ? lines_of_a_screen - taken : 0;
    return text + flags_in(left, own, "morgue help " + name, columns) + common;
}

}  // namespace morgue::tools
