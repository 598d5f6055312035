#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include <base/file.hpp>
#include <indexer/formats/alto.hpp>
#include <indexer/formats/article_parts.hpp>
#include <indexer/formats/content_kind.hpp>
#include <indexer/formats/feed.hpp>
#include <indexer/formats/html.hpp>
#include <indexer/formats/json.hpp>
#include <indexer/formats/mail.hpp>
#include <indexer/formats/mets.hpp>
#include <indexer/formats/newsml.hpp>
#include <indexer/formats/nitf.hpp>
#include <indexer/formats/plain_text.hpp>
#include <indexer/formats/reader.hpp>
#include <indexer/formats/sgml.hpp>
#include <indexer/formats/table.hpp>
#include <indexer/formats/words.hpp>
#include <text/utf8.hpp>

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

/// UTF-8, and without front matter, which is YAML.
bool is_simple_text(std::string_view bytes) {
    const std::size_t begin =
        std::min(bytes.find_first_not_of("\xEF\xBB\xBF \t\r\n\f\v"), bytes.size());
    return !bytes.substr(begin).starts_with("---") && text::is_valid_utf8(bytes);
}

/// UTF-8 without any markup in it, spelled out or not.
bool is_simple_json(std::string_view bytes) {
    return bytes.find('<') == std::string_view::npos &&
           bytes.find("\\u003") == std::string_view::npos && text::is_valid_utf8(bytes);
}

constexpr std::array<Reader, 18> table{{
    {"text", text_extensions, read_plain_text, nullptr, is_simple_text},
    {"Markdown", markdown_extensions, read_markdown, nullptr, is_simple_text},
    {"HTML", html_extensions, read_html},
    {"SGML", sgml_extensions, read_sgml},
    {"NITF", nitf_extensions, read_nitf, is_nitf},
    {"NewsML-G2", xml_extensions, read_newsml_g2, is_newsml_g2},
    {"NewsML", xml_extensions, read_newsml, is_newsml},
    {"WordPress", xml_extensions, read_feed, is_wordpress},
    {"RSS", rss_extensions, read_feed, is_rss},
    {"Atom", atom_extensions, read_feed, is_atom},
    {"JSON Feed", json_extensions, read_json_feed, is_json_feed},
    {"ninjs", json_extensions, read_ninjs, is_ninjs},
    {"JSON", json_extensions, read_json, is_json},
    {"JSON lines", json_lines_extensions, read_json_lines, nullptr, is_simple_json},
    {"CSV", table_extensions, read_table},
    {"ALTO", xml_extensions, read_alto, is_alto},
    {"METS", xml_extensions, read_mets, is_mets},
    {"mail", mail_extensions, read_mail},
}};

constexpr std::size_t longest_extension = 16;  // bytes

/// In lower case; nothing for what is longer than any that is known.
std::string extension_of(std::string_view path) {
    const std::string_view extension = base::extension(path);
    return extension.size() > longest_extension ? std::string() : lower_ascii(extension);
}

/// Of a file without an extension only its content tells.
constexpr Reader unnamed{"text", {}, read_plain_text, [](std::string_view) { return true; }};

bool has_no_extension(std::string_view path) {
    const std::string_view name = path.substr(path.rfind('/') + 1);
    return !name.empty() && name.find('.') == std::string_view::npos;
}

const Reader* reader_named(std::string_view name) {
    return std::ranges::find(table, name, &Reader::name);
}

bool reads(const Reader& reader, std::string_view extension) noexcept {
    return std::ranges::find(reader.extensions, extension) != reader.extensions.end();
}

const Reader* reader_of_family(std::string_view extension, std::string_view bytes) {
    for (const Reader& reader : table)
        if (reads(reader, extension) && reader.fits(bytes)) return &reader;
    return nullptr;
}

const Reader* reader_by_content(std::string_view bytes) {
    switch (kind_of_content(bytes)) {
        case ContentKind::html:
            return reader_named("HTML");
        case ContentKind::sgml:
            return reader_named("SGML");
        case ContentKind::xml:
            return reader_of_family(".xml", bytes);
        case ContentKind::json:
            return reader_of_family(".json", bytes);
        case ContentKind::markdown:
            return reader_named("Markdown");
        case ContentKind::text:
            break;
    }
    return reader_named("text");
}

}  // namespace

Unread over_limit(std::size_t most_bytes, std::string what) {
    return {SkipReason::too_large,
            std::move(what) + "over the limit of " + std::to_string(most_bytes) + " bytes"};
}

std::span<const Reader> readers() noexcept {
    return table;
}

const Reader* find_reader(std::string_view path) noexcept {
    if (has_no_extension(path)) return &unnamed;
    const std::string extension = extension_of(path);
    for (const Reader& reader : table)
        if (reads(reader, extension)) return &reader;
    return nullptr;
}

const Reader* find_reader(std::string_view path, std::string_view bytes) {
    const Reader* by_name = find_reader(path);
    if (by_name == nullptr || by_name->fits == nullptr) return by_name;
    // What holds nothing is of any format, and will be called empty.
    if (!has_text(bytes)) return by_name;
    if (by_name == &unnamed) return reader_by_content(bytes);
    return reader_of_family(extension_of(path), bytes);
}

}  // namespace morgue::indexer
