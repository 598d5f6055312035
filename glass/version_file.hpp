#pragma once

#include <array>
#include <cstdint>
#include <glass/table_writer.hpp>
#include <optional>
#include <string>
#include <string_view>

#include <base/hash.hpp>

namespace morgue::glass {

inline constexpr const char* version_file_name = "iamglass";

using Uuid = std::array<unsigned char, 16>;

/// A random UUID (RFC 9562, version 4).
Uuid random_uuid();
/// As Xapian prints it: 01234567-89ab-4cde-8f01-23456789abcd.
std::string to_string(const Uuid& uuid);

/// What ranking and checking need to know of all documents together.
struct Statistics {
    std::uint32_t documents = 0;
    std::uint32_t last_docid = 0;
    std::uint32_t shortest = 0;  ///< length of the shortest document that has any; 0 for none
    std::uint32_t longest = 0;
    std::uint32_t highest_wdf = 0;
    std::uint64_t total_length = 0;
};

/// The tables in the order of the version file. Spelling is never written.
struct Tables {
    TableRoot postlist;
    TableRoot docdata;
    TableRoot termlist;
    TableRoot position;
    TableRoot synonym;
};

/// What a version file says of a table.
struct TableFacts {
    TableRoot root;
    std::size_t block_bytes = 0;
};

/// What a version file says of its database.
struct VersionFacts {
    Uuid uuid{};
    TableFacts docdata;
    TableFacts position;
    std::uint32_t documents = 0;
    std::uint32_t last_docid = 0;
};
/// Nothing for bytes that are no version file.
std::optional<VersionFacts> read_version_file(std::string_view bytes);
/// Of the database in that folder. Throws base::FileError and MalformedTable.
VersionFacts facts_of(const std::string& folder);

/// Whether the bytes are a version file as it was first written: no other program has changed the
/// database since.
bool is_first_revision(std::string_view version_file);

/// The file that makes a directory a database. Source: xapian-core 1.4,
/// backends/glass/glass_version.cc; format of 2016-03-14, revision 1.
std::string version_file(const Uuid& uuid, const Tables& tables, const Statistics& statistics);

}  // namespace morgue::glass
