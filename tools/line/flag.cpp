#include <CLI/CLI.hpp>

#include <tools/line/flag.hpp>
#include <tools/line/flag_checks.hpp>

namespace morgue::tools {

namespace {

bool has_value(const CLI::Option& option) {
    return option.get_items_expected_min() > 0;
}

bool is_list(const CLI::Option& option) {
    return option.get_items_expected_max() > 1;
}

std::vector<CLI::Validator> checks_of(CLI::Option& option) {
    std::vector<CLI::Validator> checks;
    try {
        for (int i = 0;; ++i) checks.push_back(*option.get_validator(i));
    } catch (const CLI::OptionNotFound&) {
        return checks;  // CLI11 has no other way to tell the last one
    }
}

Flag as_flag(CLI::Option& option) {
    Flag flag;
    if (!option.get_snames().empty()) flag.short_name = "-" + option.get_snames().front();
    if (!option.get_lnames().empty()) flag.long_name = "--" + option.get_lnames().front();
    flag.description = option.get_description();
    if (!has_value(option)) return flag;
    flag.value = option.get_option_text();
    const std::vector<CLI::Validator> checks = checks_of(option);
    for (const CLI::Validator& check : checks)
        if (flag.words.empty()) flag.words = words_of(check);
    flag.complaint = [checks](const std::string& value) {
        for (const CLI::Validator& check : checks)
            if (std::string complaint = check(value); !complaint.empty()) return complaint;
        return std::string{};
    };
    return flag;
}

}  // namespace

std::vector<Flag> flags_of(CLI::App& app) {
    std::vector<Flag> flags;
    for (CLI::Option* const option : app.get_options()) flags.push_back(as_flag(*option));
    return flags;
}

void let_the_last_count(CLI::App& app) {
    for (CLI::Option* const option : app.get_options())
        if (is_list(*option))
            option->allow_extra_args(false);
        else
            option->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
}

}  // namespace morgue::tools
