#include <algorithm>
#include <cctype>
#include <string_view>

#include <CLI/CLI.hpp>

#include <tools/line/arguments.hpp>
#include <tools/usage_error.hpp>

namespace morgue::tools {

namespace {

bool is_digits(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](unsigned char c) { return std::isdigit(c); });
}

/// A text in shell quotes, such as '-"storm corps" russia', is no option though it begins so.
bool is_quoted_text(std::string_view argument) {
    return argument.find_first_of(" \t\n\"(") != std::string_view::npos &&
           !argument.starts_with("--");
}

bool looks_like_option(std::string_view argument) {
    return argument.size() > 1 && argument.front() == '-' && !is_quoted_text(argument);
}

/// An option's name and whether its value is written onto it: --limit=5, -n5.
struct Spelling {
    std::string name;
    bool has_value = false;
};

Spelling spelling_of(std::string_view argument) {
    if (argument.starts_with("--")) {
        const std::size_t equals = argument.find('=');
        return {std::string{argument.substr(0, equals)}, equals != std::string_view::npos};
    }
    const bool has_number = argument.size() > 2 && is_digits(argument.substr(2));
    return {std::string{has_number ? argument.substr(0, 2) : argument}, has_number};
}

class Splitter {
  public:
    explicit Splitter(const CLI::App& app) : root_(app) {}

    Arguments split(std::span<char* const> typed) {
        for (std::size_t at = 0; at < typed.size(); ++at) {
            const std::string argument = typed[at];
            if (!only_operands_ && argument == "--")
                only_operands_ = true;
            else if (!only_operands_ && looks_like_option(argument))
                take_option(argument, typed, at);
            else
                take_word(argument);
        }
        return std::move(result_);
    }

  private:
    void take_word(const std::string& word) {
        if (command_ != nullptr) {
            result_.operands.push_back(word);
            return;
        }
        command_ = find_command(word);
        if (command_ == nullptr)
            throw UsageError("there is no command '" + word + "'",
                             "morgue help lists the commands; to search type: morgue search WORD");
        result_.command = word;
    }

    void take_option(const std::string& argument, std::span<char* const> typed, std::size_t& at) {
        const Spelling spelling = spelling_of(argument);
        const CLI::Option* const option = find_option(spelling.name);
        if (option == nullptr) throw unknown_option(argument);
        result_.flags.push_back(argument);
        if (spelling.has_value || option->get_items_expected_min() == 0) return;
        if (++at == typed.size())
            throw UsageError("option " + argument + " needs a value", see_help());
        result_.flags.emplace_back(typed[at]);
    }

    const CLI::App* find_command(const std::string& word) const {
        const auto commands = root_.get_subcommands(
            [&](const CLI::App* command) { return command->get_name() == word; });
        return commands.empty() ? nullptr : commands.front();
    }

    const CLI::Option* find_option(const std::string& name) const {
        const CLI::Option* const own =
            command_ == nullptr ? nullptr : command_->get_option_no_throw(name);
        return own != nullptr ? own : root_.get_option_no_throw(name);
    }

    UsageError unknown_option(const std::string& argument) const {
        const bool asks = command_ != nullptr && command_->get_name() != "index";
        const bool may_be_a_word = argument.size() > 2 && !argument.starts_with("--") && asks;
        if (!may_be_a_word) return {"there is no option " + argument, see_help()};
        return {"there is no option " + argument,
                "to leave a word out put the query in single quotes, or write NOT " +
                    argument.substr(1)};
    }

    std::string see_help() const {
        return command_ == nullptr ? "morgue --help lists the options"
                                   : "morgue " + command_->get_name() + " --help lists the options";
    }

    const CLI::App& root_;
    const CLI::App* command_ = nullptr;
    bool only_operands_ = false;
    Arguments result_;
};

}  // namespace

Arguments split_arguments(const CLI::App& app, std::span<char* const> typed) {
    return Splitter{app}.split(typed);
}

}  // namespace morgue::tools
