#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <search/small_index.hpp>

namespace morgue::test {
namespace {

using Texts = std::vector<std::string>;

std::vector<Snippet> passages_of(const std::string& body, const char* query, std::size_t context) {
    const SmallIndex index({article_of("a", "", body)});
    const Searcher searcher = index.searcher();
    const auto article = searcher.article(id_of("a"));
    return searcher.passages(parsed(query), *article, context);
}

Texts shown(const std::string& body, const char* query, std::size_t context = 0) {
    Texts texts;
    for (const Snippet& passage : passages_of(body, query, context)) {
        EXPECT_EQ(passage.text, body.substr(passage.in_article.begin,
                                            passage.in_article.end - passage.in_article.begin));
        texts.push_back(bracketed(passage.text, passage.highlights));
    }
    return texts;
}

const std::string story =
    "The first came. Then a storm rose.  Nobody saw it. “Storms do that,” he said. It passed.\n\n"
    "A new day. The storm corps left.\n";

TEST(Passages, AreWholeSentences) {
    EXPECT_EQ(shown(story, "storm"), (Texts{"Then a [storm] rose.", "“[Storms] do that,” he said.",
                                            "The [storm] corps left."}));
    EXPECT_EQ(shown(story, "\"storm corps\""), Texts{"The [storm corps] left."});
}

TEST(Passages, HaveSentencesBeforeAndAfter) {
    EXPECT_EQ(shown(story, "corps", 1), Texts{"A new day. The storm [corps] left."});
    EXPECT_EQ(shown(story, "nobody", 1),
              Texts{"Then a storm rose.  [Nobody] saw it. “Storms do that,” he said."});
    EXPECT_EQ(shown(story, "first", 1), Texts{"The [first] came. Then a storm rose."});
}

TEST(Passages, ThatTouchAreOne) {
    EXPECT_EQ(shown(story, "nobody OR rose"), Texts{"Then a storm [rose].  [Nobody] saw it."});
    EXPECT_EQ(shown(story, "first OR he", 1).size(), 1U);
    EXPECT_EQ(shown(story, "first OR passed", 1).size(), 2U);
    EXPECT_EQ(shown(story, "first OR passed", 100).size(), 1U);
}

TEST(Passages, APhraseOverASentencesEndJoinsBoth) {
    EXPECT_EQ(shown(story, "\"rose nobody\""), Texts{"Then a storm [rose.  Nobody] saw it."});
}

TEST(Passages, TellWhetherTheArticleEnds) {
    const auto passages = passages_of(story, "storm", 0);
    ASSERT_EQ(passages.size(), 3U);
    EXPECT_FALSE(passages[0].ends_article);
    EXPECT_TRUE(passages[2].ends_article);
}

TEST(Passages, InScriptsWithoutSpaces) {
    EXPECT_EQ(shown("嵐が来た。東京は静か。京都も。", "東京"), Texts{"[東京]は静か。"});
}

TEST(Passages, NoneWhereTheBodyHasNoPartInIt) {
    const SmallIndex index({article_of("a", "Storm", "Nothing here."),
                            article_of("b", "", "storm", {{Field::lang, "de"}})});
    const Searcher searcher = index.searcher();
    const auto a = searcher.article(id_of("a"));
    EXPECT_TRUE(searcher.passages(parsed("storm"), *a, 2).empty()) << "the title answers";
    EXPECT_TRUE(searcher.passages(parsed("here lang:de"), *a, 2).empty()) << "does not answer";
    const auto b = searcher.article(id_of("b"));
    EXPECT_TRUE(searcher.passages(parsed("lang:de"), *b, 2).empty()) << "only the metadata do";
}

}  // namespace
}  // namespace morgue::test
