#include <string>

#include <gtest/gtest.h>

#include <base/crc32c.hpp>
#include <base/manifest.hpp>
#include <support/temporary_directory.hpp>

namespace morgue::base {
namespace {

constexpr std::size_t block = checksum_block_bytes;

std::string bytes_of(std::size_t size) {
    std::string bytes;
    for (std::size_t i = 0; i < size; ++i) bytes.push_back(static_cast<char>(i * i + i / block));
    return bytes;
}

Manifest sample() {
    return {{"iamglass", checksums_of(bytes_of(126))},
            {"one.glass", checksums_of(bytes_of(block))},
            {"three.glass", checksums_of(bytes_of(2 * block + 1))},
            {"none", checksums_of("")}};
}

TEST(Checksummer, GivesEachBlockItsChecksum) {
    const std::string bytes = bytes_of(2 * block + 10);
    const FileChecksums sums = checksums_of(bytes);
    EXPECT_EQ(sums.bytes, bytes.size());
    EXPECT_EQ(sums.blocks, (std::vector<std::uint32_t>{crc32c(bytes.substr(0, block)),
                                                       crc32c(bytes.substr(block, block)),
                                                       crc32c(bytes.substr(2 * block))}));
}

TEST(Checksummer, PiecesDoNotMatter) {
    const std::string bytes = bytes_of(3 * block);
    for (const std::size_t piece :
         {std::size_t{1}, std::size_t{1000}, block - 1, block, block + 1}) {
        Checksummer checksummer;
        for (std::size_t at = 0; at < bytes.size(); at += piece)
            checksummer.add(std::string_view(bytes).substr(at, piece));
        EXPECT_EQ(checksummer.finish(), checksums_of(bytes)) << piece;
    }
}

TEST(Checksummer, SwappedBlocksAreAnotherFile) {
    const std::string bytes = bytes_of(2 * block);
    const FileChecksums sums = checksums_of(bytes);
    const FileChecksums swapped = checksums_of(bytes.substr(block) + bytes.substr(0, block));
    EXPECT_NE(sums.whole(), swapped.whole());
}

TEST(Manifest, IsReadAsItWasWritten) {
    const std::string bytes = encode(sample());
    EXPECT_EQ(decode_manifest(bytes), sample());
    const auto head = decode_manifest_head(bytes);
    ASSERT_TRUE(head);
    EXPECT_EQ(head->manifest_bytes, bytes.size());
    ASSERT_EQ(head->files.size(), 4U);
    EXPECT_EQ(head->files[0].name, "iamglass");
    EXPECT_EQ(head->files[0].bytes, 126U);
    EXPECT_EQ(head->files[0].whole, sample().at("iamglass").whole());
}

TEST(Manifest, EveryChangedBitIsSeen) {
    const std::string whole = encode(sample());
    for (std::size_t bit = 0; bit < 8 * whole.size(); ++bit) {
        std::string bytes = whole;
        bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ (1 << bit % 8));
        EXPECT_FALSE(decode_manifest(bytes)) << bit;
    }
}

TEST(Manifest, EveryOtherLengthIsSeen) {
    const std::string whole = encode(sample());
    for (std::size_t length = 0; length < whole.size(); ++length)
        EXPECT_FALSE(decode_manifest(whole.substr(0, length))) << length;
    EXPECT_FALSE(decode_manifest(whole + '\0'));
}

TEST(Manifest, TellsOfAFolder) {
    const test::TemporaryDirectory folder;
    folder.write("one.glass", bytes_of(100 * block + 5));
    folder.write("none", "");
    EXPECT_EQ(manifest_of(folder.path()),
              (Manifest{{"none", {}}, {"one.glass", checksums_of(bytes_of(100 * block + 5))}}));
}

}  // namespace
}  // namespace morgue::base
