#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>
#include <variant>
#include <vector>

#include <indexer/file_plan.hpp>
#include <indexer/intake.hpp>
#include <indexer/packed_file.hpp>
#include <schema/file_catalog.hpp>

namespace morgue::indexer {

/// The file holds what it held, so its articles stay as they are.
struct SameContent {};

/// It is a page, and may be one of an issue.
struct WaitingPage {};

/// It says of which pages an issue consists: their paths below its folder.
struct WaitingIssue {
    std::vector<std::string> pages;
};

/// A file that was read, as far as it could be; or a part of a file that holds many others.
struct FileRead {
    const FileToRead* file = nullptr;
    std::optional<schema::CatalogEntry> known;  ///< of the file before
    std::optional<schema::FileState> state;     ///< where its bytes could be had
    std::variant<SameContent, Taken, WaitingPage, WaitingIssue> content;
    std::string issue = {};            ///< as in CatalogEntry
    bool is_last = true;               ///< no further part of the file follows
    std::uint64_t unpacked_bytes = 0;  ///< that a part had
};

/// A file to be read, and what only the catalog knows.
struct Errand {
    const FileToRead* file;
    std::optional<schema::CatalogEntry> known;
    std::string given_lang;
    std::string field_map;
    std::vector<Errand> pages = {};
};

/// What a file's articles are completed with.
FileContext context_of(const Errand& errand, const schema::FileState& state);

/// What holds other files may be of any size: it is read in parts.
bool is_too_large(const FoundFile& file, std::size_t max_file_bytes);
/// Whether the file is opened at all: something reads it, and it is not too large.
bool is_opened(const FoundFile& file, std::size_t max_file_bytes);

/// Reads the files to their ends, and with each its pages where it has some. When asked to stop, no
/// further file is opened.
std::vector<FileRead> read_files(std::vector<Errand> errands, ConfinedReaders& readers,
                                 const std::stop_token& stop);

/// Of a file that gives no article.
Taken nothing_but(Unread why);

/// A file with a holder, of which nothing is read yet; or what is to be said of it at once.
std::variant<PackedFile, FileRead> open_packed(Errand& errand, ConfinedReaders& readers);
/// Says what was passed over in a file that was read to its end, and whether it has changed since
/// it was opened.
void note_end(const PackedFile& packed, Taken& taken);

}  // namespace morgue::indexer
