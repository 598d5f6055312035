#include <zdict.h>

#include <gtest/gtest.h>

#include "packed.hpp"

namespace morgue::indexer {
namespace {

const Files files{{"a.txt", "One"}, {"2019/b.html", "Two"}, {"c.pdf", "%PDF"}, {".d.txt", "Three"}};

TEST(Archive, GivesWhatIsReadAndNamesTheRest) {
    const std::string wanted = "a.txt: One|2019/b.html: Two|c.pdf: no reader";
    EXPECT_EQ(told("x.zip", archived(files, "zip")), wanted);
    EXPECT_EQ(told("x.tar", archived(files, "ustar")), wanted);
    EXPECT_EQ(told("x.tar.gz", gzipped(archived(files, "paxr"))), wanted);
    EXPECT_EQ(told("x.tgz", gzipped(archived(files, "gnutar"))), wanted);
    EXPECT_EQ(told("x.tar.zst", zstd(archived(files, "ustar"))), wanted);
}

TEST(Archive, NamesAreOnlyLabels) {
    EXPECT_EQ(told("x.tar", archived({{"../../etc/a.txt", "One"}, {"/b.txt", "Two"}}, "ustar")),
              "../../etc/a.txt: One|/b.txt: Two");
    EXPECT_EQ(told("x.zip", archived({{"a\x1B[2J\n.txt", "One"}}, "zip")), "a\x1B[2J\n.txt: One");
    EXPECT_EQ(told("x.tar", archived({{"a.txt", "One"}, {"a.txt", "Two"}}, "ustar")),
              "a.txt: One|a.txt#2: Two");
    EXPECT_EQ(told("x.zip", archived({{"\xD0\x94.txt", "One"}}, "zip")), "\xD0\x94.txt: One");
}

TEST(Archive, ADamagedMemberCostsItself) {
    std::string text;
    for (int i = 0; i < 2000; ++i) text += std::to_string(i * i);
    std::string bytes = archived({{"a.txt", "One"}, {"b.txt", text}, {"c.txt", "Three"}}, "zip");
    const std::size_t body = bytes.find("b.txt") + 200;
    for (std::size_t i = 0; i < 400; ++i) bytes[body + i] = static_cast<char>(0xFF);
    EXPECT_EQ(told("x.zip", bytes), "a.txt: One|b.txt: malformed|c.txt: Three");

    bytes = archived({{"a.txt", "One"}, {"b.txt", "Two"}, {"c.txt", "Three"}}, "ustar");
    bytes[bytes.find("b.txt") + 2] = '!';
    EXPECT_EQ(told("x.tar", bytes), "a.txt: One|after member 1: malformed|c.txt: Three");
}

TEST(Archive, WhatIsNoArchiveIsNamed) {
    EXPECT_EQ(told("x.zip", "Not a zip file at all."), "after member 0: malformed");
    EXPECT_EQ(told("x.tar.gz", "Not a tar file."), "after member 0: malformed");
    const std::string whole = gzipped(archived(files, "ustar"));
    EXPECT_NE(told("x.tar.gz", whole.substr(0, whole.size() / 2)).find("malformed"),
              std::string::npos);
}

TEST(Archive, WhatGrowsTooLargeCostsItself) {
    const std::string zeros(most_bytes + 1, '0');
    EXPECT_EQ(told("x.zip", archived({{"a.txt", zeros}, {"b.txt", "Two"}}, "zip")),
              "a.txt: too large|b.txt: Two");
    EXPECT_EQ(told("x.zip", archived({{"a.txt.gz", gzipped(zeros)}, {"b.txt", "Two"}}, "zip")),
              "a.txt.gz: too large|b.txt: Two");
}

TEST(Archive, AnArchiveInItThatIsTooLargeIsNamed) {
    const std::string inner = archived({{"a.txt", std::string(most_bytes, '0')}}, "ustar");
    const auto members =
        members_of("x.zip", archived({{"in.tar", inner}, {"b.txt", "Two"}}, "zip"));
    EXPECT_EQ(told(members), "in.tar: too large|b.txt: Two");
    EXPECT_EQ(members[0].unread->detail, "over the limit of 1048576 bytes");
}

std::string with_dictionary(std::string_view text, std::string_view dictionary) {
    ZSTD_CCtx* context = ZSTD_createCCtx();
    std::string out(ZSTD_compressBound(text.size()), '\0');
    out.resize(ZSTD_compress_usingDict(context, out.data(), out.size(), text.data(), text.size(),
                                       dictionary.data(), dictionary.size(), 3));
    ZSTD_freeCCtx(context);
    return out;
}

/// As a crawl begins with it.
std::string frame_of(const std::string& dictionary) {
    std::string frame = "\x5D\x2A\x4D\x18";
    for (std::size_t size = dictionary.size(), i = 0; i < 4; ++i, size >>= 8U)
        frame += static_cast<char>(size & 0xFFU);
    return frame + dictionary;
}

TEST(Zstandard, ADictionaryIsUsedWhereTheFileHoldsIt) {
    const std::string dictionary = "Nobody sailed from the harbour on Monday, and all stayed.";
    const std::string tar = archived({{"a.txt", "Nobody sailed from the harbour."}}, "ustar");
    const std::string packed = with_dictionary(tar, dictionary);
    const std::string wanted = "a.txt: Nobody sailed from the harbour.";
    EXPECT_EQ(told("x.tar.zst", frame_of(dictionary) + packed), wanted);
    EXPECT_EQ(told("x.tar.zst", frame_of(zstd(dictionary)) + packed), wanted);
    EXPECT_NE(told("x.tar.zst", packed).find("malformed"), std::string::npos);
    EXPECT_NE(told("x.tar.zst", frame_of(dictionary).substr(0, 20)).find("malformed"),
              std::string::npos);
}

TEST(Zstandard, ADictionaryThatIsMissingIsNamed) {
    std::string samples;
    std::vector<std::size_t> sizes;
    for (int i = 0; i < 2000; ++i) {
        const std::string text = "Nobody sailed on day " + std::to_string(i * i) + " of the storm";
        samples += text;
        sizes.push_back(text.size());
    }
    std::string dictionary(4096, '\0');
    dictionary.resize(ZDICT_trainFromBuffer(dictionary.data(), dictionary.size(), samples.data(),
                                            sizes.data(), static_cast<unsigned>(sizes.size())));
    const std::string tar = archived({{"a.txt", "Nobody sailed"}}, "ustar");
    const std::string packed = with_dictionary(tar, dictionary);
    EXPECT_EQ(told("x.tar.zst", frame_of(dictionary) + packed), "a.txt: Nobody sailed");
    const auto members = members_of("x.tar.zst", packed);
    ASSERT_EQ(members.size(), 1U);
    EXPECT_EQ(members[0].unread->detail,
              "it is compressed with a dictionary that it does not hold");
}

TEST(Archive, APasswordIsNotAskedFor) {
    const std::string bytes = archived({{"a.txt", "One"}}, "zip", "zip:encryption=zipcrypt");
    EXPECT_EQ(told("x.zip", bytes), "a.txt: encrypted");
}

TEST(Members, ContainersInContainersAreOpened) {
    std::string bytes = archived({{"a.txt", "One"}, {"b.txt.gz", gzipped("Two")}}, "zip");
    bytes = archived({{"in.zip", bytes}, {"c.txt", "Three"}}, "ustar");
    const auto members = members_of("x.tar", bytes);
    EXPECT_EQ(told(members), "in.zip!a.txt: One|in.zip!b.txt.gz: Two|c.txt: Three");
    EXPECT_EQ(members[1].name, "b.txt");
    EXPECT_EQ(members[0].facts.path, "in.zip/a.txt");
    for (int depth = 0; depth < 3; ++depth) bytes = archived({{"in.zip", bytes}}, "zip");
    EXPECT_EQ(told("x.zip", bytes), "in.zip!in.zip!in.zip: too large");
}

TEST(Members, AFileThatGrowsBeyondMeasureIsLeft) {
    Files many;
    const std::string zeros(most_bytes - 1, '0');
    for (int i = 0; i < 300; ++i) many.emplace_back(std::to_string(i) + ".txt", zeros);
    Members members(memory_input(archived(many, "zip")), "x.zip", {most_bytes});
    std::size_t read = 0;
    std::size_t refused = 0;
    while (const auto member = members.next()) ++(member->unread ? refused : read);
    EXPECT_EQ(read, 256U);
    EXPECT_EQ(refused, 1U);
}

TEST(Decompressed, PiecesFollowEachOther) {
    const auto input = memory_input(gzipped("One ") + gzipped("and two") + std::string(512, '\0'));
    EXPECT_EQ(std::get<std::string>(decompressed(*input, Compression::gzip, 100)), "One and two");
    EXPECT_TRUE(std::holds_alternative<Unread>(decompressed(*input, Compression::gzip, 10)));
    const auto other = memory_input(gzipped("One ") + "rest");
    EXPECT_TRUE(std::holds_alternative<Unread>(decompressed(*other, Compression::gzip, 100)));
}

TEST(Packing, IsToldByTheName) {
    EXPECT_EQ(format_named("a/x.HTML.GZ"), "HTML");
    EXPECT_EQ(format_named("x.tar.zst"), "tar");
    EXPECT_EQ(format_named("x.warc.gz"), "WARC");
    EXPECT_EQ(format_named("x.gz"), "text");
    EXPECT_EQ(format_named("x.pdf.gz"), "");
    EXPECT_EQ(format_named(".zip"), "");
    EXPECT_EQ(format_named("x.zip.gz"), "");
    EXPECT_EQ(packing_of("x.xml.bz2").inner, "x.xml");
}

}  // namespace
}  // namespace morgue::indexer
