#include "read.hpp"

namespace morgue::indexer {
namespace {

constexpr std::string_view nitf = R"(<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nitf SYSTEM "http://127.0.0.1:1/nitf.dtd">
<nitf><head><title>gazette-storm</title>
<docdata management-status="usable"><doc-id id-string="hg.1987.4711"/>
<date.issue norm="19870304T101500Z"/>
<key-list><keyword key="storms"/><keyword key="harbours"/></key-list></docdata>
<pubdata date.publication="19870305" name="Harbour Gazette" position.section="Front"
 ex-ref="https://gazette.example/1987/storm"/></head>
<body><body.head><hedline><hl1>Storm <em>closes</em> harbour</hl1></hedline>
<byline class="print">By JANE DOE and JOHN ROE</byline>
<dateline><location>Saltmere</location><story.date>March 4</story.date></dateline></body.head>
<body.content><block class="lead_paragraph"><p>Nobody sailed.</p></block>
<block class="full_text"><p>Nobody sailed.</p>
<media><media-caption>A wave.</media-caption></media><hl2>After</hl2><p>The wall held.</p></block>
</body.content></body></nitf>)";

TEST(Nitf, ADocumentIsAnArticle) {
    const Article article = one_article("a.xml", nitf).article;
    EXPECT_EQ(article.key, "hg.1987.4711");
    EXPECT_EQ(facts_of(article, Field::title), "Storm closes harbour (record)");
    EXPECT_EQ(facts_of(article, Field::date), "1987-03-05 (record)");
    EXPECT_EQ(facts_of(article, Field::byline), "JANE DOE (record); JOHN ROE (record)");
    EXPECT_EQ(facts_of(article, Field::source), "Harbour Gazette (record)");
    EXPECT_EQ(facts_of(article, Field::section), "Front (record)");
    EXPECT_EQ(facts_of(article, Field::place), "Saltmere (record)");
    EXPECT_EQ(facts_of(article, Field::tag), "storms (record); harbours (record)");
    EXPECT_EQ(facts_of(article, Field::url), "https://gazette.example/1987/storm (record)");
    EXPECT_EQ(article.body, "Nobody sailed.\nAfter\nThe wall held.");
}

TEST(Nitf, OneWithoutABodyIsReadAndTold) {
    const ReadResult read = read_file("a.nitf", "<nitf><head><title>Storm</title></head></nitf>");
    ASSERT_EQ(read.articles.size(), 1U);
    EXPECT_EQ(read.unread,
              (std::vector<Unread>{{SkipReason::off_standard, "NITF: it has no body"}}));
    EXPECT_TRUE(read_file("a.nitf", nitf).unread.empty());
}

TEST(Nitf, WhatItsSenderTakesBackIsNoArticle) {
    std::string killed(nitf);
    killed.replace(killed.find("usable"), 6, "canceled");
    EXPECT_TRUE(takes_back("a.nitf", killed));
    EXPECT_FALSE(takes_back("a.nitf", nitf));
}

TEST(Nitf, AMessageToEditorsMayTakeBack) {
    const auto with = [](std::string_view message) {
        std::string document(nitf);
        return document.insert(document.find("<doc-id"), message);
    };
    EXPECT_TRUE(takes_back("a.nitf", with("<ed-msg msg-type='kill' info='Legal reasons'/>")));
    EXPECT_FALSE(takes_back("a.nitf", with("<ed-msg msg-type='info' info='Fills kill fee'/>")));
}

TEST(Nitf, AnotherDocumentMayBeTakenBack) {
    std::string note(nitf);
    note.insert(note.find(" management-status"),
                " management-doc-idref='hg.1' management-idref-status='canceled'");
    const auto articles = all_articles("a.nitf", note);
    ASSERT_EQ(articles.size(), 2U);
    EXPECT_EQ(articles[0].article.key, "hg.1987.4711");
    EXPECT_FALSE(articles[0].withdrawn);
    EXPECT_EQ(articles[1].article.key, "hg.1");
    EXPECT_TRUE(articles[1].withdrawn);
}

TEST(Nitf, PartsOfADocumentAreNoVersionsOfEachOther) {
    std::string part(nitf);
    part.insert(part.find("<doc-id"), "<du-key key='storm' part='2' version='3'/>");
    EXPECT_EQ(one_article("a.nitf", part).article.key, "storm#2");
}

TEST(Nitf, ADocumentMayBeAVersion) {
    std::string version(nitf);
    const std::size_t docdata = version.find('>', version.find("<docdata")) + 1;
    version.insert(docdata, "<du-key key='storm' generation='2' version='3'/>");
    const Article article = one_article("a.nitf", version).article;
    EXPECT_EQ(article.key, "storm");
    EXPECT_EQ(facts_of(article, Field::version), "2000003 (record)");
}

std::string g2(std::string_view attributes, std::string_view contents) {
    return "<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/' xml:lang='en-GB' " +
           std::string(attributes) + ">" + std::string(contents) + "</newsItem>";
}

constexpr std::string_view g2_facts = R"(<itemMeta><provider><name>Coast Wire</name></provider>
<firstCreated>2019-03-04T05:06:07Z</firstCreated>
<versionCreated>2019-03-05T00:00:00Z</versionCreated>
<pubStatus qcode="stat:usable"/></itemMeta>
<contentMeta><creator><name>Jane Doe</name></creator><subject><name>storms</name></subject>
<dateline>SALTMERE, March 4 (CW) -</dateline>
<headline> Storm closes
 harbour</headline><description>Short of it.</description></contentMeta>)";

