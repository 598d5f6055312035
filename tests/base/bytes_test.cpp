#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include <base/bytes.hpp>

namespace morgue::base {
namespace {

using namespace std::string_view_literals;

constexpr std::uint64_t greatest = std::numeric_limits<std::uint64_t>::max();

std::string varint(std::uint64_t value) {
    std::string out;
    put_varint(out, value);
    return out;
}

std::string big_endian(std::uint64_t value, std::size_t width) {
    std::string out;
    put_big_endian(out, value, width);
    return out;
}

TEST(Bytes, VarintsHaveTheirFormOnDisk) {
    const struct {
        std::uint64_t value;
        std::string_view bytes;
    } rows[] = {{0, "\0"sv},
                {1, "\x01"},
                {127, "\x7f"},
                {128, "\x80\x01"},
                {300, "\xac\x02"},
                {16383, "\xff\x7f"},
                {16384, "\x80\x80\x01"},
                {0xffffffff, "\xff\xff\xff\xff\x0f"},
                {greatest, "\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01"}};
    for (const auto& row : rows) {
        EXPECT_EQ(varint(row.value), row.bytes) << row.value;
        ByteReader in(row.bytes);
        EXPECT_EQ(in.varint(), row.value);
        EXPECT_TRUE(in.finished()) << row.value;
    }
}

TEST(Bytes, VarintsRoundTripAroundEveryPowerOfTwo) {
    for (unsigned bit = 0; bit < 64; ++bit)
        for (const std::uint64_t value : {(std::uint64_t{1} << bit) - 1, std::uint64_t{1} << bit,
                                          (std::uint64_t{1} << bit) + 1, greatest >> bit}) {
            const std::string bytes = varint(value);
            ByteReader in(bytes);
            EXPECT_EQ(in.varint(), value);
            EXPECT_TRUE(in.finished());
        }
}

TEST(Bytes, RefusesVarintsThatEndTooEarlyOrExceed64Bits) {
    const std::string_view rows[] = {
        "",
        "\x80",
        "\xff\xff",
        "\x80\x80\x80\x80\x80\x80\x80\x80\x80",              // the tenth byte is missing
        "\xff\xff\xff\xff\xff\xff\xff\xff\xff\x02",          // the 65th bit
        "\x80\x80\x80\x80\x80\x80\x80\x80\x80\x80",          // ten that continue
        "\x80\x80\x80\x80\x80\x80\x80\x80\x80\x80\x80\x01",  // eleven bytes and more
    };
    for (const std::string_view bytes : rows) {
        ByteReader in(bytes);
        EXPECT_EQ(in.varint(), 0U);
        EXPECT_TRUE(in.failed()) << bytes.size();
        EXPECT_FALSE(in.finished());
    }
}

TEST(Bytes, BigEndianKeepsNumericOrder) {
    EXPECT_EQ(big_endian(0x01020304, 4), "\x01\x02\x03\x04"sv);
    EXPECT_EQ(big_endian(0x01020304, 2), "\x03\x04"sv);
    EXPECT_EQ(big_endian(greatest, 8), std::string(8, '\xff'));
    EXPECT_LT(big_endian(255, 4), big_endian(256, 4));
    ByteReader in("\xfe\xdc\xba\x98\x76\x54\x32\x10"sv);
    EXPECT_EQ(in.big_endian(8), 0xfedcba9876543210U);
    EXPECT_TRUE(in.finished());
}

TEST(Bytes, StringsCarryTheirLength) {
    std::string out;
    put_string(out, "");
    put_string(out, "a\0b"sv);
    put_string(out, std::string(1000, 'x'));
    ByteReader in(out);
    EXPECT_EQ(in.string(), "");
    EXPECT_EQ(in.string(), "a\0b"sv);
    EXPECT_EQ(in.string(), std::string(1000, 'x'));
    EXPECT_TRUE(in.finished());
}

TEST(Bytes, AStringLongerThanTheRestFails) {
    for (const std::string& bytes : {std::string("\x04") + "abc", varint(greatest) + "abc"}) {
        ByteReader in(bytes);
        EXPECT_EQ(in.string(), "");
        EXPECT_TRUE(in.failed());
    }
}

TEST(Bytes, AFailureStays) {
    ByteReader in("\x05\x01\x02"sv);
    EXPECT_EQ(in.string(), "");
    ASSERT_TRUE(in.failed());
    EXPECT_EQ(in.left(), 0U);
    EXPECT_EQ(in.varint(), 0U);
    EXPECT_EQ(in.big_endian(1), 0U);
    EXPECT_EQ(in.bytes(0), "");
    EXPECT_TRUE(in.failed());
    EXPECT_FALSE(in.finished());
}

TEST(Bytes, WhatIsLeftIsNotFinished) {
    ByteReader in("\x01\x02"sv);
    EXPECT_EQ(in.varint(), 1U);
    EXPECT_FALSE(in.failed());
    EXPECT_FALSE(in.finished());
    EXPECT_EQ(in.left(), 1U);
}

}  // namespace
}  // namespace morgue::base
