#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <search/small_index.hpp>
#include <search/snippet.hpp>

namespace morgue::test {
namespace {

/// Passages of the one article of an index, lit words in brackets, passages parted by " | ".
std::string passages(const std::string& body, const std::string& query, SearchOptions options) {
    const SmallIndex index({article_of("a", "Some title", body)});
    const auto results = index.searcher().search(parsed(query), options);
    std::string all;
    for (const Snippet& snippet : results.hits.at(0).snippets) {
        const ByteRange& in = snippet.in_article;
        EXPECT_EQ(body.substr(in.begin, in.end - in.begin), snippet.text);
        all += (all.empty() ? "" : " | ") + bracketed(snippet.text, snippet.highlights);
    }
    return all;
}

TEST(Snippet, Table) {
    const std::string filler = "It was a calm day in the small town by the sea. ";
    const std::string text = filler + filler + "Then a storm came up. The rain fell. " + filler +
                             filler + "Later the storm corps left (\"at last\"). " + filler;
    const std::string before = "aa bb cc dd ee ff gg hh ";
    const std::string after = " ii jj kk ll mm nn oo pp qq rr";
    struct Row {
        const char* name;
        std::string body;
        const char* query;
        std::size_t count;
        std::size_t width;
        const char* expected;
    };
    const std::vector<Row> rows = {
        {"the sentence of the match", text, "storm", 1, 40,
         "Then a [storm] came up. The rain fell. It"},
        {"most different words first", text, "storm corps", 1, 50,
         "Later the [storm] [corps] left (\"at last\"). It was a"},
        {"two passages in the order of the text", text, "storm corps", 2, 50,
         "Then a [storm] came up. The rain fell. It was a calm | "
         "Later the [storm] [corps] left (\"at last\"). It was a"},
        {"a phrase is one run", text, "\"storm corps\"", 3, 50,
         "Later the [storm corps] left (\"at last\"). It was a"},
        {"opening marks stay with their word", text, "last", 1, 12, "(\"at [last]\")."},
        {"whole words without a near sentence start", "aaaa bbbb cccc dddd eeee ffff gggg", "eeee",
         1, 15, "dddd [eeee] ffff"},
        {"the end of the text fills the passage", "aaaa bbbb cccc dddd eeee", "eeee", 1, 15,
         "cccc dddd [eeee]"},
        {"matched by the title only", text, "title:some", 1, 30, "It was a calm day in the small"},
        {"white space as stored", "One\n\n two\tthree", "two", 1, 100, "One\n\n [two]\tthree"},
        {"unspaced script", "東京都知事が会見した。大阪の話。", "会見", 1, 24,
         "東京都知事が[会見]"},
        {"adjacent sentences of unspaced script", "東京都知事が。会見した。大阪の話。", "会見", 1,
         15, "[会見]した。"},
        {"an address is not cut", before + "https://example.org/cc/dd ee storm" + after, "storm", 1,
         50, "https://example.org/cc/dd ee [storm] ii jj kk ll mm"},
        {"an address before many matches", before + "x.org/storm/storm storm storm" + after,
         "storm", 1, 24, "x.org/[storm]/[storm] [storm]"},
        {"behind an address that is out of reach", "https://example.org/cc/dd ee storm", "storm", 1,
         20, "ee [storm]"},
        {"a match within an address", "see https://example.org/storm/dd now", "storm", 1, 12,
         "[storm]/dd now"},
        {"the text of a link is not cut", before + "[cc dd ee ff](http://x.org) storm" + after,
         "storm", 1, 50, "[cc dd ee ff](http://x.org) [storm] ii jj kk ll mm nn"},
        {"brackets that are no link", before + "[cc dd ee ff] storm" + after, "storm", 1, 20,
         "ee ff] [storm] ii jj"},
        {"a lit run longer than the width", "aa bb cc dd ee ff gg", "\"bb cc dd ee ff\"", 1, 8,
         "[bb cc dd]"},
        {"no passage asked for", text, "storm", 0, 40, ""},
        {"width of nothing", "aa storm bb", "storm", 1, 0, "[storm]"},
    };
    for (const Row& row : rows) {
        const SearchOptions options{.snippets = row.count, .snippet_width = row.width};
        EXPECT_EQ(passages(row.body, row.query, options), row.expected) << row.name;
    }
}

TEST(Snippet, AMatchFarIntoTheTextIsShown) {
    std::string body;
    while (body.size() < 200'000) body += "Nothing happened on this day, as on any other. ";
    body += "Then a zebra crossed. ";
    for (int i = 0; i < 1000; ++i) body += "And nothing more. ";
    EXPECT_EQ(passages(body, "zebra", {.snippet_width = 40}),
              "Then a [zebra] crossed. And nothing more.");
}

TEST(Snippet, AWordWithoutEndIsCutAtACharacter) {
    std::string body = "storm ";
    for (int i = 0; i < 10'000; ++i) body += "é";
    const SmallIndex index({article_of("a", "", body)});
    const auto hit = index.searcher().search(parsed("ééé*"), {.snippet_width = 101}).hits.at(0);
    ASSERT_EQ(hit.snippets.size(), 1U);
    EXPECT_EQ(hit.snippets[0].text.size(), 100U);
    EXPECT_EQ(hit.snippets[0].highlights, std::vector<ByteRange>({{0, 100}}));
}

TEST(Snippet, AnArticleWithoutWordsHasNone) {
    const SmallIndex index({article_of("a", "Storm", "…")});
    EXPECT_TRUE(index.searcher().search(parsed("storm")).hits.at(0).snippets.empty());
}

TEST(Snippet, ManyPassagesAreDisjointAndAscend) {
    std::string body;
    for (int i = 0; i < 500; ++i) body += i % 7 == 0 ? "storm rain. " : "some other words here ";
    const SmallIndex index({article_of("a", "", body)});
    const auto hit = index.searcher()
                         .search(parsed("storm rain"), {.snippets = 1000, .snippet_width = 60})
                         .hits.at(0);
    ASSERT_GT(hit.snippets.size(), 20U);
    for (std::size_t i = 1; i < hit.snippets.size(); ++i)
        EXPECT_LE(hit.snippets[i - 1].in_article.end, hit.snippets[i].in_article.begin);
    for (const Snippet& snippet : hit.snippets) EXPECT_LE(snippet.text.size(), 72U);
}

}  // namespace
}  // namespace morgue::test
