#include <map>
#include <random>
#include <unistd.h>

#include <gtest/gtest.h>

#include <base/file.hpp>
#include <schema/file_table.hpp>
#include <support/temporary_directory.hpp>

namespace morgue::schema {
namespace {

using namespace std::string_literals;
using Rows = std::map<std::string, std::string>;

class FileTableTest : public testing::Test {
  protected:
    FileTableId write(const Rows& rows) const {
        FileTableWriter writer(directory_.path(), 5);
        for (const auto& [key, state] : rows) writer.add(key, state);
        return writer.finish();
    }

    std::shared_ptr<const FileTable> open(const FileTableId& id) const {
        return FileTable::open(directory_.path(), id);
    }

    static Rows rows_from(const std::shared_ptr<const FileTable>& table, const std::string& key) {
        Rows rows;
        for (FileTable::Cursor at(table, key); !at.at_end(); at.next())
            rows.emplace(at.key(), at.state());
        return rows;
    }

    /// Several blocks, states of every length, one larger than a block, one empty.
    static Rows many_rows() {
        Rows rows;
        std::mt19937 random(1);
        for (int i = 0; i < 1000; ++i)
            rows["root\0folder/"s + std::to_string(i)] = std::string(random() % 100, 'x');
        rows["root\0huge"s] = std::string(50'000, 'y');
        rows[{}] = "the least key";
        rows["\xff\xff"] = {};
        return rows;
    }

    static Rows from(const Rows& rows, const std::string& key) {
        return {rows.lower_bound(key), rows.end()};
    }

    test::TemporaryDirectory directory_;
};

TEST_F(FileTableTest, GivesBackWhatWasWritten) {
    for (const Rows& rows : {Rows{}, Rows{{"one", "state"}}, many_rows()}) {
        const auto table = open(write(rows));
        ASSERT_TRUE(table);
        EXPECT_EQ(rows_from(table, {}), rows);
        for (const auto& [key, state] : rows) EXPECT_EQ(table->find(key), state) << key;
        for (const char* other : {"n", "root", "zzz", "\xff", "\xff\xff\xff"})
            EXPECT_EQ(table->find(other), std::nullopt) << other;
    }
}

TEST_F(FileTableTest, IsReadFromAnyKeyOn) {
    const Rows rows = many_rows();
    const auto table = open(write(rows));
    for (int i = 0; i < 1000; i += 13) {
        const std::string key = "root\0folder/"s + std::to_string(i);
        EXPECT_EQ(rows_from(table, key).size(), from(rows, key).size()) << key;
        EXPECT_EQ(rows_from(table, key + '!').size(), from(rows, key + '!').size()) << key;
    }
}

TEST_F(FileTableTest, ThatIsNotWholeIsNone) {
    const FileTableId id = write({{"a", "1"}, {"b", "2"}});
    const std::string path = directory_ / "files.5";
    const std::string bytes = *base::read_file(path);
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        std::string damaged = bytes;
        damaged[at] = static_cast<char>(damaged[at] ^ 16);
        base::write_file_durably(path, damaged);
        EXPECT_FALSE(open(id)) << at;
    }
    base::write_file_durably(path, bytes.substr(1));
    EXPECT_FALSE(open(id));
    base::write_file_durably(path, bytes);
    EXPECT_TRUE(open(id));
    EXPECT_FALSE(open({id.number, id.bytes, id.crc + 1})) << "another one";
    base::remove_all(path);
    EXPECT_FALSE(open(id));
}

TEST_F(FileTableTest, StaysReadableWhenItsFileIsRemoved) {
    const Rows rows = many_rows();
    const auto table = open(write(rows));
    base::remove_all(directory_ / "files.5");
    EXPECT_EQ(rows_from(table, {}), rows);
}

TEST_F(FileTableTest, CutsKeysToWhatDiffers) {
    Rows rows;
    for (int i = 100'000; i < 110'000; ++i)
        rows["a/rather/long/folder/name/article-" + std::to_string(i) + ".txt"] = "";
    EXPECT_LE(write(rows).bytes, rows.size() * 10);
}

TEST(FileTableNames, AreOfOneForm) {
    EXPECT_EQ(FileTableId{.number = 12}.file_name(), "files.12");
    for (const char* name : {"files.1", "files.123", "files.7.tmp"})
        EXPECT_TRUE(is_file_table(name)) << name;
    for (const char* name :
         {"files", "files.", "files.x", "FILES", "files.1.txt", "files.1x", "dead.1"})
        EXPECT_FALSE(is_file_table(name)) << name;
}

}  // namespace
}  // namespace morgue::schema
