#pragma once

#include <string>
#include <string_view>

#include <text/tokenizer.hpp>

namespace morgue::text {

inline void print(std::string& out, std::span<const Form> forms) {
    constexpr std::string_view prefixes[] = {"", "Z:", "A:", "E:"};
    const char* separator = "";
    for (const auto& form : forms) {
        out.append(separator).append(prefixes[static_cast<int>(form.kind)]).append(form.text);
        if (!form.asked) out += '~';
        separator = " ";
    }
}

/// All tokens as "form form~ | form + joined joined": Z: stem, A: acronym, E: exact; ~ after a
/// form that no question asks for.
inline std::string print_tokens(std::string_view text, const TokenizerOptions& options) {
    std::string out;
    tokenize(text, options, [&](const Token& token) {
        if (!out.empty()) out += " | ";
        print(out, token.forms);
        if (!token.joined.empty()) out += " + ";
        print(out, token.joined);
    });
    return out;
}

inline std::string print_tokens(std::string_view text, std::string_view language) {
    return print_tokens(text, {.language = find_language(language)});
}

}  // namespace morgue::text
