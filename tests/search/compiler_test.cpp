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
    std::string description = search::compile(plan, snapshot).get_description();
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
        {"\"give us\"", "Query(PostingSource(phrase give us))"},
        {"\"US rates\"",
         "Query((((us OR XACus) AND rates) FILTER PostingSource(phrase us|XACus rates)))"},
        {"\"Müller\"", "Query((muller SYNONYM mueller))"},
        {"U.S.", "Query(XACus)"},
        {"foo.com", "Query(PostingSource(phrase foo com))"},
        {"\"e-mail list\"",
         "Query((((e AND mail AND list) FILTER PostingSource(phrase e mail list)) OR ((email AND "
         "list) FILTER PostingSource(phrase email list))))"},
        {"東京", "Query(東京)"},
        {"東京都知事", "Query(PostingSource(phrase 東京 京都 都知 知事))"},
        {"\"東京 2020\"", "Query(PostingSource(phrase 東京 京 2020))"},
        {"-rates", "Query((<alldocuments> AND_NOT (rates SYNONYM ZXDErat SYNONYM Zrate)))"},
        {"source:AP", "Query(0 * XSOURCEap)"},
        {"date:none", "Query(0 * XDATENONE)"},
        {"nosuch*", "Query()"},
    };
    for (const auto& [text, expected] : rows) EXPECT_EQ(described(index, text), expected) << text;
}

}  // namespace
}  // namespace morgue::test
