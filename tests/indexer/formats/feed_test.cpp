#include "read.hpp"

namespace morgue::indexer {
namespace {

std::string in_channel(std::string_view items) {
    return R"(<?xml version="1.0"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
     xmlns:c="http://purl.org/rss/1.0/modules/content/">
<channel><title>Harbour Gazette</title><link>https://gazette.example/</link>
<language>en-gb</language>)" +
           std::string(items) + "</channel></rss>";
}

std::string in_atom(std::string_view entries) {
    return R"(<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de">
<title>Hafenblatt</title><author><name>Redaktion</name></author>)" +
           std::string(entries) + "</feed>";
}

TEST(Feed, AnItemOfRssIsAnArticle) {
    const Article article = one_article("a.rss", in_channel(R"(<item>
<title>Storm closes Tom &amp; Ann&#8217;s harbour</title>
<link>https://gazette.example/storm</link>
<guid isPermaLink="false">storm-1</guid>
<pubDate>Mon, 04 Mar 2019 05:06:07 +0100</pubDate>
<author>desk@gazette.example (Jane Doe)</author><dc:creator>John Roe</dc:creator>
<category>Weather</category><category>Harbour</category>
<description>Short of it.</description>
<c:encoded><![CDATA[<p>Nobody <b>sailed</b>.</p><p>The wall held &eacute;.</p>]]></c:encoded>
</item>)"))
                                .article;
    EXPECT_EQ(facts_of(article, Field::title), "Storm closes Tom & Ann’s harbour (record)");
    EXPECT_EQ(facts_of(article, Field::url), "https://gazette.example/storm (record)");
    EXPECT_EQ(facts_of(article, Field::date), "2019-03-04T05:06:07+01:00 (record)");
    EXPECT_EQ(facts_of(article, Field::byline), "John Roe (record); Jane Doe (record)");
    EXPECT_EQ(facts_of(article, Field::tag), "Weather (record); Harbour (record)");
    EXPECT_EQ(facts_of(article, Field::source), "Harbour Gazette (record)");
    EXPECT_EQ(facts_of(article, Field::lang), "en (record)");
    EXPECT_EQ(article.key, "https://gazette.example/#storm-1");
    EXPECT_EQ(article.body, "Nobody sailed.\nThe wall held é.");
}

TEST(Feed, AnEntryOfAtomIsAnArticle) {
    const Article article = one_article("a.atom", in_atom(R"(<entry xml:base="https://h.example/">
<title type="text">1 &lt; 2</title><id>tag:h.example,2019:1</id>
<link rel="self" href="feed"/><link href="sturm"/>
<updated>2019-03-05T00:00:00Z</updated><published>2019-03-04T05:06:07Z</published>
<category term="wetter" label="Wetter"/>
<summary>Kurz.</summary>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Niemand <i>fuhr</i>.</p>
<script>x</script><p>Still.</p></div></content></entry>)"))
                                .article;
    EXPECT_EQ(facts_of(article, Field::title), "1 < 2 (record)");
    EXPECT_EQ(facts_of(article, Field::url), "https://h.example/sturm (record)");
    EXPECT_EQ(facts_of(article, Field::date), "2019-03-04T05:06:07Z (record)");
    EXPECT_EQ(facts_of(article, Field::byline), "Redaktion (record)");
    EXPECT_EQ(facts_of(article, Field::tag), "Wetter (record)");
    EXPECT_EQ(facts_of(article, Field::lang), "de (record)");
    EXPECT_EQ(article.key, "tag:h.example,2019:1");
    EXPECT_EQ(article.body, "Niemand fuhr.\nStill.");
}

TEST(Feed, AnItemOfAChannelInCdfIsAnArticle) {
    const Article article = one_article("a.xml", R"(<CHANNEL HREF="https://g.example/">
<TITLE>Gazette</TITLE>
<ITEM HREF="https://g.example/storm" LASTMOD="1998-03-04T05:06+01:00">
<TITLE>Storm</TITLE><ABSTRACT>Nobody sailed.</ABSTRACT></ITEM></CHANNEL>)")
                                .article;
    EXPECT_EQ(facts_of(article, Field::title), "Storm (record)");
    EXPECT_EQ(facts_of(article, Field::url), "https://g.example/storm (record)");
    EXPECT_EQ(facts_of(article, Field::date), "1998-03-04T05:06+01:00 (record)");
    EXPECT_EQ(article.body, "Nobody sailed.");
}

TEST(Feed, ItemsOfRdfStandBesideTheirChannel) {
    const Article article = one_article("a.rdf", R"(<r:RDF xmlns="http://purl.org/rss/1.0/"
 xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns:d="http://purl.org/dc/elements/1.1/"><channel><title>Gazette</title></channel>
<item r:about="https://g.example/1"><title>Calm</title><d:date>2019-03</d:date>
<description>All is well.</description></item></r:RDF>)")
                                .article;
    EXPECT_EQ(article.key, "https://g.example/1");
    EXPECT_EQ(facts_of(article, Field::date), "2019-03 (record)");
    EXPECT_EQ(facts_of(article, Field::source), "Gazette (record)");
    EXPECT_EQ(article.body, "All is well.");
}

TEST(Feed, EachGuidCountsOnce) {
    const auto articles = all_articles(
        "a.xml", in_channel("<item><guid>g:1</guid><description>New.</description></item>"
                            "<item><guid>g:2</guid><title>Flash</title></item>"
                            "<item><guid>g:1</guid><description>Old.</description></item>"
                            "<item><guid>g:3</guid></item>"));
    ASSERT_EQ(articles.size(), 2U);
    EXPECT_EQ(articles[0].article.body, "New.");
    EXPECT_EQ(articles[1].article.body, "Flash");
}

TEST(Feed, OthersWordsWithTheNameOfOursAreNotOurs) {
    const Article article =
        one_article("a.rss", R"(<rss xmlns:m="http://search.yahoo.com/mrss/"><channel><item>
<m:title>Photo</m:title><title>Storm</title><m:description>A photo.</m:description>
</item></channel></rss>)")
            .article;
    EXPECT_EQ(facts_of(article, Field::title), "Storm (record)");
    EXPECT_EQ(article.body, "Storm");
}

TEST(Feed, Base64IsReadWhereItIsSaid) {
    EXPECT_EQ(one_article("a.atom", in_atom("<entry><content type='application/octet-stream'> "
                                            "U3Rvcm0g\nYWdhaW4= </content></entry>"))
                  .article.body,
              "Storm again");
    EXPECT_EQ(reason_of("a.atom", in_atom("<entry><content type='image/png'>iVBORw0KGgo="
                                          "</content></entry>")),
              SkipReason::empty);
}

TEST(Feed, WhatStandsBeforeTheRootIsPassedOver) {
    const std::string feed = in_channel("<item><description>Rain.</description></item>");
    const std::string body = feed.substr(feed.find("?>") + 2);
    for (const std::string before :
         {"", "\n <?xml version='1.0'?>", "<!-- <feed> --><?xsl href='x'?>",
          "<!DOCTYPE rss PUBLIC \"-//X//DTD > \" \"http://127.0.0.1:1/x.dtd\">",
          "<!DOCTYPE rss [<!ENTITY a \"]>\"> <!-- ' --> <!ENTITY % b SYSTEM 'file:///x'> %b;]>"})
        EXPECT_EQ(one_article("a.xml", before + body).article.body, "Rain.") << before;
}

TEST(Feed, CharactersThatHtmlNamesAreRead) {
    EXPECT_EQ(one_article("a.rss", in_channel("<item><title>Caf&eacute;&nbsp;&mdash;</title>"
                                              "</item>"))
                  .article.value(Field::title),
              "Café\u00A0—");
}

TEST(Feed, CharsetsAreReadAsDeclared) {
    const std::string feed =
        "<?xml version='1.0' encoding='koi8-r'?><rss><channel><item>"
        "<description>\xE4\xCF\xD6\xC4\xD8</description></item></channel>"
        "</rss>";
    EXPECT_EQ(one_article("a.xml", feed).article.body, "Дождь");
    std::string wide = "\xFF\xFE";
    for (const char c : std::string("<rss><channel><item><title>Rain</title></item></channel>"
                                    "</rss>"))
        (wide += c) += '\0';
    EXPECT_EQ(one_article("a.xml", wide).article.body, "Rain");
}

TEST(Feed, OfAnExportOfWordPressWhatWasPublishedIsRead) {
    const auto item = [](const std::string& title, const std::string& type,
                         const std::string& status) {
        return "<item><title>" + title + "</title><dc:creator>jane</dc:creator>" +
               "<content:encoded><![CDATA[<p>Nobody sailed.</p>]]></content:encoded>" +
               "<wp:status>" + status + "</wp:status><wp:post_type>" + type +
               "</wp:post_type></item>";
    };
    const std::string begin =
        "<rss xmlns:content='http://purl.org/rss/1.0/modules/content/' "
        "xmlns:dc='http://purl.org/dc/elements/1.1/' "
        "xmlns:wp='http://wordpress.org/export/1.2/'><channel><title>Gazette</title>";
    const std::string bytes = begin + item("Storm", "post", "publish") +
                              item("Plan", "post", "draft") + item("Map", "attachment", "inherit") +
                              "</channel></rss>";
    EXPECT_EQ(find_format("a.xml", bytes)->name, "WordPress");
    const Article article = one_article("a.xml", bytes).article;
    EXPECT_EQ(facts_of(article, Field::title), "Storm (record)");
    EXPECT_EQ(facts_of(article, Field::byline), "jane (record)");
    EXPECT_EQ(article.body, "Nobody sailed.");
}

TEST(Feed, WhatIsIllFormedIsNamedWithItsLine) {
    const auto detail_of = [](std::string_view bytes) {
        const ReadResult result = read_file("a.rss", bytes);
        return result.unread.empty() ? std::string() : result.unread.front().detail;
    };
    EXPECT_TRUE(detail_of("<rss><channel>\n<item><title>Rain</item></channel></rss>")
                    .starts_with("line 2: "));
    EXPECT_EQ(detail_of("<!DOCTYPE rss [<!ENTITY a 'b'>]>\n<rss><channel>&a;</channel></rss>"),
              "line 2: Entity 'a' not defined");
    EXPECT_EQ(reason_of("a.rss", "<rss><channel>"), SkipReason::malformed);
    EXPECT_EQ(reason_of("a.rss", "<rss><channel/></rss>"), SkipReason::empty);
}

}  // namespace
}  // namespace morgue::indexer
