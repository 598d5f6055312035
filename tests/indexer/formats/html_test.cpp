#include "read.hpp"

using namespace std::string_literals;

namespace morgue::indexer {
namespace {

std::string fact(const std::string& head, Field field) {
    return facts_of(one_article("x.html", "<head>" + head + "</head><p>Rain fell.").article, field);
}

std::string script(const std::string& json) {
    return "<script type=\"application/ld+json\">" + json + "</script>";
}

TEST(Html, TitleByPrecedence) {
    const std::string og = "<meta property=og:title content='Rain &amp;  flood'>";
    const std::string title = "<title>Rain\n | Herald</title>";
    const std::string json = script(R"({"@type":"NewsArticle","headline":"Rainfall"})");
    EXPECT_EQ(fact(og + title + json, Field::title), "Rainfall (json-ld)");
    EXPECT_EQ(fact(og + title, Field::title), "Rain & flood (meta)");
    EXPECT_EQ(fact(title, Field::title), "Rain | Herald (meta)");
    EXPECT_EQ(fact(json, Field::title), "Rainfall (json-ld)");
    EXPECT_EQ(fact("", Field::title), "Rain fell. (first-sentence)");
    EXPECT_EQ(fact("<title></title>", Field::title), "Rain fell. (first-sentence)");
}

TEST(Html, AWindowsTitleIsTheHeadlineAndMore) {
    constexpr std::pair<std::string_view, std::string_view> rows[] = {
        {"Rain floods half of the town | Herald", "Rain floods half of the town"},
        {"Rain floods half the - town - News – The Herald", "Rain floods half the - town - News"},
        {"Herald | Rain floods half of the town", "Rain floods half of the town"},
        {"Rain and flood | Herald", "Rain and flood | Herald"},
        {"Rain-floods the old town of Wells", "Rain-floods the old town of Wells"},
    };
    for (const auto& [title, headline] : rows)
        EXPECT_EQ(fact("<title>" + std::string(title) + "</title>", Field::title),
                  std::string(headline) + " (meta)");
    const std::string json =
        script(R"({"@type":"Article","name":"Wells","headline":"a town in Somerset"})");
    EXPECT_EQ(fact("<title>Wells - Almanac</title>" + json, Field::title), "Wells (json-ld)");
}

TEST(Html, TheBylineShownIsTakenWhereNoneIsStated) {
    const auto byline = [](const std::string& shown) {
        return facts_of(one_article("x.html", shown + "<p>Rain fell.").article, Field::byline);
    };
    EXPECT_EQ(byline("<p class=byline>By Jane Doe</p>"), "Jane Doe (meta)");
    EXPECT_EQ(byline("<a rel=author href=x>Jane Doe</a>"), "Jane Doe (meta)");
    EXPECT_EQ(byline("<div itemprop=author><b>By</b> <i itemprop=name>Jane Doe</i></div>"),
              "Jane Doe (meta)");
    EXPECT_EQ(byline("<div class=author-line>by Jane Doe, March 4, 2019</div>"), "Jane Doe (meta)");
    EXPECT_EQ(byline("<div class=comment><b class=author>Joe</b></div>"), "");
    EXPECT_EQ(byline("<p class=byline>Updated:</p>"), "");
    EXPECT_EQ(byline("<meta name=author content='John Roe'><p class=byline>By Jane Doe</p>"),
              "John Roe (meta)");
}

TEST(Html, APicturesTitleIsNoTitle) {
    const auto read =
        one_article("x.html", "<svg><title>Icon</title></svg><title>Rain</title><p>It fell.");
    EXPECT_EQ(facts_of(read.article, Field::title), "Rain (meta)");
}

TEST(Html, JsonLdIsRead) {
    const std::string json = script(R"({"@context":"https://schema.org","@type":"NewsArticle",
        "headline":"Rain","datePublished":"2019-03-04T05:06:07+01:00",
        "dateModified":"2020-01-01",
        "author":[{"@type":"Person","name":"Jane Doe"},"John Roe"],
        "publisher":{"@type":"Organization","name":"Herald"},
        "articleSection":["World","Weather"],"keywords":"rain, flood",
        "inLanguage":"en-GB","mainEntityOfPage":{"@id":"https://example.com/rain"}})");
    EXPECT_EQ(fact(json, Field::date), "2019-03-04T05:06:07+01:00 (json-ld)");
    EXPECT_EQ(fact(json, Field::byline), "Jane Doe (json-ld); John Roe (json-ld)");
    EXPECT_EQ(fact(json, Field::source), "Herald (json-ld)");
    EXPECT_EQ(fact(json, Field::section), "World (json-ld)");
    EXPECT_EQ(fact(json, Field::tag), "rain (json-ld); flood (json-ld)");
    EXPECT_EQ(fact(json, Field::lang), "en (json-ld)");
    EXPECT_EQ(fact(json, Field::url), "https://example.com/rain (json-ld)");
}

TEST(Html, TheArticleIsFoundAmongOtherObjects) {
    const std::string bodies[] = {
        R"({"@type":["Thing","ReportageNewsArticle"],"datePublished":"2019-03-04"})",
        R"([{"@type":"Organization","name":"Herald"},
            {"@type":"http://schema.org/Article","datePublished":"2019-03-04"}])",
        R"({"@graph":[{"@type":"WebPage","datePublished":"2001-01-01"},
            {"@type":"BlogPosting","datePublished":"2019-03-04"}]})",
        R"({"@type":"WebPage","mainEntity":{"@type":"Article","datePublished":"2019-03-04"}})",
        "<![CDATA[\n{\"@type\":\"Article\",\"datePublished\":\"2019-03-04\"}\n]]>",
        "{\"@type\":\"Article\",\"description\":\"two\nlines\",\"datePublished\":\"2019-03-04\"}",
    };
    for (const std::string& json : bodies)
        EXPECT_EQ(fact(script("{}") + script(json), Field::date), "2019-03-04 (json-ld)") << json;
}

