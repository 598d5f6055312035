#include <gtest/gtest.h>

#include <indexer/formats/byline.hpp>

namespace morgue::indexer {
namespace {

std::string names_in(std::string_view line) {
    const auto names = read_byline(line);
    std::string all;
    for (const std::string& name : names.value_or(std::vector<std::string>())) {
        if (!all.empty()) all += "; ";
        all += name;
    }
    return all;
}

TEST(Byline, NamesAreRead) {
    constexpr std::pair<std::string_view, std::string_view> rows[] = {
        {"By Jane Doe", "Jane Doe"},
        {"BY JANE DOE", "JANE DOE"},
        {"By: Jane Doe", "Jane Doe"},
        {"  By Jane Doe  ", "Jane Doe"},
        {"By Jane Doe and John Roe", "Jane Doe; John Roe"},
        {"By Jane Doe and John Roe, Staff Writer", "Jane Doe; John Roe"},
        {"By Jane Doe, John Roe and Max Foe", "Jane Doe; John Roe; Max Foe"},
        {"By Jane Doe, Associated Press", "Jane Doe"},
        {"By Jane Doe of The Associated Press", "Jane Doe"},
        {"By Jane Doe in Paris", "Jane Doe"},
        {"By Jane Doe, chief correspondent", "Jane Doe"},
        {"By J. R. O'Neill-Smith Jr.", "J. R. O'Neill-Smith Jr."},
        {"By Ludwig van der Berg", "Ludwig van der Berg"},
        {"By Reuters Staff", "Reuters Staff"},
        {"By REUTERS", "REUTERS"},
        {"By The Associated Press", "The Associated Press"},
        {"Von Jana Müller und Jörg Öhl", "Jana Müller; Jörg Öhl"},
        {"Par Élise Dupont et Jean Petit", "Élise Dupont; Jean Petit"},
        {"Por María Núñez y Juan Gil", "María Núñez; Juan Gil"},
    };
    for (const auto& [line, names] : rows) EXPECT_EQ(names_in(line), names) << line;
}

TEST(Byline, RunningTextHasNone) {
    for (const std::string_view line :
         {"By",
          "By ",
          "By Monday the storm had passed.",
          "By Monday",
          "By March 2019",
          "By then",
          "By Tuesday Evening",
          "By night in Chile",
          "By The Time",
          "By the river",
          "by Jane Doe",
          "By Jane",
          "By Jane Doe the storm had passed",
          "By Prime Minister Boris Johnson, the government had decided",
          "By 2019 Jane Doe",
          "By Jane Doe who wrote it",
          "Von Montag an gilt",
          "Par exemple",
          "Bye Jane Doe",
          "By far the Best Film of the Year",
          "By way of Paris, the train went on",
          "By Jane Doe in 1999"})
        EXPECT_EQ(names_in(line), "") << line;
}

}  // namespace
}  // namespace morgue::indexer
