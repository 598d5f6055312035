#include <algorithm>
#include <array>
#include <string>

#include <base/file.hpp>
#include <indexer/formats/article_parts.hpp>
#include <indexer/formats/content_kind.hpp>
#include <indexer/formats/format.hpp>
#include <indexer/formats/format_signs.hpp>
#include <indexer/formats/json_lines.hpp>
#include <indexer/formats/text_article.hpp>
#include <indexer/formats/utf8_text.hpp>
#include <indexer/formats/words.hpp>

namespace morgue::indexer {

namespace {

constexpr std::array<std::string_view, 1> text_extensions{".txt"};
constexpr std::array<std::string_view, 1> markdown_extensions{".md"};
constexpr std::array<std::string_view, 2> html_extensions{".html", ".htm"};

constexpr std::array<std::string_view, 2> sgml_extensions{".sgm", ".sgml"};

constexpr std::array<std::string_view, 3> rss_extensions{".xml", ".rss", ".rdf"};
constexpr std::array<std::string_view, 2> atom_extensions{".xml", ".atom"};
constexpr std::array<std::string_view, 2> nitf_extensions{".xml", ".nitf"};
constexpr std::array<std::string_view, 1> xml_extensions{".xml"};

constexpr std::array<std::string_view, 1> json_extensions{".json"};
constexpr std::array<std::string_view, 2> json_lines_extensions{".jsonl", ".ndjson"};

constexpr std::array<std::string_view, 2> table_extensions{".csv", ".tsv"};

constexpr std::array<std::string_view, 1> mail_extensions{".eml"};

/// Without front matter, which is YAML.
bool is_simple_text(std::string_view bytes) {
    const std::size_t begin =
        std::min(bytes.find_first_not_of("\xEF\xBB\xBF \t\r\n\f\v"), bytes.size());
    return !bytes.substr(begin).starts_with("---") && is_plain_utf8(bytes);
}

/// Without any markup, spelled out or not.
bool is_simple_json(std::string_view bytes) {
    return bytes.find('<') == std::string_view::npos &&
           bytes.find("\\u003") == std::string_view::npos && is_plain_utf8(bytes);
}

constexpr bool named_fields = true;

constexpr std::array<Format, 18> table{{
    {"text", text_extensions, nullptr, !named_fields, is_simple_text, read_simple_text},
    {"Markdown", markdown_extensions, nullptr, !named_fields, is_simple_text, read_simple_markdown},
    {"HTML", html_extensions},
    {"SGML", sgml_extensions},
    {"NITF", nitf_extensions, is_nitf},
    {"NewsML-G2", xml_extensions, is_newsml_g2},
    {"NewsML", xml_extensions, is_newsml},
    {"WordPress", xml_extensions, is_wordpress},
    {"RSS", rss_extensions, is_rss},
    {"Atom", atom_extensions, is_atom},
    {"JSON Feed", json_extensions, is_json_feed, named_fields},
    {"ninjs", json_extensions, is_ninjs, named_fields},
    {"JSON", json_extensions, is_json, named_fields},
    {"JSON lines", json_lines_extensions, nullptr, named_fields, is_simple_json,
     read_simple_json_lines},
    {"CSV", table_extensions, nullptr, named_fields},
    {"ALTO", xml_extensions, is_alto},
    {"METS", xml_extensions, is_mets},
    {"mail", mail_extensions},
}};

constexpr std::size_t longest_extension = 16;  // bytes

/// In lower case; nothing for what is longer than any that is known.
std::string extension_of(std::string_view path) {
    const std::string_view extension = base::extension(path);
    return extension.size() > longest_extension ? std::string() : lower_ascii(extension);
}

/// Of a file without an extension only its content tells.
constexpr Format unnamed{"text", {}, [](std::string_view) { return true; }};

bool has_no_extension(std::string_view path) {
    const std::string_view name = path.substr(path.rfind('/') + 1);
    return !name.empty() && name.find('.') == std::string_view::npos;
}

const Format* format_named_so(std::string_view name) {
    return std::ranges::find(table, name, &Format::name);
}

bool has(const Format& format, std::string_view extension) noexcept {
    return std::ranges::find(format.extensions, extension) != format.extensions.end();
}

const Format* format_of_family(std::string_view extension, std::string_view bytes) {
    for (const Format& format : table)
        if (has(format, extension) && format.fits(bytes)) return &format;
    return nullptr;
}

const Format* format_by_content(std::string_view bytes) {
    switch (kind_of_content(bytes)) {
        case ContentKind::html:
            return format_named_so("HTML");
        case ContentKind::sgml:
            return format_named_so("SGML");
        case ContentKind::xml:
            return format_of_family(".xml", bytes);
        case ContentKind::json:
            return format_of_family(".json", bytes);
        case ContentKind::markdown:
            return format_named_so("Markdown");
        case ContentKind::text:
            break;
    }
    return format_named_so("text");
}

}  // namespace

std::span<const Format> known_formats() noexcept {
    return table;
}

const Format* find_format(std::string_view path) noexcept {
    if (has_no_extension(path)) return &unnamed;
    const std::string extension = extension_of(path);
    for (const Format& format : table)
        if (has(format, extension)) return &format;
    return nullptr;
}

const Format* find_format(std::string_view path, std::string_view bytes) {
    const Format* by_name = find_format(path);
    if (by_name == nullptr || by_name->fits == nullptr) return by_name;
    // What holds nothing is of any format, and will be called empty.
    if (!has_text(bytes)) return by_name;
    if (by_name == &unnamed) return format_by_content(bytes);
    return format_of_family(extension_of(path), bytes);
}

}  // namespace morgue::indexer
