#include <indexer/formats/page_path.hpp>

#include "read.hpp"

namespace morgue::indexer {
namespace {

/// Of blocks, each a line of words; a name and a text.
std::string alto(const std::vector<std::pair<std::string, std::string>>& blocks) {
    std::string page = "<alto><Layout><Page PHYSICAL_IMG_NR='7'><PrintSpace ID='PS'>";
    for (const auto& [id, text] : blocks)
        page += "<TextBlock ID='" + id + "'><TextLine ID='" + id + "L'>" + text +
                "</TextLine></TextBlock>";
    return page + "</PrintSpace></Page></Layout></alto>";
}

std::string words(const std::string& text) {
    std::string strings;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        strings += "<String CONTENT='" + text.substr(at, end - at) + "'/><SP/>";
        at = end + 1;
    }
    return strings;
}

/// As docWorks and the National Library of Luxembourg write them.
const std::string segmented = R"(<mets xmlns:xlink="http://www.w3.org/1999/xlink" LABEL="x">
<dmdSec ID="PRINT"><mdWrap MDTYPE="MODS"><xmlData><mods><titleInfo><nonSort>The</nonSort>
<title>Saltmere Post</title></titleInfo><language><languageTerm>eng</languageTerm></language>
<originInfo><place><placeTerm type="text">Saltmere</placeTerm></place></originInfo>
</mods></xmlData></mdWrap></dmdSec>
<dmdSec ID="ISSUE"><mdWrap><xmlData><mods><originInfo>
<dateIssued encoding="iso8601">1899-05-01</dateIssued></originInfo></mods></xmlData></mdWrap>
</dmdSec><dmdSec ID="A1"><mdWrap><xmlData><mods>
<titleInfo><title>Storm closes the harbour</title></titleInfo>
<name><namePart type="family">Doe</namePart><namePart type="given">Jane</namePart>
<role><roleTerm>aut</roleTerm></role></name>
<name><namePart>An Editor</namePart><role><roleTerm>edt</roleTerm></role>
</name></mods></xmlData></mdWrap></dmdSec>
<fileSec><fileGrp USE="Images"><file ID="IMG1"><FLocat xlink:href="file://./images/1.tif"/></file>
</fileGrp><fileGrp USE="Text">
<file ID="ALTO1"><FLocat LOCTYPE="URL" xlink:href="file://./text/1.xml"/></file>
<file ID="ALTO2"><FLocat LOCTYPE="URL" xlink:href="file://./text/2.xml"/></file></fileGrp></fileSec>
<structMap TYPE="PHYSICAL"><div TYPE="Newspaper">
<div TYPE="PAGE" ORDER="1" ORDERLABEL="3"><fptr><par><area FILEID="IMG1"/><area FILEID="ALTO1"/>
</par></fptr></div><div TYPE="PAGE" ORDER="2"><fptr FILEID="ALTO2"/></div></div></structMap>
<structMap TYPE="LOGICAL"><div TYPE="Newspaper" DMDID="PRINT"><div TYPE="ISSUE" DMDID="ISSUE">
<div TYPE="CONTENT"><div TYPE="SECTION" LABEL="Home news"><div ID="D1" TYPE="ARTICLE" DMDID="A1">
<div TYPE="HEADING"><div TYPE="TEXTBLOCK"><fptr><area FILEID="ALTO1" BEGIN="B1" BETYPE="IDREF"/>
</fptr></div></div><div TYPE="BODY">
<fptr FILEID="ALTO1"><area FILEID="ALTO1" BEGIN="B3" BETYPE="IDREF"/></fptr>
<fptr><area FILEID="ALTO2" BEGIN="B1" END="B2" BETYPE="IDREF"/></fptr></div></div>
<div ID="D2" TYPE="ADVERTISEMENT" LABEL="Soap"><fptr><area FILEID="ALTO1" BEGIN="B2L"/></fptr></div>
</div></div></div></div></structMap></mets>)";

