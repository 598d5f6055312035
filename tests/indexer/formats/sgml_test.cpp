#include "read.hpp"

namespace morgue::indexer {
namespace {

std::vector<ReadArticle> articles_of(std::string_view text) {
    return all_articles("x.sgm", text);
}

constexpr std::string_view reuters = R"(<!DOCTYPE lewis SYSTEM "lewis.dtd">
<REUTERS TOPICS="YES" OLDID="7" NEWID="1">
<DATE> 4-MAR-1987 15:01:01.79</DATE>
<TOPICS><D>herring</D><D>trade</D></TOPICS>
<PLACES><D>marrland</D><D>norway</D></PLACES>
<PEOPLE></PEOPLE>
<UNKNOWN>
&#5;&#5;C T
</UNKNOWN>
<TEXT>&#2;
<TITLE>HERRING &lt;HRG> UP AGAIN</TITLE>
<DATELINE>    SALTMERE, March 4 - </DATELINE><BODY>Herring rose, B&amp;K said.
    The fleet stays out.
 Reuter
&#3;</BODY></TEXT>
</REUTERS>
<REUTERS NEWID="2">
<DATE>31-MAR-1987 605:12:19.12</DATE>
<TEXT TYPE="BRIEF">&#2;
******<TITLE>TARNFORD BANK RAISES RATE</TITLE>Blah
&#3;</TEXT>
</REUTERS>
<REUTERS NEWID="3"><DATE>1-APR-1987 00:00:00</DATE>
<TEXT TYPE="UNPROC">&#2;
Table of tides
  High   4.1 m
&#3;</TEXT></REUTERS>
)";

TEST(Sgml, ReutersRecordsAreArticles) {
    const auto articles = articles_of(reuters);
    ASSERT_EQ(articles.size(), 3U);
    const Article& first = articles[0].article;
    EXPECT_EQ(first.key, "reuters-1");
    EXPECT_EQ(facts_of(first, Field::title), "HERRING <HRG> UP AGAIN (record)");
    EXPECT_EQ(facts_of(first, Field::date), "1987-03-04T15:01:01 (record)");
    EXPECT_EQ(facts_of(first, Field::tag), "herring (record); trade (record)");
    EXPECT_EQ(facts_of(first, Field::place),
              "SALTMERE (record); marrland (record); norway (record)");
    EXPECT_EQ(first.body, "Herring rose, B&K said.\n    The fleet stays out.\n Reuter");
}

TEST(Sgml, NoRecordIsLost) {
    const auto articles = articles_of(reuters);
    ASSERT_EQ(articles.size(), 3U);
    EXPECT_EQ(facts_of(articles[1].article, Field::date), "1987-03-31 (record)");
    EXPECT_EQ(facts_of(articles[1].article, Field::title), "TARNFORD BANK RAISES RATE (record)");
    EXPECT_NE(articles[1].article.body.find("Blah"), std::string::npos);
    EXPECT_EQ(articles[2].article.body, "Table of tides\n  High   4.1 m");
}

TEST(Sgml, TrecRecordsNeedNoEndTags) {
    const auto articles = articles_of(
        "<DOC>\n<DOCNO> HG-0001 </DOCNO>\n<HL> Storm closes harbour\n<DATE1> March 4, 2019\n"
        "<TEXT>\n<P>\nNobody < three sailed.\n<P>\nThe wall held &amp; stood&blank;fast &odd;.\n"
        "</TEXT>\n<DOC><DOCNO>HG-0002</DOCNO><TEXT>Calm again.</TEXT></DOC>");
    ASSERT_EQ(articles.size(), 2U);
    EXPECT_EQ(articles[0].article.key, "HG-0001");
    EXPECT_EQ(facts_of(articles[0].article, Field::title), "Storm closes harbour (record)");
    EXPECT_EQ(facts_of(articles[0].article, Field::date), "2019-03-04 (record)");
    EXPECT_EQ(articles[0].article.body,
              "Nobody < three sailed.\n\n\n\nThe wall held & stood fast &odd;.");
    EXPECT_EQ(articles[1].article.body, "Calm again.");
}

TEST(Sgml, TextBesideAllElementsIsTheLastResort) {
    EXPECT_EQ(articles_of("<DOC>Rain fell.</DOC>")[0].article.body, "Rain fell.");
    EXPECT_EQ(articles_of("<DOC>Gazette<TEXT>Rain fell.</TEXT></DOC>")[0].article.body,
              "Rain fell.");
}

TEST(Sgml, WhatHoldsNoRecordIsEmpty) {
    EXPECT_EQ(reason_of("x.sgm", "Rain fell."), SkipReason::empty);
    EXPECT_EQ(reason_of("x.sgm", "</DOC><P>"), SkipReason::empty);
}

}  // namespace
}  // namespace morgue::indexer
