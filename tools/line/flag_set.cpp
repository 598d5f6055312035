#include <optional>
#include <type_traits>

#include <CLI/CLI.hpp>

#include <tools/line/flag_set.hpp>

namespace morgue::tools {

void FlagSet::add_flag(const std::string& names, bool& given, const std::string& description) {
    CLI::Option& option = *app_.add_flag(names, given, description);
    option.multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
    note(option);
}

void FlagSet::add_flag_with_value(const std::string& name, std::string& target,
                                  const std::string& description, const std::string& value) {
    CLI::Option& option = *app_.add_flag(name, target, description);
    option.multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
    Flag& flag = note(option);
    flag.value = value;
    flag.may_lack_value = true;
    flag.complaint = [](const std::string&) { return std::string{}; };
}

template <typename Target>
void FlagSet::add_option(const std::string& names, Target& target, const std::string& description,
                         const Value& value) {
    CLI::Option& option = *app_.add_option(names, target, description);
    if constexpr (std::is_same_v<Target, std::vector<std::string>>)
        option.allow_extra_args(false);
    else
        option.multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
    if (value.check.read) option.transform(CLI::Validator{value.check.read, ""});
    Flag& flag = note(option);
    flag.value = value.name;
    flag.words = value.check.words;
    flag.complaint = [read = value.check.read](std::string text) {
        return read ? read(text) : std::string{};
    };
}

Flag& FlagSet::note(const CLI::Option& option) {
    Flag& flag = declared_.emplace_back();
    if (!option.get_snames().empty()) flag.short_name = "-" + option.get_snames().front();
    if (!option.get_lnames().empty()) flag.long_name = "--" + option.get_lnames().front();
    flag.description = option.get_description();
    return flag;
}

template void FlagSet::add_option(const std::string&, std::string&, const std::string&,
                                  const Value&);
template void FlagSet::add_option(const std::string&, std::optional<std::string>&,
                                  const std::string&, const Value&);
template void FlagSet::add_option(const std::string&, std::size_t&, const std::string&,
                                  const Value&);
template void FlagSet::add_option(const std::string&, std::optional<std::size_t>&,
                                  const std::string&, const Value&);
template void FlagSet::add_option(const std::string&, std::vector<std::string>&, const std::string&,
                                  const Value&);

}  // namespace morgue::tools
