#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <schema/snapshot.hpp>
#include <search/compiler.hpp>
#include <search/plan.hpp>
#include <search/small_index.hpp>

namespace morgue::test {
namespace {

std::string described(const SmallIndex& index, const std::string& text) {
    const auto snapshot = schema::Snapshot::open(index.dir());
    const auto plan = search::make_plan(*parsed(text).root(), snapshot);
    if (plan.refused) return "refused: " + plan.refused->code;
    std::string description = search::compile(plan).get_description();
    // 0.3 as a sum of powers of two.
    const std::string exact = "0.2999999999999999889";
    for (auto at = description.find(exact); at != std::string::npos; at = description.find(exact))
        description.replace(at, exact.size(), "0.3");
    return description;
}

std::vector<Article> two_languages() {
    return {
        article_of("en", "Strikes spread", "The rates rise. Give us a chance.",
                   {{Field::lang, "en"}}),
        article_of("de", "", "Herr Müller und die Häuser", {{Field::lang, "de"}}),
    };
}

TEST(Compiler, AWordIsItsStemsInAllLanguagesAndItsSurface) {
    const SmallIndex index(two_languages());
    EXPECT_EQ(described(index, "rates"),
              "Query(((rates SYNONYM ZXDErat SYNONYM Zrate) AND_MAYBE 0.3 * rates))");
}

TEST(Compiler, ALanguageAskedForNarrowsTheStems) {
    const SmallIndex index(two_languages());
    EXPECT_EQ(described(index, "rates lang:en"),
              "Query((((rates SYNONYM Zrate) AND_MAYBE 0.3 * rates) AND 0 * Len))");
}

TEST(Compiler, Shapes) {
    const SmallIndex index(two_languages());
    const std::vector<std::pair<std::string, std::string>> rows = {
        {"\"give us\"", "Query((give PHRASE 2 us))"},
        {"\"US rates\"", "Query(((us OR XACus) PHRASE 2 rates))"},
        {"\"Müller\"", "Query((muller SYNONYM mueller))"},
        {"U.S.", "Query(XACus)"},
        {"foo.com", "Query((foo PHRASE 2 com))"},
        {"\"e-mail list\"", "Query(((e PHRASE 3 mail PHRASE 3 list) OR (email PHRASE 2 list)))"},
        {"東京", "Query(東京)"},
        {"東京都知事", "Query((東京 PHRASE 4 京都 PHRASE 4 都知 PHRASE 4 知事))"},
        {"\"東京 2020\"", "Query((東京 PHRASE 3 京 PHRASE 3 2020))"},
        {"-rates", "Query((<alldocuments> AND_NOT (rates SYNONYM ZXDErat SYNONYM Zrate)))"},
        {"source:AP", "Query(0 * XSOURCEap)"},
        {"date:none", "Query(0 * XDATENONE)"},
        {"nosuch*", "Query()"},
    };
    for (const auto& [text, expected] : rows) EXPECT_EQ(described(index, text), expected) << text;
}

}  // namespace
}  // namespace morgue::test