ReadResult read_issue(std::string_view mets, const std::vector<Companion>& companions) {
    const Format* format = find_format("1899/issue.xml", mets);
    FileFacts facts{"1899/issue.xml"};
    facts.companions = companions;
    return reader_of(*format)(mets, facts);
}

TEST(Mets, TheLogicalMapDividesAnIssueIntoArticles) {
    const std::string first = alto({{"B1", words("Storm shuts harbour")},
                                    {"B2", words("Buy soap")},
                                    {"B3", words("Nobody sai").append("<HYP/>")},
                                    {"B4", words("Page the third")}});
    const std::string second = alto({{"B1", words("led today")}, {"B2", words("nor tomorrow")}});
    const ReadResult read = read_issue(segmented, {{"text/1.xml", first}, {"text/2.xml", second}});
    ASSERT_EQ(read.articles.size(), 3U);
    const ReadArticle& storm = read.articles[0];
    EXPECT_EQ(storm.article.body, "Storm shuts harbour\n\nNobody sailed today\n\nnor tomorrow");
    EXPECT_EQ(storm.member, "D1");
    EXPECT_EQ(storm.companion, "");
    EXPECT_EQ(facts_of(storm.article, Field::title), "Storm closes the harbour (record)");
    EXPECT_EQ(facts_of(storm.article, Field::byline), "Jane Doe (record)");
    EXPECT_EQ(facts_of(storm.article, Field::date), "1899-05-01 (record)");
    EXPECT_EQ(facts_of(storm.article, Field::source), "The Saltmere Post (record)");
    EXPECT_EQ(facts_of(storm.article, Field::place), "Saltmere (record)");
    EXPECT_EQ(facts_of(storm.article, Field::lang), "en (record)");
    EXPECT_EQ(facts_of(storm.article, Field::section), "Home news (record)");
    EXPECT_EQ(facts_of(storm.article, Field::page), "3 (record)");
    EXPECT_EQ(read.articles[1].article.body, "Buy soap");
    EXPECT_EQ(facts_of(read.articles[1].article, Field::title), "Soap (record)");
    EXPECT_TRUE(read.unread.empty());
}

TEST(Mets, WhatStandsInNoArticleStaysWithItsPage) {
    const std::string first = alto({{"B1", words("Storm")}, {"B9", words("Page the third")}});
    const std::string second = alto({{"B9", words("Left over")}});
    const ReadResult read = read_issue(segmented, {{"text/1.xml", first}, {"text/2.xml", second}});
    ASSERT_EQ(read.articles.size(), 3U);
    EXPECT_EQ(read.articles[1].article.body, "Page the third");
    EXPECT_EQ(read.articles[1].companion, "text/1.xml");
    EXPECT_EQ(facts_of(read.articles[1].article, Field::date), "1899-05-01 (record)");
    EXPECT_EQ(read.articles[2].companion, "text/2.xml");
    EXPECT_EQ(facts_of(read.articles[2].article, Field::page), "2 (record)");
}

TEST(Mets, FilesThatAreNotThereAreNamed) {
    const ReadResult none = read_issue(segmented, {});
    EXPECT_EQ(none.companions, (std::vector<std::string>{"text/1.xml", "text/2.xml"}));
    ASSERT_EQ(none.unread.size(), 2U);
    EXPECT_EQ(none.unread[1].reason, SkipReason::incomplete);
    EXPECT_EQ(none.unread[1].member, "text/2.xml");
    const std::string first = alto({{"B1", words("Storm")}});
    const ReadResult half =
        read_issue(segmented, {{"text/1.xml", first}, {"text/2.xml", "<alto><Layout>"}});
    ASSERT_EQ(half.unread.size(), 1U);
    EXPECT_EQ(half.unread[0].reason, SkipReason::malformed);
    ASSERT_EQ(half.articles.size(), 1U);
    EXPECT_EQ(half.articles[0].article.body, "Storm");
}

