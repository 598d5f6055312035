#include <algorithm>
#include <string_view>
#include <utility>

#include <tools/line/flag_checks.hpp>

namespace morgue::tools {

namespace {

constexpr const char* name_of_words = "one_of";
constexpr const char* comma = ", ";
constexpr std::size_t most_digits = 18;
constexpr std::size_t most_digits_of_time = 9;

bool is_digits(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

std::string not_whole(const std::string& text) {
    if (!is_digits(text)) return "a whole number";
    return text.size() > most_digits ? "a whole number of at most 18 digits" : "";
}

/// "auto, always or never"
std::string alternatives(const std::vector<std::string>& words) {
    std::string list;
    for (std::size_t i = 0; i < words.size(); ++i)
        list += (i == 0 ? "" : i + 1 == words.size() ? " or " : comma) + words[i];
    return list;
}

/// Turns a size into bytes; false where it is none.
bool take_size(std::string& text) {
    const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
    if (digits == 0 || digits > most_digits) return false;
    try {
        return CLI::AsSizeValue{false}(text).empty();
    } catch (const CLI::ValidationError&) {
        return false;
    }
}

/// Turns a time into its seconds and an s; false where it is none.
bool take_time(std::string& text) {
    const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
    if (digits == 0 || digits > most_digits_of_time) return false;
    const std::string unit = text.substr(digits);
    for (const auto& [name, seconds] : {std::pair{"s", 1}, {"m", 60}, {"min", 60}, {"h", 3600}})
        if (unit == name) {
            text = std::to_string(std::stoll(text) * seconds) + "s";
            return true;
        }
    return false;
}

}  // namespace

CLI::Validator whole_number() {
    return CLI::Validator{[](std::string& text) { return not_whole(text); }, ""};
}

CLI::Validator one_of(std::vector<std::string> words) {
    const std::string list = CLI::detail::join(words, comma);
    const auto check = [words = std::move(words)](std::string& text) {
        const bool known = std::find(words.begin(), words.end(), text) != words.end();
        return known ? std::string{} : alternatives(words);
    };
    return CLI::Validator{check, list, name_of_words};
}

CLI::Validator size_in_bytes() {
    const auto read = [](std::string& text) {
        return take_size(text) ? std::string{} : std::string{"a size such as 500kB or 64MB"};
    };
    return CLI::Validator{read, ""};
}

CLI::Validator size_or_time() {
    const auto read = [](std::string& text) {
        return take_time(text) || take_size(text)
                   ? std::string{}
                   : std::string{"a size such as 500MB or a time such as 10min"};
    };
    return CLI::Validator{read, ""};
}

std::vector<std::string> words_of(const CLI::Validator& check) {
    if (check.get_name() != name_of_words) return {};
    const std::string list = check.get_description();
    std::vector<std::string> words;
    for (std::size_t at = 0; at <= list.size();) {
        const std::size_t end = std::min(list.find(comma, at), list.size());
        words.push_back(list.substr(at, end - at));
        at = end + 2;
    }
    return words;
}

}  // namespace morgue::tools
