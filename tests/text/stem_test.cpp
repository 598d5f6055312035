#include <random>
#include <string>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

#include <text/beginnings.hpp>
#include <text/fold.hpp>
#include <text/stem.hpp>

namespace morgue::text {
namespace {

std::string stem_of(std::string_view language, std::string_view word) {
    return stem(*find_language(language), fold(word));
}

TEST(Stem, BringsInflectionsTogether) {
    const struct {
        std::string_view language, one, other;
    } rows[] = {
        {"en", "rate", "rates"},     {"en", "company", "companies"}, {"de", "Haus", "Hauses"},
        {"fr", "grève", "grèves"},   {"es", "huelga", "huelgas"},    {"it", "governo", "governi"},
        {"ru", "выборы", "выборов"}, {"sv", "tidning", "tidningar"}, {"nl", "krant", "kranten"},
        {"pt", "cidade", "cidades"}, {"fi", "talo", "talossa"},      {"tr", "kitap", "kitaplar"},
    };
    for (const auto& row : rows) {
        EXPECT_EQ(stem_of(row.language, row.one), stem_of(row.language, row.other)) << row.one;
    }
}

// Pitfall 3: over-stemming.
TEST(Stem, KeepsDifferentWordsApart) {
    EXPECT_NE(stem_of("en", "news"), stem_of("en", "new"));
    EXPECT_NE(stem_of("en", "used"), stem_of("en", "us"));
}

TEST(Stem, IsTheSameWithAndWithoutAccents) {
    for (const auto& [language, accented, plain] : {std::tuple{"fr", "élections", "elections"},
                                                    {"es", "acción", "accion"},
                                                    {"de", "Häuser", "Hauser"},
                                                    {"pt", "eleições", "eleicoes"},
                                                    {"sv", "båtar", "batar"}}) {
        EXPECT_EQ(stem_of(language, accented), stem_of(language, plain)) << accented;
    }
}

void expect_kept_letters(const Language& language, const std::string& word) {
    const std::string stem = stem_form(language, word);
    const std::size_t kept = stem.size() > Beginnings::short_form ? language.kept_letters : 1;
    ASSERT_EQ(stem.substr(0, kept), word.substr(0, kept)) << language.name << ' ' << word;
}

// What Language::kept_letters promises: rules of these languages hardly take from the front.
TEST(Stem, BeginsAsItsWordDoes) {
    const std::vector<std::string> pieces = {
        "a",  "e",  "i",  "o",  "u",  "y",   "st", "r",  "n",    "t",     "s",    "l",
        "d",  "m",  "k",  "b",  "v",  "g",   "p",  "c",  "h",    "qu",    "ij",   "ing",
        "ed", "er", "aa", "ee", "oo", "ies", "tt", "ss", "ying", "ation", "heid", "ment"};
    std::mt19937 random(7);
    for (const Language& language : languages()) {
        if (language.kept_letters == 0) continue;
        for (const char* awkward : {"dying", "skies", "sseee", "ssueee"})
            expect_kept_letters(language, awkward);
        for (int i = 0; i < 4000; ++i) {
            std::string word;
            for (std::size_t left = 1 + random() % 6; left > 0; --left)
                word += pieces[random() % pieces.size()];
            expect_kept_letters(language, word);
        }
    }
}

TEST(Stem, OfNothingIsNothing) {
    EXPECT_EQ(stem(*find_language("en"), ""), "");
}

TEST(Stem, WorksInManyThreads) {
    std::vector<std::thread> threads;
    for (int i = 0; i < 8; ++i) {
        threads.emplace_back([] {
            for (int round = 0; round < 500; ++round) {
                EXPECT_EQ(stem_of("en", "companies"), "compani");
                EXPECT_EQ(stem_of("de", "Häuser"), "haus");
            }
        });
    }
    for (auto& thread : threads) thread.join();
}

}  // namespace
}  // namespace morgue::text
