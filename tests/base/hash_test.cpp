#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include <base/hash.hpp>

namespace morgue::base {
namespace {

using namespace std::string_view_literals;

// Article ids stand on disk and in people's notes: these values never change.
TEST(Hash, IsStableForEver) {
    EXPECT_EQ(to_hex(hash128({})), "99aa06d3014798d86001c324468d497f");
    EXPECT_EQ(to_hex(hash128({""})), "a6cd5e9392000f6ac44bdff4074eecdb");
    EXPECT_EQ(to_hex(hash128({"a"})), "e209344b94164bbf21c8324543049a44");
    EXPECT_EQ(to_hex(hash128({"ab", "c"})), "63393bef0177c9e909f6ec075c089ffd");
    EXPECT_EQ(to_hex(hash128({"path", "2019/03/04/x.txt"})), "3eabc00506537b8d82537cd346532458");
    EXPECT_EQ(to_hex(hash128({std::string(300, 'x')})), "4d39bf7974e66804f66ed511ce6c328c");
}

TEST(Hash, KnowsWhereAPartEnds) {
    EXPECT_NE(hash128({"ab", "c"}), hash128({"a", "bc"}));
    EXPECT_NE(hash128({"a", ""}), hash128({"a"}));
    EXPECT_NE(hash128({"", "a"}), hash128({"a", ""}));
    EXPECT_NE(hash128({""}), hash128({}));
}

TEST(Hash, HexOfBytes) {
    EXPECT_EQ(to_hex(""sv), "");
    EXPECT_EQ(to_hex("\x00\x09\x0a\x7f\x80\xff"sv), "00090a7f80ff");
}

}  // namespace
}  // namespace morgue::base
