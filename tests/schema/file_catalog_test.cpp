#include <algorithm>
#include <map>
#include <random>
#include <string>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

#include <gtest/gtest.h>

#include <base/file.hpp>
#include <schema/file_catalog.hpp>
#include <schema/generation.hpp>
#include <support/temporary_directory.hpp>

namespace morgue::schema {
namespace {

using test::TemporaryDirectory;
using Model = std::map<FileKey, CatalogEntry>;

CatalogEntry entry_of_size(std::uint64_t size) {
    CatalogEntry entry;
    entry.state.size = size;
    return entry;
}

Model content(CatalogCursor at) {
    Model model;
    for (; !at.at_end(); at.next()) model.emplace(at.file_key(), at.entry());
    return model;
}

FileKey numbered(unsigned number) {
    return {number % 3 == 0 ? "." : "/srv",
            "folder-" + std::to_string(number % 7) + "/article-" + std::to_string(number) + ".txt"};
}

std::uint64_t bytes_of_tables(const std::string& dir) {
    return base::bytes_below(dir) - base::read_file(base::join(dir, files_name))->size();
}

std::size_t count_tables(const std::string& dir) {
    const auto names = base::list_directory(dir);
    return static_cast<std::size_t>(std::count_if(names.begin(), names.end(), is_file_table));
}

/// Random changes, some of which are saved, in a catalog and in a map.
class Changing {
  public:
    explicit Changing(std::string dir) : dir_(std::move(dir)) {}

    void change(std::size_t times) {
        for (std::size_t i = 0; i < times; ++i) {
            const FileKey key = numbered(random_() % 500);
            if (random_() % 3 == 0) {
                catalog.erase(key);
                model.erase(key);
            } else {
                const CatalogEntry entry = entry_of_size(random_());
                catalog.put(key, entry);
                model.insert_or_assign(key, entry);
            }
        }
    }

    void save() {
        ++catalog.generation;
        catalog.save(dir_);
    }

    FileCatalog catalog;
    Model model;

