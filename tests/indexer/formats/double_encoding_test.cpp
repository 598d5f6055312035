#include <string_view>

#include <gtest/gtest.h>

#include <indexer/formats/double_encoding.hpp>

namespace morgue::indexer {
namespace {

TEST(DoubleEncoding, IsUndoneWhereAllOfATextIsSo) {
    const struct {
        std::string_view twice;
        std::string_view once;
    } rows[] = {
        {"cafÃ© crÃ¨me brÃ»lÃ©e", "café crème brûlée"},
        {"â€œIt didnâ€™t rain,â€\u009d she said.", "“It didn’t rain,” she said."},
        {"Ð¼Ð¸Ñ€ Ð½Ð° Ð½Ð°Ñ\u0081", "мир на нас"},
        {"10â‚¬, 20â‚¬, 30â‚¬", "10€, 20€, 30€"},
    };
    for (const auto& row : rows)
        EXPECT_EQ(decoded_once_more(row.twice).value_or("nothing"), row.once) << row.twice;
}

TEST(DoubleEncoding, EveryOtherTextIsLeftAsItIs) {
    for (const std::string_view text : {
             "",
             "plain",
             "café crème brûlée",
             "мир на нас",
             "東京都知事",
             "one cafÃ© alone",                // by chance, perhaps
             "cafÃ© crÃ¨me brÃ»lÃ©e – naïve",  // and something that is none
             "cafÃ© crÃ¨me brÃ»lÃ©e, 東京",    // and letters that windows-1252 has not
             "Ã Ã Ã Ã",
             "SÃO PAULO, MARANHÃO, GUIMARÃES, JOÃO",
             "Â£ is a pound, and Â is a letter: Â, Â, Â",
         })
        EXPECT_EQ(decoded_once_more(text), std::nullopt) << text;
}

}  // namespace
}  // namespace morgue::indexer
