#include <glass/table_writer.hpp>

#include <gtest/gtest.h>

#include <base/file.hpp>
#include <support/temporary_directory.hpp>

namespace morgue::glass {
namespace {

TEST(TableWriter, MakesNoFileForNothingUnlessTold) {
    const test::TemporaryDirectory folder;
    TableWriter lazy(base::join(folder.path(), "lazy"), TableWriter::Creation::lazy);
    EXPECT_EQ(lazy.finish().blocks, 0U);
    TableWriter always(base::join(folder.path(), "always"), TableWriter::Creation::always);
    EXPECT_EQ(always.finish().blocks, 1U);
    EXPECT_EQ(base::list_directory(folder.path()), std::vector<std::string>{"always"});
}

TEST(TableWriter, CountsAKeyOnceHoweverLongItsTag) {
    const test::TemporaryDirectory folder;
    TableWriter table(base::join(folder.path(), "table"), TableWriter::Creation::lazy);
    table.add("a", std::string(50'000, 'x'));
    table.add("b", "");
    const TableRoot root = table.finish();
    EXPECT_EQ(root.entries, 2U);
    EXPECT_EQ(root.level, 1U);
    EXPECT_EQ(base::read_file(base::join(folder.path(), "table"))->size(),
              root.blocks * TableWriter::block_size);
}

TEST(TableWriter, RefusesAKeyThatIsTooLong) {
    const test::TemporaryDirectory folder;
    TableWriter table(base::join(folder.path(), "table"), TableWriter::Creation::lazy);
    EXPECT_THROW(table.add(std::string(256, 'k'), ""), std::length_error);
}

}  // namespace
}  // namespace morgue::glass