TEST(NewsMl, ANewsItemOfG2IsAnArticle) {
    const Article article =
        one_article("a.xml",
                    g2("guid='urn:cw:1' version='2'",
                       std::string(g2_facts) +
                           "<contentSet><inlineXML><nitf xmlns='urn:nitf'><body><body.head>"
                           "<hedline><hl1>Other</hl1></hedline></body.head><body.content>"
                           "<p>Nobody sailed.</p></body.content></body></nitf></inlineXML>"
                           "</contentSet>"))
            .article;
    EXPECT_EQ(article.key, "urn:cw:1");
    EXPECT_EQ(facts_of(article, Field::title), "Storm closes harbour (record)");
    EXPECT_EQ(facts_of(article, Field::date), "2019-03-04T05:06:07Z (record)");
    EXPECT_EQ(facts_of(article, Field::byline), "Jane Doe (record)");
    EXPECT_EQ(facts_of(article, Field::source), "Coast Wire (record)");
    EXPECT_EQ(facts_of(article, Field::tag), "storms (record)");
    EXPECT_EQ(facts_of(article, Field::place), "SALTMERE (record)");
    EXPECT_EQ(facts_of(article, Field::agency), "CW (record)");
    EXPECT_EQ(facts_of(article, Field::lang), "en (record)");
    EXPECT_EQ(article.body, "Nobody sailed.");
}

TEST(NewsMl, WhatBreaksG2IsReadAndTold) {
    const std::string bare = "guid='urn:cw:1' standard='NewsML-G2' standardversion='2.";
    const std::string title = "<contentMeta><headline>Storm</headline></contentMeta>";
    const std::string meta = "<itemMeta><itemClass/><provider/><versionCreated/></itemMeta>";
    const auto faults_in = [](const std::string& document) {
        const ReadResult read = read_file("a.xml", document);
        EXPECT_EQ(read.articles.size(), 1U);
        return read.unread.empty() ? std::string() : read.unread[0].detail;
    };
    EXPECT_EQ(faults_in(g2(bare + "30'", meta + title)), "");
    EXPECT_EQ(faults_in(g2(bare + "9'", "<catalogRef/>" + meta + title)), "");
    EXPECT_EQ(faults_in(g2(bare + "29'", "<itemMeta><provider/></itemMeta>" + title)),
              "NewsML-G2: 'newsItem urn:cw:1' has no itemMeta/itemClass; 'newsItem urn:cw:1' has "
              "no itemMeta/versionCreated; 'newsItem urn:cw:1' has no catalog");
    const std::string deep = "<related><related><related/></related></related>";
    EXPECT_EQ(faults_in(g2(bare + "34'", meta + title + deep)), "");
    EXPECT_EQ(faults_in(g2(bare + "34'", meta + title + "<related>" + deep + "</related>")),
              "NewsML-G2: a 'related' stands in 3 others");
}

