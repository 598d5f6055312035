#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace morgue::tools {

/// A flag as it was declared, for all that speak of it: what is typed, help, manuals and
/// completion.
struct Flag {
    std::string short_name;          ///< "-n"; may be empty
    std::string long_name;           ///< "--limit"; may be empty
    std::string value;               ///< what stands for its value: "N"; empty where it has none
    bool may_lack_value = false;     ///< then its value stands behind an equals sign alone
    std::string description;         ///< one line
    std::vector<std::string> words;  ///< its only possible values; none where any may do
    /// What the flag takes instead of this value; empty where the value will do.
    std::function<std::string(std::string value)> complaint;

    /// The long name where there is one.
    const std::string& name() const { return long_name.empty() ? short_name : long_name; }
    bool is_called(std::string_view typed) const {
        return !typed.empty() && (typed == short_name || typed == long_name);
    }
};

}  // namespace morgue::tools
