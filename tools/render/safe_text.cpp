#include <algorithm>
#include <array>
#include <cstdio>

#include <tools/render/code_points.hpp>
#include <tools/render/safe_text.hpp>

namespace morgue::tools {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

bool is_bidi_control(UChar32 c) {
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

bool is_line_or_tab(UChar32 c) {
    return c == '\n' || c == '\t' || c == 0x2028 || c == 0x2029;
}

bool is_c1(UChar32 c) {
    return c >= 0x80 && c < 0xA0;
}

/// The picture of an ASCII control character: U+2400 and up, U+2421 for DEL.
void append_control_picture(std::string& out, UChar32 c) {
    const int low = c == 0x7F ? 0x21 : static_cast<int>(c);
    out += "\xE2\x90";
    out += static_cast<char>(0x80 + low);
}

void append_line_or_tab(std::string& out, std::string_view bytes, Lines lines) {
    if (lines == Lines::join)
        out += out.ends_with(' ') ? "" : " ";
    else if (bytes.size() > 1)
        out += '\n';
    else
        out += bytes;
}

void append_printable(std::string& out, UChar32 c, std::string_view bytes, Lines lines) {
    if (c < 0 || is_c1(c) || is_bidi_control(c))
        out += replacement;
    else if (is_line_or_tab(c))
        append_line_or_tab(out, bytes, lines);
    else if (c < 0x20 || c == 0x7F)
        append_control_picture(out, c);
    else
        out += bytes;
}

/// Whether a byte may belong to what escaped_json() escapes: DEL, U+0080 to U+009F, or one of the
/// signs from U+2000 on.
bool may_need_escapes(std::string_view json) {
    return std::any_of(json.begin(), json.end(),
                       [](char c) { return c == '\x7F' || c == '\xC2' || c == '\xE2'; });
}

/// A carriage return that only belongs to a line end.
bool starts_line_end(std::string_view bytes, const char* at) {
    return bytes.substr(static_cast<std::size_t>(at - bytes.data())).starts_with("\r\n");
}

}  // namespace

std::string printable(std::string_view bytes, Lines lines) {
    std::string out;
    out.reserve(bytes.size());
    for_each_code_point(bytes, [&](UChar32 c, std::string_view character) {
        if (!starts_line_end(bytes, character.data())) append_printable(out, c, character, lines);
    });
    return out;
}

bool is_utf8(std::string_view bytes) noexcept {
    bool valid = true;
    for_each_code_point(bytes, [&](UChar32 c, std::string_view) { valid = valid && c >= 0; });
    return valid;
}

std::string valid_utf8(std::string_view bytes) {
    std::string out;
    out.reserve(bytes.size());
    for_each_code_point(bytes, [&](UChar32 c, std::string_view character) {
        out += c < 0 ? replacement : character;
    });
    return out;
}

std::string escaped_json(std::string json) {
    if (!may_need_escapes(json)) return json;
    std::string out;
    out.reserve(json.size());
    for_each_code_point(json, [&](UChar32 c, std::string_view character) {
        if (c != 0x7F && !is_c1(c) && !is_bidi_control(c)) {
            out += character;
            return;
        }
        std::array<char, 8> escape{};
        std::snprintf(escape.data(), escape.size(), "\\u%04x", static_cast<unsigned>(c));
        out += escape.data();
    });
    return out;
}

}  // namespace morgue::tools
