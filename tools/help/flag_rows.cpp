#include <algorithm>

#include <tools/help/flag_rows.hpp>
#include <tools/line/flag_checks.hpp>

namespace morgue::tools {

namespace {

bool names_all(const std::string& description, const std::vector<std::string>& words) {
    return std::all_of(words.begin(), words.end(), [&](const std::string& word) {
        return description.find(word) != std::string::npos;
    });
}

}  // namespace

std::string flag_as_typed(const Flag& flag) {
    const bool has_both = !flag.short_name.empty() && !flag.long_name.empty();
    const std::string value = flag.value.empty()    ? ""
                              : flag.may_lack_value ? "[=" + flag.value + "]"
                                                    : " " + flag.value;
    return flag.short_name + (has_both ? ", " : "") + flag.long_name + value;
}

Rows flag_rows(const std::vector<Flag>& flags) {
    Rows rows;
    for (const Flag& flag : flags) {
        std::string text = flag.description;
        if (!names_all(text, flag.words)) text += ": " + listed(flag.words);
        rows.rows.push_back({flag_as_typed(flag), std::move(text)});
    }
    return rows;
}

std::string flag_names(const std::vector<Flag>& flags) {
    std::vector<std::string> names;
    for (const Flag& flag : flags)
        names.push_back(flag.short_name.empty() ? flag.long_name : flag.short_name);
    return listed(names);
}

}  // namespace morgue::tools
