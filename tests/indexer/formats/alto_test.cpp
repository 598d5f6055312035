#include "read.hpp"

namespace morgue::indexer {
namespace {

const std::string page = R"(<alto xmlns="http://www.loc.gov/standards/alto/ns-v3#"><Layout>
<Page ID="P1" LANG="en"><PrintSpace>
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

TEST(Alto, APageWithoutWordsIsNamed) {
    EXPECT_EQ(reason_of("a.xml", "<alto><Layout><Page/></Layout></alto>"), SkipReason::empty);
    EXPECT_EQ(reason_of("a.xml", "<alto><Layout>"), SkipReason::malformed);
}

}  // namespace
}  // namespace morgue::indexer
