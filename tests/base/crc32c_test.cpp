#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include <base/crc32c.hpp>

namespace morgue::base {
namespace {

std::string bytes_from(int first, int step, int count) {
    std::string bytes;
    for (int i = 0; i < count; ++i) bytes.push_back(static_cast<char>(first + step * i));
    return bytes;
}

// RFC 3720 B.4 prints the bytes of the checksum as they are sent: least significant first.
TEST(Crc32c, KnownVectors) {
    EXPECT_EQ(crc32c(std::string(32, '\0')), 0x8a9136aaU);
    EXPECT_EQ(crc32c(std::string(32, '\xff')), 0x62a8ab43U);
    EXPECT_EQ(crc32c(bytes_from(0, 1, 32)), 0x46dd794eU);
    EXPECT_EQ(crc32c(bytes_from(31, -1, 32)), 0x113fdb5cU);
    EXPECT_EQ(crc32c("123456789"), 0xe3069283U);
    EXPECT_EQ(crc32c(""), 0U);
}

// One bit at a time, by the polynomial: what the tables must agree with.
std::uint32_t by_definition(std::string_view bytes) {
    std::uint32_t crc = 0xffffffff;
    for (const char byte : bytes) {
        crc ^= static_cast<unsigned char>(byte);
        for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0x82f63b78U : 0U);
    }
    return ~crc;
}

TEST(Crc32c, EveryLengthAgreesWithTheDefinition) {
    const std::string bytes = bytes_from(7, 37, 70);
    for (std::size_t length = 0; length <= bytes.size(); ++length)
        for (std::size_t from = 0; from < 8 && from + length <= bytes.size(); ++from) {
            const std::string_view part = std::string_view(bytes).substr(from, length);
            EXPECT_EQ(crc32c(part), by_definition(part)) << from << '+' << length;
            EXPECT_EQ(crc32c_by_table(part), by_definition(part)) << from << '+' << length;
        }
}

TEST(Crc32c, PartByPartGivesTheWhole) {
    const std::string bytes = bytes_from(1, 11, 100);
    const std::string_view all = bytes;
    for (std::size_t cut = 0; cut <= all.size(); ++cut) {
        const std::string_view first = all.substr(0, cut), rest = all.substr(cut);
        EXPECT_EQ(crc32c(rest, crc32c(first)), crc32c(all)) << cut;
        EXPECT_EQ(crc32c_by_table(rest, crc32c_by_table(first)), crc32c(all)) << cut;
    }
}

}  // namespace
}  // namespace morgue::base
