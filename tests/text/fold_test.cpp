#include <memory>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include <gtest/gtest.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <text/fold.hpp>
#include <text/utf8.hpp>

namespace morgue::text {
namespace {

constexpr UChar32 last_code = 0x10FFFF;

bool is_surrogate(UChar32 code) {
    return code >= 0xD800 && code <= 0xDFFF;
}

std::string utf8(UChar32 code) {
    char bytes[U8_MAX_LENGTH];
    int length = 0;
    U8_APPEND_UNSAFE(bytes, length, code);
    return std::string(bytes, static_cast<std::size_t>(length));
}

TEST(Fold, Table) {
    const struct {
        std::string_view text, folded;
    } rows[] = {
        {"", ""},
        {"Zebra 42!", "zebra 42!"},
        {"Café CAFÉ cafe\u0301", "cafe cafe cafe"},        // pitfall 9
        {"Straße STRASSE ẞ", "strasse strasse ss"},        // pitfall 10
        {"montréal montre\u0301al", "montreal montreal"},  // pitfall 10, decomposed
        {"Ærø Łódź Đorđe Þór Œuvre", "aero lodz dorde thor oeuvre"},
        {"İstanbul ISPARTA ılık", "istanbul isparta ilik"},
        {"ﬁnal ＮＨＫ ½ ①", "final nhk 1⁄2 1"},
        {"co\u00ADoperate \u200Dx\uFE0F", "cooperate x"},
        {"Ἀθῆναι ΣΊΣΥΦΟΣ σίσυφος", "αθηναι σισυφοσ σισυφοσ"},
        {"Чайковский ЁЛКА Київ", "чайковский елка киів"},
        {"и\u0306 и\u0301 и\u0301\u0306", "й и й"},
        {"أَحْمَد آل", "احمد ال"},
        {"שָׁלוֹם", "שלום"},
        {"क़ानून हिंदी", "क\u093Cानून हिंदी"},  // vowels are no accents
        {"ｶﾞｷﾞ がぎ ガギ", "ガギ がぎ ガギ"},
        {"한국 \u1112\u1161\u11AB국", "한국 한국"},
        {"ไทย ກຳ", "ไทย ກ\u0ECDາ"},
        {"Việt Nam", "viet nam"},
    };
    for (const auto& row : rows) EXPECT_EQ(fold(row.text), row.folded) << row.text;
}

/// What is known of some letters without asking ICU is what ICU says.
TEST(Fold, SpellsLatinLettersAsIcuDoes) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::Transliterator> latin_ascii(
        icu::Transliterator::createInstance("Latin-ASCII", UTRANS_FORWARD, status));
    ASSERT_TRUE(U_SUCCESS(status));
    std::size_t letters = 0;
    for (UChar32 code = 0xC0; code < 0x250; ++code) {
        const bool two_signs = code == U'ŀ' || code == U'ŉ';
        if (two_signs || u_charType(code) != U_LOWERCASE_LETTER) continue;
        icu::UnicodeString spelled(code);
        latin_ascii->transliterate(spelled);
        std::string expected;
        spelled.foldCase().toUTF8String(expected);
        EXPECT_EQ(fold(utf8(code)), expected) << "U+" << std::hex << code;
        ++letters;
    }
    EXPECT_GT(letters, 150U);
}

TEST(Fold, IsIdempotentForEveryCharacter) {
    for (UChar32 code = 0; code <= last_code; ++code) {
        if (is_surrogate(code)) continue;
        const auto once = fold(utf8(code));
        ASSERT_EQ(fold(once), once) << "U+" << std::hex << code;
    }
}

/// The quick ways through fold() must agree with the long one, which a neighbour that only ICU
/// can judge enforces.
TEST(Fold, GivesACharacterTheSameFormInEveryCompany) {
    const std::string devanagari = "\u0915";
    for (UChar32 code = 0; code <= last_code; ++code) {
        if (is_surrogate(code)) continue;
        const auto character = utf8(code);
        ASSERT_EQ(fold(devanagari + " " + character),
                  devanagari + " " + fold(" " + character).substr(1))
            << "U+" << std::hex << code;
    }
}

TEST(Fold, IsIdempotentForRandomNeighbours) {
    std::mt19937 random(20190304);
    std::uniform_int_distribution<UChar32> low(0, 0x700);
    std::uniform_int_distribution<UChar32> any(0, 0x1FFFF);
    for (int round = 0; round < 100'000; ++round) {
        std::string text;
        for (int i = 0; i < 6; ++i) {
            const UChar32 code = i % 2 == 0 ? low(random) : any(random);
            if (!is_surrogate(code)) text += utf8(code);
        }
        const auto once = fold(text);
        ASSERT_EQ(fold(once), once) << text;
    }
}

TEST(Fold, MakesCanonicallyEqualTextsEqual) {
    for (UChar32 code = 0; code <= last_code; ++code) {
        if (is_surrogate(code)) continue;
        const auto character = utf8(code);
        const auto composed = compose(character);
        ASSERT_EQ(fold(composed), fold(character)) << "U+" << std::hex << code;
        ASSERT_EQ(compose(composed), composed) << "U+" << std::hex << code;
    }
}

TEST(Fold, GivesWellFormedTextForAnyBytes) {
    std::mt19937 random(7);
    std::uniform_int_distribution<int> byte(0, 255);
    for (int round = 0; round < 20'000; ++round) {
        std::string bytes;
        for (int i = 0; i < 8; ++i) bytes += static_cast<char>(byte(random));
        ASSERT_TRUE(is_valid_utf8(fold(bytes)));
        ASSERT_TRUE(is_valid_utf8(compose(bytes)));
    }
}

TEST(Fold, AppendsToWhatIsThere) {
    std::string out = "kept:";
    append_folded(out, "ÉTÉ");
    append_folded(out, "-क़");
    EXPECT_EQ(out, "kept:ete-क\u093C");
}

TEST(Fold, WorksInManyThreads) {
    std::vector<std::thread> threads;
    for (int i = 0; i < 8; ++i) {
        threads.emplace_back([] {
            for (int round = 0; round < 200; ++round)
                EXPECT_EQ(fold("Łódź Ærø क़"), "lodz aero क\u093C");
        });
    }
    for (auto& thread : threads) thread.join();
}

TEST(Compose, KeepsAccentsAndCase) {
    EXPECT_EQ(compose("E\u0301tat"), "État");
    EXPECT_EQ(compose("O'Brien"), "O'Brien");
    EXPECT_EQ(compose("ﬁ"), "ﬁ");
}

}  // namespace
}  // namespace morgue::text
