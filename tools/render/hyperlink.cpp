#include <algorithm>
#include <array>
#include <cctype>
#include <cstdio>
#include <unistd.h>

#include <tools/render/hyperlink.hpp>
#include <tools/usage_error.hpp>

namespace morgue::tools {

namespace {

constexpr std::string_view begin_link = "\x1b]8;;";
constexpr std::string_view end_of_address = "\x1b\\";

struct Alias {
    std::string_view name;
    std::string_view format;
};

constexpr std::array<Alias, 10> aliases{{
    {"default", "file://{host}{path}"},
    {"file", "file://{host}{path}"},
    {"none", ""},
    {"cursor", "cursor://file{path}:{line}"},
    {"grep+", "grep+://{path}:{line}"},
    {"kitty", "file://{host}{path}#{line}"},
    {"macvim", "mvim://open?url=file://{path}&line={line}"},
    {"textmate", "txmt://open?url=file://{path}&line={line}"},
    {"vscode", "vscode://file{path}:{line}"},
    {"vscodium", "vscodium://file{path}:{line}"},
}};

/// RFC 3986: what is neither unreserved nor a slash is written %XX.
std::string encoded(std::string_view bytes) {
    std::string out;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80 && (std::isalnum(byte) != 0 ||
                            std::string_view{"/-._~"}.find(c) != std::string_view::npos)) {
            out += c;
            continue;
        }
        std::array<char, 4> escape{};
        std::snprintf(escape.data(), escape.size(), "%%%02X", static_cast<unsigned>(byte));
        out += escape.data();
    }
    return out;
}

std::string host() {
    std::array<char, 256> name{};
    return gethostname(name.data(), name.size() - 1) == 0 ? name.data() : "";
}

std::string value_of(std::string_view variable, const LinkTarget& target) {
    if (variable == "path") return encoded(target.path);
    if (variable == "line") return std::to_string(target.line);
    return encoded(host());
}

bool is_variable(std::string_view name) {
    return name == "path" || name == "line" || name == "host";
}

[[noreturn]] void refuse(std::string_view format, const std::string& why) {
    throw UsageError("'" + std::string{format} + "' is no --hyperlink-format: " + why,
                     "write an address with {path}, as in 'file://{host}{path}', or one of " +
                         hyperlink_names());
}

bool begins_with_scheme(std::string_view format) {
    const std::string_view scheme = format.substr(0, format.find(':'));
    const auto may_stand = [](unsigned char c) {
        return std::isalnum(c) != 0 || c == '+' || c == '-' || c == '.';
    };
    return scheme.size() < format.size() && !scheme.empty() &&
           std::isalpha(static_cast<unsigned char>(scheme.front())) != 0 &&
           std::all_of(scheme.begin(), scheme.end(), may_stand);
}

/// Calls text(piece) and variable(name) in their order; a brace that is never closed is text.
template <typename Text, typename Variable>
void for_each_part(std::string_view format, Text text, Variable variable) {
    while (!format.empty()) {
        const std::size_t open = format.find('{');
        const std::size_t close = format.find('}', open);
        text(format.substr(0, close == std::string_view::npos ? format.size() : open));
        if (close == std::string_view::npos) return;
        variable(format.substr(open + 1, close - open - 1));
        format.remove_prefix(close + 1);
    }
}

void check(std::string_view format) {
    if (!begins_with_scheme(format)) refuse(format, "it begins with no scheme such as file:");
    if (format.find("{path}") == std::string_view::npos) refuse(format, "it has no {path}");
    if (!std::all_of(format.begin(), format.end(), [](char c) { return c > ' ' && c <= '~'; }))
        refuse(format, "an address has neither spaces nor letters beyond ASCII");
    for_each_part(
        format, [](std::string_view) {},
        [&](std::string_view name) {
            if (!is_variable(name))
                refuse(format,
                       "there is no {" + std::string{name} + "}, but {path}, {host}, {line}");
        });
}

}  // namespace

std::string hyperlink_names() {
    std::string names;
    for (const Alias& alias : aliases)
        names += (names.empty() ? "" : ", ") + std::string{alias.name};
    return names;
}

HyperlinkFormat::HyperlinkFormat(std::string_view format) : format_(format) {
    const auto* const alias = std::find_if(aliases.begin(), aliases.end(),
                                           [&](const Alias& row) { return row.name == format; });
    if (alias != aliases.end())
        format_ = alias->format;
    else
        check(format);
}

std::string HyperlinkFormat::address(const LinkTarget& target) const {
    std::string out;
    for_each_part(
        format_, [&](std::string_view text) { out += text; },
        [&](std::string_view name) { out += value_of(name, target); });
    return out;
}

std::string HyperlinkFormat::link(const std::string& text, const LinkTarget& target) const {
    if (format_.empty()) return text;
    std::string out{begin_link};
    out += address(target);
    out += end_of_address;
    out += text;
    out += begin_link;
    return out + std::string{end_of_address};
}

}  // namespace morgue::tools
