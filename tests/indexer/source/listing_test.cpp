#include <sys/stat.h>
#include <unistd.h>

#include <gtest/gtest.h>

#include <base/file.hpp>
#include <indexer/source/listing.hpp>
#include <support/temporary_directory.hpp>

namespace morgue::indexer {
namespace {

using Names = std::vector<std::string>;

Names names(const Listing& listing) {
    Names names;
    for (const Listing::Entry& entry : listing.entries) names.emplace_back(entry.name);
    return names;
}

TEST(Listing, TellsWhatEachNameStandsFor) {
    const test::TemporaryDirectory dir;
    dir.write("file", "four");
    dir.write("folder/below", "");
    ASSERT_EQ(::symlink("nowhere", (dir / "link").c_str()), 0);
    const Listing listing = list_folder(dir.path());
    ASSERT_EQ(names(listing), (Names{"file", "folder", "link"}));
    struct stat facts {};
    ASSERT_EQ(::stat((dir / "file").c_str(), &facts), 0);
    const Facts& file = listing.entries[0].look.facts;
    EXPECT_TRUE(file.is_file());
    EXPECT_EQ(file.size, 4U);
    EXPECT_EQ(file.mtime_ns, base::nanoseconds(facts.st_mtim));
    EXPECT_EQ(file.identity(), (FolderIdentity{facts.st_dev, facts.st_ino}));
    EXPECT_TRUE(listing.entries[1].look.facts.is_folder());
    EXPECT_TRUE(listing.entries[2].look.facts.is_link());
}

TEST(Listing, IsInOrderOfThePathsThatBeginSo) {
    const test::TemporaryDirectory dir;
    for (const char* name : {"a/x", "a-b", "a.txt", "a0", "\xff", "B"}) dir.write(name, "");
    EXPECT_EQ(names(list_folder(dir.path())), (Names{"B", "a-b", "a.txt", "a", "a0", "\xff"}));
}

TEST(Listing, OfALargeFolderIsWhole) {
    const test::TemporaryDirectory dir;
    Names written;
    for (int i = 10000; i < 13000; ++i) written.push_back(std::to_string(i) + ".name");
    for (const std::string& name : written) dir.write(name, "");
    EXPECT_EQ(names(list_folder(dir.path())), written);
}

TEST(Listing, OfWhatIsNoFolderSaysWhy) {
    const test::TemporaryDirectory dir;
    dir.write("file", "");
    EXPECT_EQ(list_folder(dir / "file").error, ENOTDIR);
    const Listing gone = list_folder(dir / "none");
    EXPECT_EQ(gone.error, 0);
    EXPECT_TRUE(gone.entries.empty());
}

TEST(Look, FollowsALinkOrDoesNot) {
    const test::TemporaryDirectory dir;
    dir.write("file", "x");
    ASSERT_EQ(::symlink("file", (dir / "link").c_str()), 0);
    EXPECT_TRUE(look(dir / "link").facts.is_file());
    EXPECT_TRUE(look_at_link(dir / "link").facts.is_link());
    EXPECT_EQ(look(dir / "none").error, ENOENT);
}

}  // namespace
}  // namespace morgue::indexer