TEST(Mets, BlankPagesAreNamed) {
    const std::string blank = alto({});
    const ReadResult read = read_issue(
        segmented, {{"text/1.xml", alto({{"B1", words("Storm")}})}, {"text/2.xml", blank}});
    EXPECT_EQ(read.articles.size(), 1U);
    EXPECT_EQ(read.unread,
              (std::vector<Unread>{{SkipReason::empty, "no words on the page", "text/2.xml"}}));
}

/// As the National Digital Newspaper Program has them: pages, and no logical map.
TEST(Mets, PagesHaveTheDateAndPaperOfTheirIssue) {
    const std::string mets =
        R"(<mets TYPE="urn:library-of-congress:ndnp:mets:newspaper:issue"
 LABEL="Saltmere post (Saltmere, Mass. : 1871), 1899-05-01">
<dmdSec ID="issueModsBib"><mdWrap><xmlData><mods:mods xmlns:mods="http://www.loc.gov/mods/v3">
<mods:relatedItem type="host"><mods:identifier type="lccn">sn1</mods:identifier><mods:part>
<mods:detail type="volume"><mods:number>2</mods:number></mods:detail>
<mods:detail type="issue"><mods:number>33</mods:number></mods:detail></mods:part></mods:relatedItem>
<mods:originInfo><mods:dateIssued>1899-05-02</mods:dateIssued></mods:originInfo>
</mods:mods></xmlData></mdWrap></dmdSec>
<dmdSec ID="page1"><mdWrap><xmlData><mods><part><detail type="page number">
<number>A1</number></detail></part></mods></xmlData></mdWrap></dmdSec>
<fileSec><fileGrp><file ID="ocr1" USE="ocr"><FLocat LOCTYPE="OTHER" href="./0001.xml"/></file>
<file ID="pdf1" USE="derivative"><FLocat href="./0001.pdf"/></file></fileGrp></fileSec>
<structMap xmlns:np="urn:np"><div TYPE="np:issue" DMDID="issueModsBib"><div TYPE="np:page"
 DMDID="page1"><fptr FILEID="pdf1"/><fptr FILEID="ocr1"/></div></div></structMap></mets>)";
    const std::string page = alto({{"B1", words("Nobody sailed")}, {"B2", words("today")}});
    const ReadResult read = read_issue(mets, {{"0001.xml", page}});
    ASSERT_EQ(read.articles.size(), 1U);
    EXPECT_EQ(read.articles[0].article.body, "Nobody sailed\n\ntoday");
    EXPECT_EQ(read.articles[0].companion, "0001.xml");
    EXPECT_EQ(facts_of(read.articles[0].article, Field::date), "1899-05-02 (record)");
    EXPECT_EQ(facts_of(read.articles[0].article, Field::source), "Saltmere post (record)");
    EXPECT_EQ(facts_of(read.articles[0].article, Field::page), "A1 (record)");
    EXPECT_EQ(facts_of(read.articles[0].article, Field::issue), "33 (record)");
}

