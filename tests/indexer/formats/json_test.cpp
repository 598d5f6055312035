#include "read.hpp"

namespace morgue::indexer {
namespace {

TEST(Json, ALineIsAnArticle) {
    const auto articles = all_articles(
        "a.jsonl",
        "\xEF\xBB\xBF"
        R"({"id":7,"Title":"Storm \u00e9",)"
        R"("source":"Gazette","body":"Nobody\nsailed.","published":"2019-03-04T05:06:07Z",)"
        R"("author":["Jane Doe",{"name":"John Roe"}],"tags":"storms, harbours",)"
        R"("URL":"https://g.example/storm","views":3})"
        "\r\n\n"
        R"({"headline":"Calm","text":"All is well."})");
    ASSERT_EQ(articles.size(), 2U);
    const Article& article = articles[0].article;
    EXPECT_EQ(article.key, "Gazette#7");
    EXPECT_EQ(article.body, "Nobody\nsailed.");
    EXPECT_EQ(facts_of(article, Field::title), "Storm é (record)");
    EXPECT_EQ(facts_of(article, Field::date), "2019-03-04T05:06:07Z (record)");
    EXPECT_EQ(facts_of(article, Field::byline), "Jane Doe (record); John Roe (record)");
    EXPECT_EQ(facts_of(article, Field::tag), "storms (record); harbours (record)");
    EXPECT_EQ(facts_of(article, Field::url), "https://g.example/storm (record)");
    EXPECT_EQ(articles[1].article.body, "All is well.");
}

TEST(Json, TheMostTellingNameCountsWhereverItStands) {
    const Article article =
        one_article(
            "a.jsonl",
            R"({"created":"2020-01-01","title":"slug","headline":"Storm","pub-date":"2019-03-04",)"
            R"("summary":"Short of it.","content":"Rain.","body_text":"Rain fell."})")
            .article;
    EXPECT_EQ(facts_of(article, Field::title), "Storm (record)");
    EXPECT_EQ(facts_of(article, Field::date), "2019-03-04 (record)");
    EXPECT_EQ(article.body, "Rain fell.");
}

TEST(Json, MarkupBecomesText) {
    EXPECT_EQ(
        one_article("a.jsonl", R"({"content":"<p>One <b>two</b>.</p><p>Three</p>"})").article.body,
        "One two.\nThree");
    EXPECT_EQ(one_article("a.jsonl", R"({"content":"1 < 2 & 3"})").article.body, "1 < 2 & 3");
}

TEST(Json, ABrokenLineIsNamedAndCostsItself) {
    const ReadResult result =
        read_file("a.ndjson", "{\"body\":\"Rain\"}\n{\"body\":\"Ra\n\n{\"body\":\"Sun\"}\n");
    ASSERT_EQ(result.unread.size(), 1U);
    EXPECT_EQ(result.unread[0].reason, SkipReason::malformed);
    EXPECT_EQ(result.unread[0].member, "2");
    ASSERT_EQ(result.articles.size(), 2U);
    EXPECT_EQ(result.articles[0].member, "1");
    EXPECT_EQ(result.articles[1].member, "4");
    EXPECT_EQ(reason_of("a.jsonl", "[1]"), SkipReason::malformed);
    EXPECT_EQ(reason_of("a.jsonl", "{\"body\":\"\xE9\"}"), SkipReason::bad_encoding);
}

TEST(Json, AnObjectIsAnArticleOrHoldsAListOfThem) {
    EXPECT_EQ(one_article("a.json", R"({"title":"Storm","text":"Rain."})").article.body, "Rain.");
    EXPECT_EQ(all_articles("a.json", R"([{"title":"A"},{"title":"B"}, 3])").size(), 2U);
    EXPECT_EQ(
        all_articles("a.json", R"({"total":2,"articles":[{"text":"A"},{"text":"B"}]})").size(), 2U);
    EXPECT_EQ(reason_of("a.json", R"({"name":"tool","title":"x","description":"A tool."})"),
              SkipReason::empty);
    EXPECT_EQ(all_articles("a.json", "{\"text\":\"A\"}\n{\"text\":\"B\"}\n").size(), 2U);
    EXPECT_EQ(one_article("a.json", "{\n\"x\":{}\n,\"text\":\"A\"}").article.body, "A");
    EXPECT_EQ(reason_of("a.json", "{\"text\":\"Rain\""), SkipReason::malformed);
    EXPECT_EQ(reason_of("a.json", "text"), SkipReason::no_reader);
}

TEST(Json, AFeedSaysForItsItemsWhatTheyDoNot) {
    const auto articles = all_articles("a.json", R"({"version":"https://jsonfeed.org/version/1.1",
"title":"Gazette","language":"en-GB","authors":[{"name":"Desk"}],"items":[
{"id":"1","content_html":"<p>New.</p>","date_published":"2019-03-04T05:06:07+01:00"},
{"id":"2","title":"Flash","author":{"name":"Jane Doe"}},{"id":"1","content_text":"Old."}]})");
    ASSERT_EQ(articles.size(), 2U);
    EXPECT_EQ(articles[0].article.body, "New.");
    EXPECT_EQ(articles[0].article.key, "1");
    EXPECT_EQ(facts_of(articles[0].article, Field::byline), "Desk (record)");
    EXPECT_EQ(facts_of(articles[0].article, Field::source), "Gazette (record)");
    EXPECT_EQ(facts_of(articles[0].article, Field::lang), "en (record)");
    EXPECT_EQ(facts_of(articles[1].article, Field::byline), "Jane Doe (record)");
    EXPECT_EQ(articles[1].article.body, "Flash");
}

TEST(Json, NinjsIsRead) {
    const std::string item = R"({"uri":"https://cw.example/1","version":"2","pubStatus":"usable",
"firstCreated":"2019-03-04T05:06:07Z","headlines":[{"role":"main","value":"Storm"}],
"places":[{"name":"Saltmere"}],"subjects":[{"name":"storms"},{"name":"harbours"}],
"infosources":[{"name":"Coast Wire"}],"bodies":[{"role":"ingress","value":"Short."},
{"role":"main","contenttype":"text/html","value":"<p>Nobody sailed.</p>"}]})";
    const Article article = one_article("a.json", item).article;
    EXPECT_EQ(article.key, "https://cw.example/1");
    EXPECT_EQ(facts_of(article, Field::title), "Storm (record)");
    EXPECT_EQ(facts_of(article, Field::date), "2019-03-04T05:06:07Z (record)");
    EXPECT_EQ(facts_of(article, Field::place), "Saltmere (record)");
    EXPECT_EQ(facts_of(article, Field::tag), "storms (record); harbours (record)");
    EXPECT_EQ(facts_of(article, Field::source), "Coast Wire (record)");
    EXPECT_EQ(facts_of(article, Field::url), "https://cw.example/1 (record)");
    EXPECT_EQ(article.body, "Nobody sailed.");
    std::string killed = item;
    killed.replace(killed.find("usable"), 6, "canceled").replace(killed.find("\"2\""), 3, "\"3\"");
    EXPECT_TRUE(takes_back("a.json", "[" + killed + "," + item + "]"));
}

