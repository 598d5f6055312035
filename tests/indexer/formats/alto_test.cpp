#include "read.hpp"

namespace morgue::indexer {
namespace {

const std::string page = R"(<alto xmlns="http://www.loc.gov/standards/alto/ns-v3#"><Layout>
<Page ID="P1" LANG="en" PHYSICAL_IMG_NR="7" PRINTED_IMG_NR="A3"><PrintSpace>
<TextBlock><TextLine><String CONTENT="Storm"/><SP/><String CONTENT="closes"/></TextLine></TextBlock>
<TextBlock><TextLine><String CONTENT="The"/><SP/>
<String CONTENT="har" SUBS_TYPE="HypPart1" SUBS_CONTENT="harbour"/><HYP CONTENT="-"/></TextLine>
<TextLine><String CONTENT="bour" SUBS_TYPE="HypPart2" SUBS_CONTENT="harbour"/><SP/>
<String CONTENT="was"/></TextLine>
<TextLine><String CONTENT="clo"/><HYP CONTENT="-"/></TextLine>
<TextLine><String CONTENT="sed."/></TextLine></TextBlock>
</PrintSpace></Page></Layout></alto>)";

TEST(Alto, DividedWordsAreJoined) {
    const Article article = one_article("a.xml", page).article;
    EXPECT_EQ(article.body, "Storm closes\n\nThe harbour was closed.");
    EXPECT_EQ(facts_of(article, Field::lang), "en (record)");
}

TEST(Alto, EachPageIsAnArticleAndKeepsItsNumber) {
    EXPECT_EQ(facts_of(one_article("a.xml", page).article, Field::page), "A3 (record)");
    const std::string words = R"(<TextLine><String CONTENT="Storm"/></TextLine></Page>)";
    const auto pages = all_articles("a.xml", R"(<alto><Layout><Page PHYSICAL_IMG_NR="1">)" + words +
                                                 R"(<Page/><Page PHYSICAL_IMG_NR="3">)" + words +
                                                 "</Layout></alto>");
    ASSERT_EQ(pages.size(), 2U);
    EXPECT_EQ(facts_of(pages[0].article, Field::page), "1 (record)");
    EXPECT_EQ(facts_of(pages[1].article, Field::page), "3 (record)");
    EXPECT_EQ(pages[1].member, "3");
}

TEST(Alto, APageWithoutWordsIsNamed) {
    EXPECT_EQ(reason_of("a.xml", "<alto><Layout><Page/></Layout></alto>"), SkipReason::empty);
    EXPECT_EQ(reason_of("a.xml", "<alto><Layout>"), SkipReason::malformed);
    const ReadResult some = read_file(
        "a.xml", "<alto><Layout><Page/><Page><String CONTENT='Storm'/></Page></Layout></alto>");
    EXPECT_EQ(some.articles.size(), 1U);
    EXPECT_EQ(some.unread, (std::vector<Unread>{{SkipReason::empty, "no words on the page", "1"}}));
}

}  // namespace
}  // namespace morgue::indexer