/// As Kitodo has them: links from logical divisions to pages.
TEST(Mets, ArticlesMayBeLinkedToWholePages) {
    const auto issue = [](const std::string& second_article_on) {
        return R"(<mets:mets xmlns:mets="http://www.loc.gov/METS/" xmlns:xlink="x"><mets:fileSec>
<mets:fileGrp USE="FULLTEXT"><mets:file ID="F1"><mets:FLocat xlink:href="alto/1.xml"/></mets:file>
<mets:file ID="F2"><mets:FLocat xlink:href="alto/2.xml"/></mets:file></mets:fileGrp></mets:fileSec>
<mets:structMap TYPE="LOGICAL"><mets:div TYPE="newspaper" LABEL="Saltmere Post"><mets:div
 TYPE="year" ORDERLABEL="1899">
<mets:div TYPE="day" ORDERLABEL="1899-05-01"><mets:div ID="LOG1" TYPE="issue">
<mets:div ID="LOG2" TYPE="article" LABEL="Storm"/><mets:div ID="LOG3" TYPE="article" LABEL="Calm"/>
</mets:div></mets:div></mets:div></mets:div></mets:structMap><mets:structMap TYPE="PHYSICAL">
<mets:div ID="PHYS" TYPE="physSequence"><mets:div ID="P1" TYPE="page" ORDER="1" ORDERLABEL=" - ">
<mets:fptr FILEID="F1"/></mets:div><mets:div ID="P2" TYPE="page" ORDER="2"><mets:fptr FILEID="F2"/>
</mets:div></mets:div></mets:structMap><mets:structLink>
<mets:smLink xlink:from="LOG1" xlink:to="PHYS"/><mets:smLink xlink:from="LOG2" xlink:to="P1"/>
<mets:smLink xlink:from="LOG3" xlink:to=")" +
               second_article_on + R"("/></mets:structLink></mets:mets>)";
    };
    const std::string first = alto({{"B1", words("Nobody sailed")}});
    const std::string second = alto({{"B1", words("All went out")}});
    const std::vector<Companion> pages{{"alto/1.xml", first}, {"alto/2.xml", second}};
    const ReadResult apart = read_issue(issue("P2"), pages);
    ASSERT_EQ(apart.articles.size(), 2U);
    EXPECT_EQ(apart.articles[1].member, "LOG3");
    EXPECT_EQ(apart.articles[1].article.body, "All went out");
    EXPECT_EQ(facts_of(apart.articles[1].article, Field::title), "Calm (record)");
    EXPECT_EQ(facts_of(apart.articles[0].article, Field::date), "1899-05-01 (record)");
    EXPECT_EQ(facts_of(apart.articles[0].article, Field::source), "Saltmere Post (record)");
    EXPECT_EQ(facts_of(apart.articles[0].article, Field::page), "1 (record)");
    // Where both stand on one page, nobody can tell where one ends.
    const ReadResult shared = read_issue(issue("P1"), pages);
    ASSERT_EQ(shared.articles.size(), 2U);
    EXPECT_EQ(shared.articles[0].companion, "alto/1.xml");
}

TEST(Mets, NoReferenceLeadsOutOfTheFolder) {
    EXPECT_EQ(path_within("file://./text/1.xml"), "text/1.xml");
    EXPECT_EQ(path_within("./a%20b//1.xml"), "a b/1.xml");
    for (const char* href : {"/etc/passwd", "../1.xml", "a/../../1.xml", "file:///etc/passwd",
                             "http://a.example/1.xml", "%2e%2e/1.xml", "%2Fetc/1.xml", "C:\\1.xml",
                             "..\\1.xml", "a%00.xml", "file://./../1.xml", "", "."})
        EXPECT_EQ(path_within(href), "") << href;
    EXPECT_TRUE(is_within_folder("a/b%41.xml"));
    for (const char* path : {"./a", "a//b", "../a", "/a", ""})
        EXPECT_FALSE(is_within_folder(path)) << path;
    const ReadResult read = read_issue(
        "<mets><fileSec><fileGrp><file ID='a'><FLocat href='../1.xml'/></file></fileGrp></fileSec>"
        "<structMap><div TYPE='page'><fptr FILEID='a'/></div></structMap></mets>",
        {});
    EXPECT_TRUE(read.companions.empty());
    ASSERT_EQ(read.unread.size(), 1U);
    EXPECT_EQ(read.unread[0].member, "../1.xml");
}

TEST(Mets, WithoutFilesOfTextItIsEmpty) {
    EXPECT_EQ(reason_of("a.xml", "<mets/>"), SkipReason::empty);
    EXPECT_EQ(reason_of("a.xml", "<mets>"), SkipReason::malformed);
}

}  // namespace
}  // namespace morgue::indexer