TEST(Html, JsonLdNamesMayStandElsewhere) {
    const std::string json = script(R"({"@graph":[
        {"@type":"Article","author":{"@id":"#jane"},"publisher":{"@id":"#none"}},
        {"@id":"#jane","@type":"Person","name":"Jane Doe"}]})");
    EXPECT_EQ(fact(json, Field::byline), "Jane Doe (json-ld)");
    EXPECT_EQ(fact(json, Field::source), "");
}

TEST(Html, BrokenJsonLdLeavesMeta) {
    const std::string meta = "<meta property=article:published_time content=2019-03-04>";
    for (const std::string& json :
         {"{"s, "not json"s, R"({"@type":"Article","datePublished":"soon"})"s,
          R"({"@type":"Article","datePublished":{"a":[1]},"author":7,"keywords":[null,{}]})"s,
          R"({"@type":"Product","datePublished":"2001-01-01"})"s, std::string(100'000, '['),
          R"({"@type":"Article","datePublished":"2001-01-01","x":)" + std::string(200, '[') +
              std::string(200, ']') + "}"})
        EXPECT_EQ(fact(script(json) + meta, Field::date), "2019-03-04 (meta)")
            << json.substr(0, 99);
}

TEST(Html, MetaIsRead) {
    constexpr std::tuple<Field, const char*, const char*> rows[] = {
        {Field::date, "<meta property=article:published_time content=2019-03-04T05:06Z>",
         "2019-03-04T05:06Z (meta)"},
        {Field::date, "<meta name=pubdate content='March 4, 2019'>", "2019-03-04 (meta)"},
        {Field::date, "<meta name=DC.date content=20190304>", "2019-03-04 (meta)"},
        {Field::date, "<meta itemprop=datePublished content=2019-03-04>", "2019-03-04 (meta)"},
        {Field::date, "<body><time itemprop=datePublished datetime=2019-03-04>Mon</time>",
         "2019-03-04 (element)"},
        {Field::date,
         "<meta name=date content=2001-01-01>"
         "<meta property=article:published_time content=2019-03-04>",
         "2019-03-04 (meta)"},
        {Field::date,
         "<meta property=article:published_time content=never><meta name=date content=2019-03-04>",
         "2019-03-04 (meta)"},
        {Field::date, "<meta property=article:modified_time content=2019-03-04>", ""},
        {Field::byline, "<meta name=author content='By Jane Doe'>", "Jane Doe (meta)"},
        {Field::byline, "<meta property=article:author content=https://x.example/jane>", ""},
        {Field::byline, "<meta property=article:author content='Jane Doe'>", "Jane Doe (meta)"},
        {Field::byline, "<meta name=dc:creator content='Jane Doe'>", "Jane Doe (meta)"},
        {Field::source, "<meta property=og:site_name content=Herald>", "Herald (meta)"},
        {Field::section, "<meta property=article:section content=World>", "World (meta)"},
        {Field::tag,
         "<meta property=article:tag content=rain><meta property=article:tag content=flood>"
         "<meta name=keywords content=other>",
         "rain (meta); flood (meta)"},
        {Field::tag, "<meta name=keywords content='rain, flood, rain'>",
         "rain (meta); flood (meta)"},
        {Field::url, "<link rel=canonical href=https://x.example/rain>",
         "https://x.example/rain (meta)"},
        {Field::url, "<meta property=og:url content=https://x.example/rain?id=1>",
         "https://x.example/rain?id=1 (meta)"},
        {Field::url, "<link rel=canonical href=/rain>", ""},
        {Field::url, "<link rel=canonical href=https://x.example/>", ""},
        {Field::url, "<link rel=canonical href='javascript:alert(1)'>", ""},
    };
    for (const auto& [field, head, facts] : rows) EXPECT_EQ(fact(head, field), facts) << head;
}

TEST(Html, LanguageOfThePage) {
    const auto read = one_article("x.html", "<html lang='de-AT'><p>Es regnete.");
    EXPECT_EQ(facts_of(read.article, Field::lang), "de (meta)");
    EXPECT_EQ(fact("<meta http-equiv=Content-Language content=fr>", Field::lang), "fr (meta)");
}

TEST(Html, JsonLdIsAheadOfMetaAndPath) {
    const std::string page = script(R"({"@type":"Article","datePublished":"2019-03-04",
                                        "author":"Jane Doe"})") +
                             "<meta name=date content=2001-01-01><meta name=author content=Staff>"
                             "<p>Rain fell.";
    const auto read = one_article("1999/01/01/x.html", page);
    EXPECT_EQ(facts_of(read.article, Field::date), "2019-03-04 (json-ld)");
    EXPECT_EQ(facts_of(read.article, Field::byline), "Jane Doe (json-ld)");
}

TEST(Html, TheDeclaredCharsetIsHeard) {
    const std::pair<std::string, std::string> rows[] = {
        {"<meta charset=windows-1251><p>\xCF\xF0\xE8\xE2\xE5\xF2", "Привет"},
        {"<META http-equiv='Content-Type' content='text/html; "
         "charset=Shift_JIS'><p>\x93\x8C\x8B\x9E",
         "東京"},
        {"<?xml version='1.0' encoding='koi8-r'?><html><p>\xF0\xD2\xC9\xD7\xC5\xD4", "Привет"},
        {"<!-- <meta charset=koi8-r> --><p>caf\xC3\xA9", "café"},
        {"<p>caf\xE9", "café"},
        {"<p>caf\xC3\xA9", "café"},
        {"\xFF\xFE<\0p\0>\0\xE9\0"s, "é"},
    };
    for (const auto& [page, body] : rows)
        EXPECT_EQ(one_article("x.html", page).article.body, body) << page;
    EXPECT_EQ(reason_of("x.html", "<meta charset=utf-8><p>caf\xE9"), SkipReason::bad_encoding);
}

TEST(Html, ValuesAreOneLineAndBounded) {
    EXPECT_EQ(fact("<title>Rain\x01\x1B\n\t falls</title>", Field::title), "Rain falls (meta)");
    const std::string huge(1 << 20, 'x');
    EXPECT_EQ(
        fact("<meta property=og:title content='" + huge + "'><title>Rain</title>", Field::title),
        "Rain (meta)");
}

TEST(Html, ATitleThatNeverClosesIsText) {
    std::string page = "<title>";
    for (int i = 0; i < 500; ++i) page += "rain ";
    const auto read = one_article("x.html", page + "falls");
    EXPECT_TRUE(read.article.body.ends_with("rain falls"));
}

}  // namespace
}  // namespace morgue::indexer
