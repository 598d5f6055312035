#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace morgue::tools {

// What help and manuals say, before it is known where: a terminal shows it by page_as_text(),
// man by page_as_man().

struct Prose {
    std::string text;
};

/// Something to be typed, and what it means.
struct Row {
    std::string term;
    std::string text;
};

struct Rows {
    std::vector<Row> rows;
};

/// Lines for the shell, as they are.
struct Typed {
    std::vector<std::string> lines;
};

using Block = std::variant<Prose, Rows, Typed>;

struct Section {
    std::string title;  ///< in sentence case; empty where the page has but one
    std::vector<Block> blocks;
};

struct Page {
    std::string name;     ///< "morgue search"
    int part = 1;         ///< of the manual: 1 for commands, 7 for the rest
    std::string summary;  ///< a few words after its name
    std::vector<Section> sections;
};

/// The name that man knows it by: "morgue-search".
std::string manual_name(const Page& page);

/// Paragraphs of a text with empty lines between them.
std::vector<Block> paragraphs(std::string_view text);
/// Each line of the text as one to be typed.
Typed typed_lines(std::string_view text);

}  // namespace morgue::tools
