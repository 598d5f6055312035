#include <gtest/gtest.h>

#include <indexer/formats/dateline.hpp>

namespace morgue::indexer {
namespace {

struct Row {
    std::string_view line;
    std::string_view place;
    std::string_view agency;
    std::string_view date;
};

TEST(Dateline, PlaceAgencyAndDateAreRead) {
    constexpr Row rows[] = {
        {"PARIS (AP) - Rain fell.", "PARIS", "AP", ""},
        {"PARIS (AP) — Rain fell.", "PARIS", "AP", ""},
        {"PARIS (AP) -- Rain fell.", "PARIS", "AP", ""},
        {"LONDON, March 3 (Reuters) – Rain fell.", "LONDON", "Reuters", "March 3"},
        {"LONDON, March 3, 2019 (Reuters) – Rain fell.", "LONDON", "Reuters", "March 3, 2019"},
        {"SEOUL, Oct. 23 (Yonhap) -- Rain fell.", "SEOUL", "Yonhap", "Oct. 23"},
        {"WASHINGTON — Rain fell.", "WASHINGTON", "", ""},
        {"WASHINGTON, D.C. — Rain fell.", "WASHINGTON, D.C.", "", ""},
        {"NEW YORK – Rain fell.", "NEW YORK", "", ""},
        {"ST. LOUIS, March 3 - Rain fell.", "ST. LOUIS", "", "March 3"},
        {"AUSTIN, Texas (AP) - Rain fell.", "AUSTIN, Texas", "AP", ""},
        {"Berlin (dpa) - Es regnete.", "Berlin", "dpa", ""},
        {"Berlin/Hamburg (dpa) – Es regnete.", "Berlin/Hamburg", "dpa", ""},
        {"PARIS, 3 mars (AFP) - Il pleuvait.", "PARIS", "AFP", "3 mars"},
        {"Ciudad de México (EFE).- x - Llovía.", "", "", ""},
        {"دمشق، سوريا (CNN) -- أكدت جهات", "دمشق, سوريا", "CNN", ""},
        {"МОСКВА, 3 марта (Interfax) - Шёл дождь.", "МОСКВА", "Interfax", "3 марта"},
        {"SPRINGFIELD (Evening Herald) - Rain fell.", "SPRINGFIELD", "Evening Herald", ""},
    };
    for (const Row& row : rows) {
        const auto found = read_dateline(row.line).value_or(Dateline{});
        EXPECT_EQ(found.place, row.place) << row.line;
        EXPECT_EQ(found.agency, row.agency) << row.line;
        EXPECT_EQ(found.date, row.date) << row.line;
    }
}

TEST(Dateline, RunningTextHasNone) {
    for (const std::string_view line : {"",
                                        "-",
                                        "PARIS",
                                        "PARIS (AP)",
                                        "PARIS (AP) -",
                                        "Rain fell - and fell.",
                                        "Wien – Die Gewerkschaft",
                                        "BREAKING — Rain fell.",
                                        "UPDATE 1 - Rain fell.",
                                        "UPDATE — Rain fell.",
                                        "NASA - the agency",
                                        "COVID-19 — what is known",
                                        "Apple (iOS) - the system",
                                        "Microsoft (the company) - said so",
                                        "The storm — a big one",
                                        "STATE-OF-THE-ART work",
                                        "EXCLUSIVE (AP) - Rain fell.",
                                        "storm (AP) - Rain fell.",
                                        "3,000 TROOPS — they came",
                                        "USB電源で温める手袋— 上海問屋",
                                        "RAIN, SNOW, ICE, WIND, SUN, FOG — all at once"})
        EXPECT_FALSE(read_dateline(line)) << line;
}

TEST(Dateline, TheSentenceBeginsAfterIt) {
    constexpr std::string_view line = "PARIS (AP) --  Rain fell.";
    ASSERT_TRUE(read_dateline(line));
    EXPECT_EQ(line.substr(read_dateline(line)->end), "Rain fell.");
}

}  // namespace
}  // namespace morgue::indexer
