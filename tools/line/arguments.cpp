#include <algorithm>
#include <cctype>
#include <optional>
#include <string_view>

#include <tools/line/arguments.hpp>
#include <tools/line/commands.hpp>
#include <tools/line/shell_quote.hpp>
#include <tools/line/suggestion.hpp>
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

/// A flag as it was typed: --limit, --limit=5, -n, -n5.
struct TypedFlag {
    std::string name;
    std::optional<std::string> value;  ///< written onto it
};

TypedFlag long_flag(const std::string& argument) {
    const std::size_t equals = argument.find('=');
    if (equals == std::string::npos) return {argument, std::nullopt};
    return {argument.substr(0, equals), argument.substr(equals + 1)};
}

/// One letter of "-lqn5". Only a number may be written onto a letter: "-nato" is rather a word.
TypedFlag short_flag(const std::string& letters, std::size_t at) {
    std::string rest = letters.substr(at + 1);
    const bool has_number = !rest.empty() && is_digits(rest);
    return {std::string{'-', letters[at]},
            has_number ? std::optional{std::move(rest)} : std::nullopt};
}

class Splitter {
  public:
    Splitter(const Commands& commands, std::span<char* const> typed)
        : commands_(commands), typed_(typed) {}

    Arguments split() {
        for (; at_ < typed_.size(); ++at_) {
            const std::string argument = typed_[at_];
            if (!only_operands_ && argument == "--")
                only_operands_ = true;
            else if (!only_operands_ && looks_like_option(argument))
                take_option(argument);
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
        command_ = commands_.find(word);
        if (command_ == nullptr) throw unknown_command(word);
        result_.command = command_->name();
        own_flags_ = commands_.flags_of(*command_);
    }

    void take_option(const std::string& argument) {
        if (argument.starts_with("--")) {
            const TypedFlag typed = long_flag(argument);
            const Flag* const flag = find(typed.name);
            if (flag == nullptr) throw unknown_option(argument);
            take(*flag, typed);
        } else {
            take_letters(argument);
        }
    }

    /// All letters have to be flags; and one that wants a value ends the bundle.
    void take_letters(const std::string& argument) {
        std::vector<std::pair<const Flag*, TypedFlag>> bundle;
        for (std::size_t at = 1; at < argument.size(); ++at) {
            const TypedFlag typed = short_flag(argument, at);
            const Flag* const flag = find(typed.name);
            const bool has_value = flag != nullptr && !flag->value.empty();
            const bool is_last = at + 1 == argument.size();
            if (flag == nullptr || (has_value && !is_last && !typed.value))
                throw unknown_option(argument);
            bundle.emplace_back(flag, has_value ? typed : TypedFlag{typed.name, std::nullopt});
            if (has_value) break;
        }
        for (const auto& [flag, typed] : bundle) take(*flag, typed);
    }

    void take(const Flag& flag, const TypedFlag& typed) {
        if (flag.value.empty() || (flag.may_lack_value && !typed.value)) {
            if (typed.value) throw UsageError(typed.name + " takes no value", see_help());
            result_.flags.push_back(flag.name());
            return;
        }
        const std::string value = typed.value ? *typed.value : next_argument(flag, typed.name);
        check(flag, typed.name, value);
        const bool is_long = flag.name().starts_with("--");
        result_.flags.push_back(flag.name() + (is_long ? "=" : "") + value);
    }

    std::string next_argument(const Flag& flag, const std::string& name) {
        if (++at_ == typed_.size()) throw no_value(flag, name);
        return typed_[at_];
    }

    void check(const Flag& flag, const std::string& name, const std::string& value) const {
        if (value.empty()) throw no_value(flag, name);
        const std::string takes = flag.complaint(value);
        if (takes.empty()) return;
        const std::string meant = nearest(value, flag.words);
        throw UsageError(name + " takes " + takes + ", not '" + value + "'",
                         (meant.empty() ? "" : "did you mean " + meant + "? ") + see_help());
    }

    const Flag* find(std::string_view name) const {
        for (const std::vector<Flag>* const flags : {&own_flags_, &commands_.flags()})
            for (const Flag& flag : *flags)
                if (flag.is_called(name)) return &flag;
        return nullptr;
    }

    UsageError no_value(const Flag& flag, const std::string& name) const {
        return {name + " needs a value: " + name + " " + flag.value, see_help()};
    }

    UsageError unknown_command(const std::string& word) const;
    UsageError unknown_option(const std::string& argument) const;

    std::vector<std::string> long_names() const {
        std::vector<std::string> names;
        for (const std::vector<Flag>* const flags : {&own_flags_, &commands_.flags()})
            for (const Flag& flag : *flags)
                if (!flag.long_name.empty()) names.push_back(flag.long_name);
        return names;
    }

    std::string see_help() const {
        return command_ == nullptr
                   ? "morgue -h lists the options"
                   : "morgue " + std::string{command_->name()} + " -h lists the options";
    }

    const Commands& commands_;
    std::span<char* const> typed_;
    std::size_t at_ = 0;
    const Command* command_ = nullptr;
    std::vector<Flag> own_flags_;
    bool only_operands_ = false;
    Arguments result_;
};

/// Arguments that read the same in a shell.
std::string joined(std::span<char* const> arguments) {
    std::string line;
    for (const char* const argument : arguments)
        line += (line.empty() ? "" : " ") + quoted_for_shell(argument);
    return line;
}

UsageError Splitter::unknown_command(const std::string& word) const {
    std::vector<std::string> names;
    for (const Command* const command : commands_.shown()) names.emplace_back(command->name());
    const std::string meant = nearest(word, names);
    std::string hint = meant.empty() ? "" : "did you mean morgue " + meant + "? ";
    if (meant != "search")
        hint += "to search type: morgue search " + joined(typed_.subspan(at_)) + "; ";
    return {"there is no command '" + word + "'", hint + "morgue -h lists the commands"};
}

/// "-corps" is rather a word to leave out than a slip; but "-json" lacks a dash.
UsageError Splitter::unknown_option(const std::string& argument) const {
    const bool is_long = argument.starts_with("--");
    const bool asks =
        command_ != nullptr && command_->operands().find("QUERY") != std::string_view::npos;
    const bool may_be_word = asks && !is_long && argument.size() > 2;
    const std::string name = is_long ? long_flag(argument).name : "-" + argument;
    std::string meant = name;
    if (find(name) == nullptr) meant = may_be_word ? "" : nearest(name, long_names());
    std::string hint = meant.empty() ? "" : "did you mean " + meant + "? ";
    hint += may_be_word ? "to leave a word out put the query in single quotes, or write NOT " +
                              argument.substr(1)
                        : see_help();
    return {"there is no option " + argument, hint};
}

}  // namespace

Arguments split_arguments(const Commands& commands, std::span<char* const> typed) {
    return Splitter{commands, typed}.split();
}

}  // namespace morgue::tools
