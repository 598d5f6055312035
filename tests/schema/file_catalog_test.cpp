#include <limits>
#include <string>
#include <unistd.h>

#include <gtest/gtest.h>

#include <base/bytes.hpp>
#include <base/crc32c.hpp>
#include <base/file.hpp>
#include <schema/file_catalog.hpp>
#include <schema/generation.hpp>
#include <support/temporary_directory.hpp>

namespace morgue::schema {
namespace {

using test::TemporaryDirectory;

ArticleId id_from(unsigned char first) {
    ArticleId id;
    for (unsigned char& byte : id.bytes) byte = first++;
    return id;
}

FileCatalog full_catalog() {
    FileCatalog catalog;
    catalog.generation = 7;
    catalog.roots = {{".", {.whole = true, .follows_links = true}},
                     {"/srv/\xff wire", {.whole = false, .follows_links = false}}};
    catalog.forgotten = {"a/b", "/srv/\xff wire/old"};
    catalog.languages = {{{".", ""}, "en"}, {{".", "world/de"}, "de"}};
    CatalogEntry& article = catalog.files[{".", "2019/caf\xe9.txt"}];
    article.state = {std::numeric_limits<std::uint64_t>::max(),
                     std::numeric_limits<std::int64_t>::min(), 77, id_from(9).bytes};
    article.articles = {{id_from(1), id_from(1), ""}, {id_from(2), id_from(3), "member\n2"}};
    article.dated_by_mtime = true;
    CatalogEntry& skipped = catalog.files[{"/srv/\xff wire", std::string("nul\0.pdf", 8)}];
    skipped.state.mtime_ns = -1;
    skipped.skipped = SkipReason::no_reader;
    skipped.detail = ".pdf";
    skipped.racy = true;
    return catalog;
}

void expect_same(const CatalogEntry& left, const CatalogEntry& right) {
    EXPECT_EQ(left.state, right.state);
    EXPECT_EQ(left.articles, right.articles);
    EXPECT_EQ(left.skipped, right.skipped);
    EXPECT_EQ(left.detail, right.detail);
    EXPECT_EQ(left.dated_by_mtime, right.dated_by_mtime);
    EXPECT_EQ(left.racy, right.racy);
}

void expect_same(const FileCatalog& left, const FileCatalog& right) {
    EXPECT_EQ(left.generation, right.generation);
    EXPECT_EQ(left.roots, right.roots);
    EXPECT_EQ(left.forgotten, right.forgotten);
    EXPECT_EQ(left.languages, right.languages);
    ASSERT_EQ(left.files.size(), right.files.size());
    for (auto l = left.files.begin(), r = right.files.begin(); l != left.files.end(); ++l, ++r) {
        EXPECT_EQ(l->first, r->first);
        expect_same(l->second, r->second);
    }
}

std::string content_of(const FileCatalog& catalog) {
    const std::string bytes = encode(catalog);
    return bytes.substr(0, bytes.size() - 4);
}

std::string sealed(std::string content) {
    base::put_big_endian(content, base::crc32c(content), 4);
    return content;
}

TEST(FileCatalog, RoundTrips) {
    for (const FileCatalog& catalog : {FileCatalog{}, full_catalog()}) {
        const auto decoded = decode_file_catalog(encode(catalog));
        ASSERT_TRUE(decoded);
        expect_same(*decoded, catalog);
    }
}

TEST(FileCatalog, EverySkipReasonRoundTripsAndNoOther) {
    FileCatalog catalog;
    CatalogEntry& entry = catalog.files[{".", "x"}];
    for (unsigned reason = 0; reason <= static_cast<unsigned>(SkipReason::malformed); ++reason) {
        entry.skipped = static_cast<SkipReason>(reason);
        const auto decoded = decode_file_catalog(encode(catalog));
        ASSERT_TRUE(decoded) << reason;
        EXPECT_EQ(decoded->files.begin()->second.skipped, entry.skipped) << reason;
    }
    entry.skipped = static_cast<SkipReason>(static_cast<unsigned>(SkipReason::malformed) + 1);
    EXPECT_FALSE(decode_file_catalog(encode(catalog)));
}

TEST(FileCatalog, DamageGivesNothing) {
    const std::string bytes = encode(full_catalog());
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        for (int bit = 0; bit < 8; ++bit) {
            std::string damaged = bytes;
            damaged[at] = static_cast<char>(damaged[at] ^ (1 << bit));
            ASSERT_FALSE(decode_file_catalog(damaged)) << at << '.' << bit;
        }
        ASSERT_FALSE(decode_file_catalog(bytes.substr(0, at))) << at;
    }
    EXPECT_FALSE(decode_file_catalog(bytes + '\0'));
}

TEST(FileCatalog, NonsenseWithAGoodChecksumGivesNothing) {
    const std::string content = content_of(full_catalog());
    ASSERT_TRUE(decode_file_catalog(sealed(content)));
    for (std::size_t length = 0; length < content.size(); ++length)
        ASSERT_FALSE(decode_file_catalog(sealed(content.substr(0, length)))) << length;
    EXPECT_FALSE(decode_file_catalog(sealed(content + '\0')));
    EXPECT_FALSE(decode_file_catalog(sealed("\x03" + content.substr(1)))) << "a later layout";
    std::string endless("\x02\x07", 2);
    base::put_varint(endless, std::numeric_limits<std::uint64_t>::max());
    EXPECT_FALSE(decode_file_catalog(sealed(endless)));
}

TEST(FileCatalog, LanguageIsThatOfTheNearestFolder) {
    FileCatalog catalog;
    catalog.languages = {{{".", "world/de/old"}, "nl"},
                         {{".", ""}, "en"},
                         {{".", "world/de"}, "de"},
                         {{"/srv", "wire/one.txt"}, "fr"}};
    const struct {
        FileKey file;
        std::string lang;
    } rows[] = {{{".", "x.txt"}, "en"},
                {{".", "world/x.txt"}, "en"},
                {{".", "world/de/x.txt"}, "de"},
                {{".", "world/de/a/b/x.txt"}, "de"},
                {{".", "world/de/old/x.txt"}, "nl"},
                {{".", "world/de/older/x.txt"}, "de"},
                {{".", "world/den/x.txt"}, "en"},
                {{".", "world/de"}, "de"},
                {{".", ""}, "en"},
                {{"/srv", "x.txt"}, ""},
                {{"/srv", "wire/one.txt"}, "fr"},
                {{"/srv", "wire/one.txt.old"}, ""},
                {{"/other", "world/de/x.txt"}, ""}};
    for (const auto& row : rows)
        EXPECT_EQ(catalog.language_of(row.file), row.lang) << row.file.root << ' ' << row.file.file;
}

TEST(FileCatalog, WhatLiesBelowAFolder) {
    FileCatalog catalog;
    for (const char* file : {"a", "a-b/x", "a.txt", "a/x", "a/y/z", "a0", "b"})
        catalog.files[{"r", file}];
    for (const char* root : {"q", "r0", "r\x01"}) catalog.files[{root, "a/x"}];
    const auto below = [&](const FileKey& folder) {
        std::string files;
        for (const auto& [key, entry] : entries_below(catalog, folder)) files += key.file + " ";
        return files;
    };
    EXPECT_EQ(below({"r", "a"}), "a/x a/y/z ");
    EXPECT_EQ(below({"r", "a/y"}), "a/y/z ");
    EXPECT_EQ(below({"r", "b"}), "");
    EXPECT_EQ(below({"r", ""}), "a a-b/x a.txt a/x a/y/z a0 b ");
}

TEST(FileCatalog, IsReadWholeOrNotAtAll) {
    const TemporaryDirectory dir;
    EXPECT_FALSE(read_file_catalog(dir.path()));
    write_file_catalog(dir.path(), full_catalog());
    ASSERT_TRUE(read_file_catalog(dir.path()));
    EXPECT_EQ(read_file_catalog(dir.path())->generation, full_catalog().generation);
    base::write_file_durably(dir / files_name, "");
    EXPECT_FALSE(read_file_catalog(dir.path()));
}

TEST(Roots, AreRelativeWhereTheyMoveWithTheIndex) {
    const TemporaryDirectory dir;
    base::make_directories(dir / "a/b/.morgue");
    base::make_directories(dir / "a/b/.morgue2");
    base::make_directories(dir / "a/bc");
    const std::string index = dir / "a/b/.morgue";
    const struct {
        std::string path, name;
    } rows[] = {{dir / "a/b", "."},
                {dir / "a", ".."},
                {dir.path(), "../.."},
                {dir / "a/b/.morgue", ".morgue"},
                {dir / "a/b/.morgue2", ".morgue2"},
                {dir / "a/b/c", "c"},
                {dir / "a/bc", dir / "a/bc"},
                {dir / "other", dir / "other"}};
    for (const auto& row : rows) {
        EXPECT_EQ(root_name(index, row.path), row.name) << row.path;
        EXPECT_EQ(root_path(index, row.name), row.path) << row.name;
    }
    EXPECT_EQ(root_path(index, root_name(index, "/")), "/");
}

TEST(Roots, FollowAMovedTree) {
    const TemporaryDirectory dir;
    base::make_directories(dir / "before/tree/.morgue");
    const std::string name = root_name(dir / "before/tree/.morgue", dir / "before/tree");
    base::make_directories(dir / "after/copy/.morgue");
    EXPECT_EQ(root_path(dir / "after/copy/.morgue", name), dir / "after/copy");
}

TEST(Roots, OfAnIndexBehindALinkAreThoseOfItsOwnFolder) {
    const TemporaryDirectory dir;
    base::make_directories(dir / "tree/.morgue");
    ASSERT_EQ(::symlink((dir / "tree/.morgue").c_str(), (dir / "link").c_str()), 0);
    EXPECT_EQ(root_name(dir / "link", dir / "tree"), ".");
    EXPECT_EQ(root_path(dir / "link", "."), dir / "tree");
}

}  // namespace
}  // namespace morgue::schema
