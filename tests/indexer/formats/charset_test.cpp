#include <gtest/gtest.h>

#include <indexer/readers/charset.hpp>

using namespace std::string_literals;

namespace morgue::indexer {
namespace {

struct Row {
    const char* name;
    std::string bytes;
    std::string declared;
    std::string text;
    std::int64_t offset;
};

TEST(Charset, BytesBecomeUtf8) {
    const Row rows[] = {
        {"ascii", "plain", "", "plain", 0},
        {"utf-8 is kept, line ends too", "caf\xC3\xA9\r\nx\n", "", "café\r\nx\n", 0},
        {"utf-8 mark",
         "\xEF\xBB\xBF"
         "caf\xC3\xA9",
         "", "café", 3},
        {"the mark outranks the label",
         "\xEF\xBB\xBF"
         "caf\xC3\xA9",
         "iso-8859-1", "café", 3},
        {"utf-16 le",
         "\xFF\xFE"
         "c\0\xE9\0"s,
         "", "cé", -1},
        {"utf-16 be", "\xFE\xFF\0c\0\xE9"s, "", "cé", -1},
        {"utf-16 pair", "\xFF\xFE\x3D\xD8\x00\xDE"s, "", "😀", -1},
        {"utf-32 le", "\xFF\xFE\0\0\xE9\0\0\0"s, "", "é", -1},
        {"utf-32 be", "\0\0\xFE\xFF\0\0\0\xE9"s, "", "é", -1},
        {"undeclared latin", "caf\xE9 \x93x\x94 \x80", "", "café “x” €", -1},
        {"latin-1 means windows-1252", "\x93\xE9\x94", " ISO-8859-1 ", "“é”", -1},
        {"us-ascii means windows-1252", "\x93\xE9\x94", "us-ascii", "“é”", -1},
        {"declared ascii keeps its offsets", "plain", "latin-1", "plain", 0},
        {"cyrillic", "\xCF\xF0\xE8\xE2\xE5\xF2", "windows-1251", "Привет", -1},
        {"koi8-r", "\xF0\xD2\xC9\xD7\xC5\xD4", "koi8-r", "Привет", -1},
        {"shift jis", "\x93\x8C\x8B\x9E", "Shift_JIS", "東京", -1},
        {"euc-jp", "\xC5\xEC\xB5\xFE", "euc-jp", "東京", -1},
        {"iso-2022-jp", "\x1B$BElK~\x1B(B", "iso-2022-jp", "東満", -1},
        {"gb2312 means its superset", "\xB1\xB1\xBE\xA9\x80\x80"s.substr(0, 4), "gb2312", "北京",
         -1},
        {"big5", "\xA5\x5F\xA8\xCA", "big5", "北京", -1},
        {"euc-kr", "\xBC\xAD\xBF\xEF", "euc-kr", "서울", -1},
        {"unknown label", "caf\xC3\xA9", "no-such-charset", "café", 0},
        {"label that is a path", "caf\xC3\xA9", "../../etc/passwd", "café", 0},
        {"wrong label over UTF-8", "caf\xC3\xA9", "iso-8859-1", "café", 0},
        {"wrong two-byte label over UTF-8", "\xE2\x80\x99x", "euc-jp", "’x", 0},
        {"utf-16 in an 8-bit page", "caf\xC3\xA9", "utf-16", "café", 0},
    };
    for (const Row& row : rows) {
        const auto result = decode_text(row.bytes, row.declared);
        const auto* decoded = std::get_if<DecodedText>(&result);
        ASSERT_NE(decoded, nullptr) << row.name;
        EXPECT_EQ(decoded->text, row.text) << row.name;
        EXPECT_EQ(decoded->offset, row.offset) << row.name;
    }
}

TEST(Charset, WhatIsNoTextIsRefused) {
    struct Refusal {
        const char* name;
        std::string bytes;
        std::string declared;
        SkipReason reason;
    };
    const Refusal rows[] = {
        {"bytes that are not the declared UTF-8", "caf\xE9 au lait", "utf-8",
         SkipReason::bad_encoding},
        {"mark of UTF-8 over other bytes",
         "\xEF\xBB\xBF"
         "caf\xE9",
         "", SkipReason::bad_encoding},
        {"half a UTF-16 unit",
         "\xFF\xFE"
         "a\0b"s,
         "", SkipReason::bad_encoding},
        {"lone surrogate",
         "\xFF\xFE\x00\xD8"
         "a\0"s,
         "", SkipReason::bad_encoding},
        {"cut UTF-32", "\xFF\xFE\0\0a\0"s, "", SkipReason::bad_encoding},
        {"cut two-byte character", "\x93\x8C\x8B", "shift_jis", SkipReason::bad_encoding},
        {"NUL bytes", "ab\0cd"s, "", SkipReason::binary},
        {"UTF-16 without a mark, too short to tell", "a\0b\0c\0"s, "", SkipReason::binary},
        {"control bytes", "\x01\x02\x03 text \x04\x05", "", SkipReason::binary},
        {"a picture", "\x89PNG\r\n\x1A\n\0\0\0\rIHDR"s, "", SkipReason::binary},
    };
    for (const Refusal& row : rows) {
        const auto result = decode_text(row.bytes, row.declared);
        const auto* unread = std::get_if<Unread>(&result);
        ASSERT_NE(unread, nullptr) << row.name;
        EXPECT_EQ(unread->reason, row.reason) << row.name;
    }
}

TEST(Charset, TheRefusalNamesTheDeclarationInPrintableAscii) {
    for (const std::string declared : {"UTF-8", "\xC3 utf-8\x1B"}) {
        const auto result = decode_text("caf\xE9", declared);
        EXPECT_EQ(std::get<Unread>(result).detail, "its bytes are not utf-8");
    }
}

}  // namespace
}  // namespace morgue::indexer
