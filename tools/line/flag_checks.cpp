#include <algorithm>
#include <string_view>
#include <utility>

#include <CLI/CLI.hpp>

#include <tools/line/flag_checks.hpp>

namespace morgue::tools {

namespace {

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
        list += (i == 0 ? "" : i + 1 == words.size() ? " or " : ", ") + words[i];
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

Check whole_number() {
    return {not_whole};
}

Check one_of(std::vector<std::string> words) {
    const auto read = [words](const std::string& text) {
        const bool known = std::find(words.begin(), words.end(), text) != words.end();
        return known ? std::string{} : alternatives(words);
    };
    return {read, std::move(words)};
}

std::string listed(const std::vector<std::string>& words) {
    std::string list;
    for (const std::string& word : words) list += (list.empty() ? "" : ", ") + word;
    return list;
}

Check size_in_bytes() {
    return {[](std::string& text) {
        return take_size(text) ? std::string{} : std::string{"a size such as 500kB or 64MB"};
    }};
}

Check size_or_time() {
    return {[](std::string& text) {
        return take_time(text) || take_size(text)
                   ? std::string{}
                   : std::string{"a size such as 500MB or a time such as 10min"};
    }};
}

}  // namespace morgue::tools
