#include <algorithm>

#include <tools/line/flag_checks.hpp>

namespace morgue::tools {

namespace {

constexpr std::size_t most_digits = 18;

bool is_whole_number(const std::string& text) {
    return !text.empty() && text.size() <= most_digits &&
           text.find_first_not_of("0123456789") == std::string::npos;
}

}  // namespace

CLI::Validator whole_number() {
    return CLI::Validator{[](std::string& text) {
                              return is_whole_number(text) ? std::string{}
                                                           : "'" + text + "' is not a whole number";
                          },
                          ""};
}

CLI::Validator one_of(std::vector<std::string> words) {
    const std::string list = CLI::detail::join(words, ", ");
    return CLI::Validator{[words = std::move(words), list](std::string& text) {
                              const bool known =
                                  std::find(words.begin(), words.end(), text) != words.end();
                              return known ? std::string{} : "'" + text + "' is none of " + list;
                          },
                          ""};
}

}  // namespace morgue::tools
