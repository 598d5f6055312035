#include <algorithm>
#include <sstream>
#include <string>

#include <gtest/gtest.h>
#include <xapian.h>

#include <text/language.hpp>

namespace morgue::text {
namespace {

TEST(Languages, HaveOneRowEachInOrder) {
    EXPECT_TRUE(std::is_sorted(languages().begin(), languages().end(),
                               [](auto& a, auto& b) { return a.code < b.code; }));
    for (const auto& language : languages()) {
        EXPECT_EQ(find_language(language.code), &language);
        EXPECT_EQ(normal_language_code(language.code), language.code);
        EXPECT_EQ(language.script.size(), 4U);
    }
}

/// Every stemmer that Xapian has is in the table, but for historical and rival ones.
TEST(Languages, CoverXapiansStemmers) {
    const std::string no_languages = " earlyenglish german2 kraaij_pohlmann lovins porter ";
    std::istringstream names(Xapian::Stem::get_available_languages());
    for (std::string name; names >> name;) {
        const bool found = std::any_of(languages().begin(), languages().end(),
                                       [&](const auto& l) { return l.stemmer == name; });
        EXPECT_EQ(found, no_languages.find(" " + name + " ") == std::string::npos) << name;
    }
}

TEST(Languages, AreFoundByAnyFormOfTheirCode) {
    for (const std::string_view code :
         {"de", "DE", "de-AT", "DE_at", "deu", "ger", "de-Latn-CH-1996"}) {
        ASSERT_NE(find_language(code), nullptr) << code;
        EXPECT_EQ(find_language(code)->name, "German");
    }
    EXPECT_EQ(find_language("nb")->stemmer, "norwegian");
    EXPECT_EQ(find_language("nno")->stemmer, "norwegian");
    for (const std::string_view code : {"ja", "zh", "", "german", "d", "xyz", "de--AT"}) {
        EXPECT_EQ(find_language(code), nullptr) << code;
    }
}

TEST(LanguageCode, Table) {
    const struct {
        std::string_view tag, code;
    } rows[] = {
        {"ja", "ja"},  {"KO", "ko"},  {"zh-Hans-CN", "zh"}, {"uk_UA", "uk"},
        {"pl", "pl"},  {"deu", "de"}, {"ger", "de"},        {"fra", "fr"},
        {"fre", "fr"}, {"zho", "zh"}, {"chi", "zh"},        {"rum", "ro"},
        {"fas", "fa"}, {"per", "fa"}, {"nob", "nb"},        {"haw", "haw"},
        {"tgl", "tl"}, {"HEB", "he"}, {"srp-Cyrl", "sr"},   {"en-US-x-wire", "en"},
    };
    for (const auto& row : rows) EXPECT_EQ(normal_language_code(row.tag), row.code) << row.tag;
}

TEST(LanguageCode, RefusesWhatIsNoLanguageTag) {
    for (const std::string_view tag : {"",
                                       "e",
                                       "xx",
                                       "english",
                                       "xyz",
                                       "und",
                                       "mul",
                                       "mis",
                                       "zxx",
                                       "e1",
                                       "12",
                                       "en us",
                                       "en-",
                                       "-en",
                                       "_",
                                       "en--us",
                                       "en-toolongsubtag",
                                       "en.UTF-8",
                                       "\xC3\xA9n",
                                       "日本"}) {
        EXPECT_EQ(normal_language_code(tag), std::nullopt) << tag;
    }
    EXPECT_EQ(normal_language_code(std::string_view("e\0", 2)), std::nullopt);
}

}  // namespace
}  // namespace morgue::text