/// What is told of a file that was read and breaks its standard; empty for nothing.
std::string faults_in(std::string_view bytes) {
    for (const Unread& why : read_file("a.json", bytes).unread)
        if (why.reason == SkipReason::off_standard) return why.detail;
    return {};
}

TEST(Ninjs, WhatBreaksItIsReadAndTold) {
    const auto read = read_file("a.json", R"({"uri":"a:1","headlines":[{"value":"Storm"},
{"value":42}],"bodies":[{"value":"Nobody sailed."}],"urgency":2,"rank":1,"pubstatus":"replaced"})");
    ASSERT_EQ(read.articles.size(), 1U);
    EXPECT_EQ(read.articles[0].article.body, "Nobody sailed.");
    ASSERT_EQ(read.unread.size(), 1U);
    EXPECT_EQ(read.unread[0],
              (Unread{SkipReason::off_standard,
                      "ninjs: 'headlines[1].value' is a number, not text; 'rank' is not known; "
                      "'pubstatus' is not one of usable, withheld, canceled"}));
}

TEST(Ninjs, EachLineOfItHasItsOwnNames) {
    for (const char* item :
         {R"({"uri":"a","headline":"Storm","body_html":"Rain.","person":[{"name":"Jane Doe",
"rel":"about","scheme":"s","code":"1"}],"renditions":{"thumb":{"href":"h","width":1.5}}})",
          R"({"uri":"a","standard":{"name":"ninjs"},"headlines":[{"value":"Storm"}],"urgency":0.5,
"contentcreated":"2019","places":[{"name":"Saltmere","geojson":{"type":"Point","x":[1]}}]})",
          R"({"uri":"a","headlines":[{"value":"Storm"}],"contentCreated":"2019","urgency":3,
"eventDetails":{"dates":{"expectedStartDate":"2019-03"}},
"associations":[{"name":"photo","uri":"b","renditions":[{"name":"thumb","width":1}]}]})"})
        EXPECT_EQ(faults_in(item), "") << item;
    EXPECT_EQ(faults_in(R"({"uri":"a","headlines":[{"value":"Storm"}],"contentCreated":"2019",
"urgency":0.5,"eventDetails":{"dates":{"expectedStartDate":"March","startDate":"2019"}},
"rightsInfo":{},"associations":[{"uri":"b"}]})"),
              "ninjs: 'urgency' is not in 1..9; "
              "'eventDetails.dates.expectedStartDate' is not a day; "
              "'eventDetails.dates' has both startDate and expectedStartDate; and 2 more");
}

TEST(Ninjs, AnObjectOfAListIsNamed) {
    EXPECT_EQ(faults_in(R"([{"uri":"a","headline":"A"},{"uri":"b","headline":["B"]}])"),
              "ninjs: '[1].headline' is a list, not text");
    EXPECT_EQ(faults_in(R"([{"$standard":{"name":"ninjs"},"headline":"A","x":{"uri":1}}])"),
              "ninjs: '[0].x' is not known; '[0]' has no uri");
}

TEST(Ninjs, WhatOnlyResemblesItIsNotHeldToIt) {
    for (const char* item :
         {R"({"uri":"a","title":"Storm","text":"Nobody sailed.","type":"news"})",
          R"({"uri":"a","headline":["Storm"],"body":"Nobody sailed.","date":"2019-03-04"})",
          R"({"uri":7,"title":"Storm","byline":["Jane Doe"],"language":"en"})",
          R"({"uri":"a","headlines":[{"value":"Storm"}],"mood":"calm","standard":{"name":"CWNINJS",
"schema":"https://cw.example/cwninjs-schema_2.1.json"}})",
          R"({"uri":"a","headline":"Storm","x":1,"y":2,"z":3})"})
        EXPECT_EQ(faults_in(item), "") << item;
}

}  // namespace
}  // namespace morgue::indexer
