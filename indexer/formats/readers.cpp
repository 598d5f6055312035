#include <array>
#include <string>

#include <morgue/formats.hpp>

#include <indexer/formats/html.hpp>
#include <indexer/formats/plain_text.hpp>
#include <indexer/formats/reader.hpp>
#include <indexer/formats/sgml.hpp>

namespace morgue::indexer {

namespace {

constexpr std::array<std::string_view, 1> text_extensions{".txt"};
constexpr std::array<std::string_view, 1> markdown_extensions{".md"};
constexpr std::array<std::string_view, 2> html_extensions{".html", ".htm"};

constexpr std::array<std::string_view, 2> sgml_extensions{".sgm", ".sgml"};

constexpr std::array<Reader, 4> table{{
    {"text", text_extensions, read_plain_text},
    {"Markdown", markdown_extensions, read_markdown},
    {"HTML", html_extensions, read_html},
    {"SGML", sgml_extensions, read_sgml},
}};

constexpr auto shown_rows = [] {
    std::array<FormatInfo, table.size()> rows{};
    for (std::size_t i = 0; i < table.size(); ++i) rows[i] = {table[i].name, table[i].extensions};
    return rows;
}();

}  // namespace

std::span<const Reader> readers() noexcept {
    return table;
}

const Reader* find_reader(std::string_view path) noexcept {
    const std::string_view name = path.substr(path.rfind('/') + 1);
    const std::size_t dot = name.rfind('.');
    // A name that begins with its only dot has no extension: it is a hidden file.
    if (dot == std::string_view::npos || dot == 0 || name.size() - dot > 16) return nullptr;
    std::array<char, 16> lower{};
    for (std::size_t i = dot; i < name.size(); ++i)
        lower[i - dot] =
            name[i] >= 'A' && name[i] <= 'Z' ? static_cast<char>(name[i] - 'A' + 'a') : name[i];
    const std::string_view extension(lower.data(), name.size() - dot);
    for (const Reader& reader : table)
        for (const std::string_view known : reader.extensions)
            if (extension == known) return &reader;
    return nullptr;
}

}  // namespace morgue::indexer

namespace morgue {

std::span<const FormatInfo> formats() noexcept {
    return indexer::shown_rows;
}

}  // namespace morgue