TEST(NewsMl, ContentIsTextOrHtmlOrADescription) {
    const auto body_of = [](std::string_view contents) {
        return one_article("a.xml",
                           g2("guid='urn:cw:1'", std::string(g2_facts) + std::string(contents)))
            .article.body;
    };
    EXPECT_EQ(body_of("<contentSet><inlineData contenttype='text/plain'>1 &lt; 2</inlineData>"
                      "</contentSet>"),
              "1 < 2");
    EXPECT_EQ(body_of("<contentSet><inlineData contenttype='text/html'>&lt;p>Calm.&lt;/p>"
                      "</inlineData></contentSet>"),
              "Calm.");
    EXPECT_EQ(body_of("<contentSet><inlineXML><html xmlns='http://www.w3.org/1999/xhtml'><head>"
                      "<title>x</title></head><body><p>Wind.</p></body></html></inlineXML>"
                      "</contentSet>"),
              "Wind.");
    EXPECT_EQ(body_of("<contentSet><remoteContent href='a.jpg'/></contentSet>"), "Short of it.");
}

TEST(NewsMl, OfAnItemTheNewestVersionWins) {
    const auto version = [](std::string_view id, int number, std::string_view status) {
        return g2("guid='" + std::string(id) + "' version='" + std::to_string(number) + "'",
                  "<itemMeta><pubStatus qcode='stat:" + std::string(status) +
                      "'/></itemMeta><contentMeta><headline>" + std::string(id) + " " +
                      std::to_string(number) + "</headline></contentMeta>");
    };
    const auto articles =
        all_articles("a.xml", "<newsMessage><itemSet>" + version("a:1", 1, "usable") +
                                  version("a:2", 1, "usable") + version("a:1", 10, "usable") +
                                  version("a:1", 9, "usable") + version("a:2", 2, "canceled") +
                                  "</itemSet></newsMessage>");
    ASSERT_EQ(articles.size(), 2U);
    EXPECT_EQ(articles[0].article.body, "a:1 10");
    EXPECT_EQ(facts_of(articles[0].article, Field::version), "10 (record)");
    EXPECT_FALSE(articles[0].withdrawn);
    EXPECT_EQ(articles[1].article.key, "a:2");
    EXPECT_TRUE(articles[1].withdrawn);
    EXPECT_TRUE(takes_back("a.xml", version("a:3", 1, "canceled")));
}

TEST(NewsMl, AKillWithoutAVersionTakesBackThemAll) {
    const auto item = [](std::string_view attributes, std::string_view status) {
        return g2("guid='a:1' " + std::string(attributes),
                  "<itemMeta><pubStatus qcode='stat:" + std::string(status) +
                      "'/></itemMeta><contentMeta><headline>Storm</headline></contentMeta>");
    };
    const std::string kill = item("", "canceled");
    for (const std::string& both :
         {kill + item("version='3'", "usable"), item("version='3'", "usable") + kill,
          item("", "usable") + kill})
        EXPECT_TRUE(takes_back("a.xml", "<newsMessage>" + both + "</newsMessage>")) << both;
    EXPECT_EQ(all_articles("a.xml", "<newsMessage>" + item("", "usable") + item("", "usable") +
                                        "</newsMessage>")
                  .size(),
              2U);
}

std::string revision(std::string_view attributes, std::string_view management,
                     std::string_view contents) {
    return "<NewsML><NewsItem><Identification><NewsIdentifier><ProviderId>a</ProviderId><DateId>1"
           "</DateId><NewsItemId>7</NewsItemId><RevisionId " +
           std::string(attributes) + ">3</RevisionId></NewsIdentifier></Identification>" +
           "<NewsManagement>" + std::string(management) + "</NewsManagement>" +
           std::string(contents) + "</NewsItem></NewsML>";
}

