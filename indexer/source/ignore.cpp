#include <algorithm>
#include <cwctype>
#include <fnmatch.h>
#include <locale.h>
#include <optional>
#include <span>

#include <indexer/source/ignore.hpp>

namespace morgue::indexer {

namespace {

constexpr std::string_view any_folders = "**";

/// fnmatch(3) asks the locale what a character is; this one is the same in every program.
class Utf8Locale {
  public:
    Utf8Locale() : before_(::uselocale(ours())) {}
    Utf8Locale(const Utf8Locale&) = delete;
    Utf8Locale& operator=(const Utf8Locale&) = delete;
    ~Utf8Locale() { ::uselocale(before_); }

  private:
    /// Where the system has no C.UTF-8, the program's own stays (a null locale changes nothing).
    static locale_t ours() {
        static const locale_t made = ::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);
        return made;
    }

    locale_t before_;
};

/// Spaces at the end do not count, unless written "\ ".
std::string_view without_end(std::string_view line) {
    if (line.ends_with('\r')) line.remove_suffix(1);
    while (line.ends_with(' ')) {
        std::size_t slashes = 0;
        while (slashes + 1 < line.size() && line[line.size() - 2 - slashes] == '\\') ++slashes;
        if (slashes % 2 == 1) break;
        line.remove_suffix(1);
    }
    return line;
}

/// The byte after a bracket expression that begins here; nothing when it has no end.
std::optional<std::size_t> end_of_bracket(std::string_view part, std::size_t begin) {
    std::size_t at = begin + 1;
    if (at < part.size() && (part[at] == '!' || part[at] == '^')) ++at;
    for (bool first = true; at < part.size(); ++at, first = false) {
        if (part[at] == ']' && !first) return at + 1;
        if (part[at] == '\\') ++at;
        const bool named = part.substr(at).starts_with("[:") || part.substr(at).starts_with("[.") ||
                           part.substr(at).starts_with("[=");
        if (!named) continue;
        const std::size_t end = part.find(std::string{part[at + 1], ']'}, at + 2);
        if (end == std::string_view::npos) return std::nullopt;
        at = end + 1;
    }
    return std::nullopt;
}

/// fnmatch(3) takes [[:digits:]] for something that nothing fits.
std::string unknown_class(std::string_view bracket) {
    for (std::size_t at = bracket.find("[:", 1); at != std::string_view::npos;
         at = bracket.find("[:", at + 2)) {
        const std::size_t end = bracket.find(":]", at + 2);
        if (end == std::string_view::npos) break;
        const std::string name(bracket.substr(at + 2, end - at - 2));
        if (std::wctype(name.c_str()) == 0) return "there is no class [:" + name + ":]";
    }
    return {};
}

/// What is wrong with the part of a pattern; empty when nothing is.
std::string trouble_in(std::string_view part) {
    for (std::size_t at = 0; at < part.size(); ++at) {
        if (part[at] == '\\') {
            if (++at == part.size()) return "it ends in a backslash";
            continue;
        }
        if (part[at] != '[') continue;
        const auto end = end_of_bracket(part, at);
        if (!end) return "a [ is never closed";
        if (std::string why = unknown_class(part.substr(at, *end - at)); !why.empty()) return why;
        at = *end - 1;
    }
    return {};
}

/// Between slashes, where no name has one.
std::vector<std::string> split(std::string_view text) {
    std::vector<std::string> parts;
    for (;;) {
        const std::size_t slash = text.find('/');
        if (slash != 0) parts.emplace_back(text.substr(0, slash));
        if (slash == std::string_view::npos) break;
        text.remove_prefix(slash + 1);
    }
    return parts;
}

/// The line without its marks; why it is no pattern, where it is none.
std::string read_pattern(std::string_view line, IgnorePattern& pattern) {
    pattern.re_include = line.starts_with('!');
    if (pattern.re_include) line.remove_prefix(1);
    pattern.folders_only = line.ends_with('/');
    if (pattern.folders_only) line.remove_suffix(1);
    const bool anchored = line.find('/') != std::string_view::npos;
    if (line.starts_with('/')) line.remove_prefix(1);
    if (line.empty()) return "it names nothing";
    if (line.find('\0') != std::string_view::npos) return "it holds a NUL";
    pattern.parts = split(line);
    if (!anchored) pattern.parts.insert(pattern.parts.begin(), std::string{any_folders});
    for (const std::string& part : pattern.parts)
        if (std::string why = trouble_in(part); !why.empty()) return why;
    return {};
}

void take_line(std::string_view line, std::size_t number, IgnoreFile& file) {
    line = without_end(line);
    if (line.empty() || line.starts_with('#')) return;
    IgnorePattern pattern;
    std::string why = read_pattern(line, pattern);
    if (why.empty())
        file.patterns.push_back(std::move(pattern));
    else
        file.trouble.push_back({number, "'" + std::string(line) + "': " + std::move(why)});
}

bool part_fits(const std::string& part, const std::string& name) {
    return ::fnmatch(part.c_str(), name.c_str(), 0) == 0;
}

using Parts = std::span<const std::string>;

/// At most one step back for each "**", so that no pattern is slow: only the last one passed can
/// still have to take in more.
bool all_fit(Parts pattern, Parts names) {
    std::size_t p = 0;
    std::size_t n = 0;
    std::optional<std::size_t> after_any;
    std::size_t taken_in = 0;
    while (n < names.size()) {
        if (p < pattern.size() && pattern[p] == any_folders) {
            if (p + 1 == pattern.size()) return true;
            after_any = ++p;
            taken_in = n;
        } else if (p < pattern.size() && part_fits(pattern[p], names[n])) {
            ++p;
            ++n;
        } else if (after_any) {
            p = *after_any;
            n = ++taken_in;
        } else {
            return false;
        }
    }
    return p == pattern.size();
}

bool fits(const IgnorePattern& pattern, Parts names, bool is_folder) {
    return (is_folder || !pattern.folders_only) && all_fit(pattern.parts, names);
}

}  // namespace

IgnoreFile parse_ignore_file(std::string_view text) {
    IgnoreFile file;
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    for (std::size_t number = 1; !text.empty(); ++number) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        take_line(text.substr(0, end), number, file);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return file;
}

bool fits(const IgnorePattern& pattern, std::string_view path, bool is_folder) {
    const Utf8Locale everywhere_the_same;
    return fits(pattern, split(path), is_folder);
}

bool is_ignored(const IgnoreRules* rules, std::string_view path, bool is_folder) {
    if (rules == nullptr) return false;
    const Utf8Locale everywhere_the_same;
    for (; rules != nullptr; rules = rules->above.get()) {
        std::string_view below = path;
        if (!rules->folder.empty()) below.remove_prefix(rules->folder.size() + 1);
        const std::vector<std::string> names = split(below);
        const auto decisive = std::find_if(
            rules->patterns.rbegin(), rules->patterns.rend(),
            [&](const IgnorePattern& pattern) { return fits(pattern, names, is_folder); });
        if (decisive != rules->patterns.rend()) return !decisive->re_include;
    }
    return false;
}

}  // namespace morgue::indexer
