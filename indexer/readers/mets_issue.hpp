#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <indexer/formats/reader.hpp>
#include <indexer/readers/mets_division.hpp>
#include <indexer/readers/mods.hpp>

namespace morgue::indexer {

/// A stretch of a page's text, from the first thing named so to the last; all of it where nothing
/// is named.
struct MetsPiece {
    std::size_t file;  ///< in MetsIssue::files
    std::string begin;
    std::string end;
    TextRole role = TextRole::body;
};

/// An article, an advertisement or the like, as the logical map of an issue divides it.
struct MetsDivision {
    std::string id;
    std::string label;
    std::string section;
    DescribedWork work;
    std::vector<MetsPiece> pieces;
};

/// A file with the text of pages.
struct MetsFile {
    std::string path;  ///< below the folder of the METS file
    std::string page;  ///< what the page is called
    std::string order;
};

/// What a METS file says of an issue of a newspaper.
struct MetsIssue {
    std::vector<MetsFile> files;
    std::vector<MetsDivision> divisions;
    std::vector<Unread> refused;  ///< files that may not be read, as it names them
    DescribedWork work;           ///< the issue; its title is the paper's
};

std::variant<MetsIssue, Unread> parse_mets(std::string_view bytes);

}  // namespace morgue::indexer
