#include <glass/pack.hpp>
#include <glass/positions.hpp>

#include <gtest/gtest.h>

#include <base/hash.hpp>

namespace morgue::glass {
namespace {

std::string sortable(std::uint64_t value) {
    std::string out;
    put_sortable(out, value);
    return base::to_hex(out);
}

std::string positions(std::vector<std::uint32_t> list) {
    ByteBuffer out;
    out.close(put_positions(out.open(most_position_bytes(list.size())), list));
    return base::to_hex(out.view());
}

// What Xapian 1.4.22 writes.
TEST(Pack, SortableNumbers) {
    EXPECT_EQ(sortable(1), "0001");
    EXPECT_EQ(sortable(300), "012c");
    EXPECT_EQ(sortable(32767), "7fff");
    EXPECT_EQ(sortable(32768), "808000");
    EXPECT_EQ(sortable(4194303), "bfffff");
    EXPECT_EQ(sortable(4194304), "c0400000");
    EXPECT_EQ(sortable(1U << 29), "e020000000");
    EXPECT_EQ(sortable(0xffffffffU), "e0ffffffff");
}

TEST(Pack, PositionLists) {
    EXPECT_EQ(positions({7}), "07");
    EXPECT_EQ(positions({1, 2}), "0201");
    EXPECT_EQ(positions({5, 6, 7, 8}), "0815");
    EXPECT_EQ(positions({0, 5}), "0500");
    EXPECT_EQ(positions({3, 17, 20, 45}), "2d83d004");
}

TEST(Pack, StringsThatSort) {
    std::string out;
    put_sort_string(out, std::string_view("a\0b", 3));
    EXPECT_EQ(base::to_hex(out), "6100ff62");
}

}  // namespace
}  // namespace morgue::glass
