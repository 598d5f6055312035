#include <array>
#include <cctype>
#include <cstdint>
#include <cstdio>

#include <unicode/utf8.h>

#include <morgue/version.hpp>

#include <tools/help/page_as_man.hpp>
#include <tools/render/filling.hpp>

namespace morgue::tools {

namespace {

constexpr std::size_t columns_of_source = 60;

std::string upper_case(std::string text) {
    for (char& c : text) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    return text;
}

std::string named_by_number(UChar32 c) {
    std::array<char, 16> name{};
    std::snprintf(name.data(), name.size(), "\\[u%04X]", static_cast<unsigned>(c));
    return name.data();
}

/// A character that roff would make something else of, such as a hyphen of a minus: what is shown
/// is what can be pasted into a shell.
std::string escaped(UChar32 c) {
    switch (c) {
        case '\\':
            return "\\e";
        case '-':
            return "\\-";
        case '\'':
            return "\\(aq";
        case '`':
            return "\\(ga";
        case '^':
            return "\\(ha";
        case '~':
            return "\\(ti";
        default:
            return c < 0x80 ? std::string{static_cast<char>(c)} : named_by_number(c);
    }
}

std::string escaped(const std::string& text) {
    std::string out;
    const auto length = static_cast<std::int64_t>(text.size());
    for (std::int64_t at = 0; at < length;) {
        UChar32 c = 0;
        U8_NEXT(text.data(), at, length, c);
        out += escaped(c);
    }
    return out;
}

/// A line of text, which no dot at its beginning makes a request.
std::string line_of(const std::string& text) {
    const std::string line = escaped(text);
    return (line.starts_with('.') ? "\\&" : "") + line + "\n";
}

/// Prose in lines that are easy on an editor.
std::string lines_of(const std::string& text) {
    std::string lines;
    const Typed cut = typed_lines(filled(text, columns_of_source));
    for (const std::string& line : cut.lines) lines += line_of(line);
    return lines;
}

struct BlockAsMan {
    bool is_first;

    std::string operator()(const Prose& prose) const {
        return (is_first ? "" : ".PP\n") + lines_of(prose.text);
    }
    std::string operator()(const Rows& rows) const {
        std::string text;
        for (const Row& row : rows.rows)
            text += ".TP\n\\fB" + escaped(row.term) + "\\fR\n" + lines_of(row.text);
        return text;
    }
    std::string operator()(const Typed& typed) const {
        std::string text = ".RS 4\n.nf\n";
        for (const std::string& line : typed.lines) text += line_of(line);
        return text + ".fi\n.RE\n";
    }
};

}  // namespace

std::string page_as_man(const Page& page, const std::string& date) {
    std::string text = ".TH " + escaped(upper_case(manual_name(page))) + " " +
                       std::to_string(page.part) + " " + date + " \"Morgue " +
                       std::string{version()} + "\" \"Morgue\"\n.SH NAME\n" +
                       escaped(manual_name(page)) + " \\- " + escaped(page.summary) + "\n";
    for (const Section& section : page.sections) {
        text += ".SH " + escaped(upper_case(section.title)) + "\n";
        for (const Block& block : section.blocks)
            text += std::visit(BlockAsMan{&block == &section.blocks.front()}, block);
    }
    return text;
}

}  // namespace morgue::tools