  private:
    std::string dir_;
    std::mt19937 random_{7};
};

TEST(FileCatalog, HoldsWhatWasPutThroughAnyNumberOfRuns) {
    const TemporaryDirectory dir;
    Changing changing(dir.path());
    for (std::size_t run = 0; run < 60; ++run) {
        changing.change(run % 5 == 0 ? 300 : run % 7);
        EXPECT_EQ(content(changing.catalog.all()), changing.model) << run;
        changing.save();
        ASSERT_LE(count_tables(dir.path()), 8U);
        const auto read = read_file_catalog(dir.path());
        ASSERT_TRUE(read);
        EXPECT_EQ(read->generation, run + 1);
        EXPECT_EQ(content(read->all()), changing.model) << run;
        for (unsigned number = 0; number < 500; ++number) {
            const auto known = changing.model.find(numbered(number));
            const auto expected =
                known == changing.model.end() ? std::nullopt : std::optional(known->second);
            ASSERT_EQ(read->find(numbered(number)), expected) << number;
        }
        changing.catalog = *read;
    }
}

TEST(FileCatalog, WritesLittleWhenLittleHasChanged) {
    const TemporaryDirectory dir;
    FileCatalog catalog;
    for (unsigned number = 0; number < 5000; ++number)
        catalog.put(numbered(number), entry_of_size(number));
    catalog.save(dir.path());
    const std::uint64_t before = bytes_of_tables(dir.path());
    for (unsigned number = 0; number < 50; ++number)
        catalog.put(numbered(number * 100), entry_of_size(1));
    catalog.erase(numbered(7));
    catalog.save(dir.path());
    EXPECT_LE(bytes_of_tables(dir.path()), before + before / 50);
    EXPECT_EQ(content(read_file_catalog(dir.path())->all()).size(), 4999U);
}

TEST(FileCatalog, LeavesWhatIsTheSameAsItIs) {
    const TemporaryDirectory dir;
    FileCatalog catalog;
    catalog.put(numbered(1), entry_of_size(1));
    catalog.save(dir.path());
    struct stat before {};
    struct stat after {};
    ASSERT_EQ(::stat((dir / files_name).c_str(), &before), 0);
    catalog.save(dir.path());
    ASSERT_EQ(::stat((dir / files_name).c_str(), &after), 0);
    EXPECT_EQ(before.st_ino, after.st_ino);
    EXPECT_EQ(count_tables(dir.path()), 1U);
}

TEST(FileCatalog, RemovesWhatNoRunNeedsAnyMoreAndNothingElse) {
    const TemporaryDirectory dir;
    for (const char* name : {"files.77", "files.78.tmp", "files.old", "dead.1"})
        dir.write(name, "x");
    FileCatalog catalog;
    catalog.save(dir.path());
    EXPECT_EQ(base::list_directory(dir.path()),
              (std::vector<std::string>{"FILES", "dead.1", "files.old"}));
}

TEST(FileCatalog, KeepsItsSettingsWhenATableIsLost) {
    const TemporaryDirectory dir;
    FileCatalog catalog;
    catalog.generation = 3;
    catalog.roots["."] = {};
    catalog.put(numbered(1), entry_of_size(1));
    catalog.save(dir.path());
    base::remove_all(dir / "files.1");
    const auto read = read_file_catalog(dir.path());
    ASSERT_TRUE(read);
    EXPECT_EQ(read->roots, catalog.roots);
    EXPECT_EQ(read->generation, 0U);
    EXPECT_TRUE(read->all().at_end());
}

TEST(FileCatalog, KeepsMemorySmallByWritingChangesEarly) {
    const TemporaryDirectory dir;
    Changing changing(dir.path());
    changing.catalog.spill_into(dir.path());
    CatalogEntry large = entry_of_size(1);
    large.skipped = SkipReason::malformed;
    large.detail = std::string(100'000, 'x');
    for (unsigned number = 0; number < 400; ++number) {
        changing.catalog.put(numbered(number), large);
        changing.model[numbered(number)] = large;
    }
    EXPECT_GT(count_tables(dir.path()), 0U);
    EXPECT_FALSE(read_catalog_head(dir.path())) << "nothing is named before it is saved";
    EXPECT_EQ(content(changing.catalog.all()), changing.model);
    changing.save();
    EXPECT_EQ(content(read_file_catalog(dir.path())->all()), changing.model);
}

TEST(FileCatalog, IsReadWhileItIsWritten) {
    const TemporaryDirectory dir;
    Changing changing(dir.path());
    changing.change(100);
    changing.save();
    std::jthread writer([&](const std::stop_token& stop) {
        while (!stop.stop_requested()) {
            changing.change(20);
            changing.save();
        }
    });
    for (std::uint64_t generation = 0; generation < 20;) {
        const auto read = read_file_catalog(dir.path());
        ASSERT_TRUE(read);
        ASSERT_GE(read->generation, std::max<std::uint64_t>(generation, 1));
        generation = read->generation;
    }
}

TEST(FileCatalog, WhatLiesBelowAFolder) {
    FileCatalog catalog;
    for (const char* file : {"a", "a-b/x", "a.txt", "a/x", "a/y/z", "a0", "b"})
        catalog.put({"r", file}, {});
    for (const char* root : {"q", "r0", "r\x01"}) catalog.put({root, "a/x"}, {});
    const auto files = [](CatalogCursor at) {
        std::string list;
        for (; !at.at_end(); at.next()) list.append(at.file()) += " ";
        return list;
    };
    EXPECT_EQ(files(catalog.below({"r", "a"})), "a/x a/y/z ");
    EXPECT_EQ(files(catalog.below({"r", "a/y"})), "a/y/z ");
    EXPECT_EQ(files(catalog.below({"r", "b"})), "");
    EXPECT_EQ(files(catalog.below({"r", ""})), "a a-b/x a.txt a/x a/y/z a0 b ");
    EXPECT_EQ(files(catalog.only({"r", "a"})), "a ");
    EXPECT_EQ(files(catalog.only({"r", "c"})), "");
    EXPECT_EQ(catalog.roots_with_files(), (std::vector<std::string>{"q", "r", "r\x01", "r0"}));
}

TEST(FileCatalog, ChangesAllAtAndBelowAPlace) {
    FileCatalog catalog;
    for (unsigned number = 0; number < 5000; ++number)
        catalog.put({"r", "a/" + std::to_string(number)}, {});
    for (const char* other : {"a", "a0", "A"}) catalog.put({"r", other}, {});
    catalog.update({"r", "a"}, [](CatalogEntry& entry) { entry.racy = true; });
    std::size_t changed = 0;
    for (auto at = catalog.all(); !at.at_end(); at.next()) changed += at.summary().racy ? 1 : 0;
    EXPECT_EQ(changed, 5001U);
    EXPECT_TRUE(catalog.find({"r", "a"})->racy);
    EXPECT_FALSE(catalog.find({"r", "a0"})->racy);
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