TEST(NewsMl, ARevisionOfPartsIsNamedAndTakesNothingsPlace) {
    const auto read = read_file(
        "a.xml", revision("PreviousRevision='2' Update='U'", "<Status FormalName='Usable'/>",
                          "<Update DuidRef='x'><Replace>Two sailed.</Replace></Update>"));
    EXPECT_TRUE(read.articles.empty());
    EXPECT_EQ(read.unread,
              (std::vector<Unread>{{SkipReason::empty,
                                    "it only says how to change parts of the revision before",
                                    "a:1:7"}}));
    EXPECT_TRUE(takes_back("a.xml", revision("PreviousRevision='2' Update='A'",
                                             "<Status FormalName='Canceled'/>", "")));
}

TEST(NewsMl, ANoticeMayTakeBackTheRevisionsBefore) {
    const std::string instruction =
        "<Status FormalName='Usable'/><Instruction FormalName='x'><RevisionStatus Revision='2'>"
        "<Status FormalName='Canceled'/></RevisionStatus></Instruction>";
    EXPECT_TRUE(takes_back("a.xml", revision("", instruction, "")));
    const std::string text =
        "<NewsComponent><ContentItem><DataContent>Two sailed.</DataContent></ContentItem>"
        "</NewsComponent>";
    EXPECT_EQ(one_article("a.xml", revision("", instruction, text)).article.body, "Two sailed.");
}

TEST(NewsMl, ItemsWithoutAnArticleAreNamed) {
    EXPECT_EQ(reason_of("a.xml",
                        "<conceptItem><concept><name>Storm</name></concept>"
                        "</conceptItem>"),
              SkipReason::empty);
    EXPECT_EQ(reason_of("a.xml", "<project><name>Storm</name></project>"), SkipReason::no_reader);
}

TEST(NewsMl, ANewsItemOfVersionOneIsAnArticle) {
    const Article article = one_article("a.xml", R"(<NewsML Version="1.2"><NewsItem><Identification>
<NewsIdentifier><ProviderId>coast.example</ProviderId><DateId>20190304</DateId>
<NewsItemId>7</NewsItemId><RevisionId>1</RevisionId></NewsIdentifier></Identification>
<NewsManagement><FirstCreated>20190304T050607+0100</FirstCreated><Status FormalName="Usable"/>
</NewsManagement><NewsComponent><NewsComponent><NewsLines><HeadLine>Storm</HeadLine>
<ByLine>Jane Doe</ByLine><DateLine>SALTMERE, Marrland</DateLine></NewsLines>
<AdministrativeMetadata><Source><Party FormalName="Coast Wire"/></Source></AdministrativeMetadata>
<DescriptiveMetadata><Language FormalName="en"/></DescriptiveMetadata></NewsComponent>
<NewsComponent><ContentItem><MimeType FormalName="text/css"/>
<DataContent>.a { text-align: center; margin: 0 }</DataContent></ContentItem></NewsComponent>
<NewsComponent><ContentItem><DataContent>Storm</DataContent></ContentItem></NewsComponent>
<NewsComponent><ContentItem><DataContent><p>Nobody sailed.</p></DataContent></ContentItem>
</NewsComponent></NewsComponent></NewsItem></NewsML>)")
                                .article;
    EXPECT_EQ(article.key, "coast.example:20190304:7");
    EXPECT_EQ(facts_of(article, Field::title), "Storm (record)");
    EXPECT_EQ(facts_of(article, Field::byline), "Jane Doe (record)");
    EXPECT_EQ(facts_of(article, Field::date), "2019-03-04T05:06:07+01:00 (record)");
    EXPECT_EQ(facts_of(article, Field::source), "Coast Wire (record)");
    EXPECT_EQ(facts_of(article, Field::lang), "en (record)");
    EXPECT_EQ(article.body, "Nobody sailed.");
}

}  // namespace
}  // namespace morgue::indexer
