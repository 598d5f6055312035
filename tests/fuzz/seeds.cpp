#include <algorithm>
#include <fuzz/targets.hpp>
#include <map>
#include <tests/indexer/containers/packed.hpp>

namespace morgue::test {

namespace {

using indexer::archived;
using indexer::Files;
using indexer::gzipped;

const std::string page =
    "<!doctype html><html lang=en><head><meta charset=utf-8><title>Storm | Post</title>"
    "<meta property=\"article:published_time\" content=\"2019-03-04T05:06:07+01:00\">"
    "<script "
    "type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"Storm\"}</script>"
    "</head><body><nav><a href=/>Home</a></nav><article><h1>Storm</h1><p class=byline>By Jane Doe"
    "</p><p>A storm closed the harbour on Monday, and nobody sailed.</p></article></body></html>";

const std::string newsml =
    "<?xml version=\"1.0\"?><newsItem xmlns=\"http://iptc.org/std/nar/2006-10-01/\" guid=\"urn:a\""
    " version=\"2\"><itemMeta><pubStatus qcode=\"stat:usable\"/></itemMeta><contentMeta><headline>"
    "Storm</headline></contentMeta><contentSet><inlineXML contenttype=\"application/nitf+xml\">"
    "<nitf><body><body.content><p>Nobody sailed.</p></body.content></body></nitf></inlineXML>"
    "</contentSet></newsItem>";

const std::string mail =
    "From: Jane <jane@coast.example>\nSubject: =?utf-8?Q?S=C3=A8te?=\nMessage-ID: <1@coast>\n"
    "Date: Mon, 4 Mar 2019 05:06:07 +0100\nContent-Type: multipart/alternative; boundary=a\n\n"
    "--a\nContent-Type: text/plain\nContent-Transfer-Encoding: base64\n\nTm9ib2R5IHNhaWxlZC4=\n"
    "--a\nContent-Type: text/html\n\n<p>Nobody sailed.</p>\n--a--\n";

const std::string issue =
    std::string(
        "<mets><dmdSec ID=\"I\"><mdWrap><xmlData><mods><titleInfo><title>Post</title></titleInfo>"
        "<originInfo><dateIssued>1899-05-01</dateIssued></originInfo></mods></xmlData></mdWrap>"
        "</dmdSec><fileSec><fileGrp><file ID=\"F\"><FLocat href=\"1.xml\"/></file></fileGrp>"
        "</fileSec><structMap TYPE=\"PHYSICAL\"><div ID=\"P\" TYPE=\"PAGE\" ORDER=\"1\"><fptr "
        "FILEID=\"F\"/></div></structMap><structMap TYPE=\"LOGICAL\"><div DMDID=\"I\"><div "
        "ID=\"D\" "
        "TYPE=\"ARTICLE\" LABEL=\"Storm\"><fptr><area FILEID=\"F\" BEGIN=\"B\" END=\"B\"/></fptr>"
        "</div></div></structMap><structLink><smLink from=\"D\" to=\"P\"/></structLink></mets>") +
    '\0' +
    "<alto><Layout><Page><TextBlock ID=\"B\"><TextLine><String "
    "CONTENT=\"Nobody\"/><HYP/></TextLine>"
    "</TextBlock><TextBlock><String CONTENT=\"sailed.\"/></TextBlock></Page></Layout></alto>";

const std::map<std::string, std::vector<std::string>, std::less<>> of_readers{
    {"text", {"Storm closes harbour\n\nBy Jane Doe\n\nSALTMERE (NW) - Nobody sailed.\n"}},
    {"Markdown",
     {"---\ntitle: Storm\ndate: 2019-03-04\ntags: [a, b]\n---\n\n# Storm\n\nNobody.\n"}},
    {"HTML", {page}},
    {"SGML",
     {"<REUTERS NEWID=\"1\"><DATE>26-FEB-1987 15:01:01.79</DATE><TOPICS><D>cocoa</D></TOPICS><TEXT>"
      "<TITLE>STORM</TITLE><BODY>Nobody &lt;sailed>.\n&#3;</BODY></TEXT></REUTERS>",
      "<DOC><DOCNO> A1 </DOCNO><HEAD>Storm</HEAD><TEXT>Nobody sailed.</TEXT></DOC>"}},
    {"NITF",
     {"<nitf><head><title>Storm</title><docdata><doc-id id-string=\"a\"/><date.issue "
      "norm=\"20190304T050607Z\"/></docdata></head><body><body.head><hedline><hl1>Storm</hl1>"
      "</hedline></body.head><body.content><p>Nobody sailed.</p></body.content></body></nitf>"}},
    {"NewsML-G2", {newsml}},
    {"NewsML",
     {"<NewsML><NewsItem><Identification><NewsIdentifier><NewsItemId>a</NewsItemId><RevisionId>2"
      "</RevisionId></NewsIdentifier></Identification><NewsComponent><NewsLines><HeadLine>Storm"
      "</HeadLine></NewsLines><ContentItem><DataContent><p>Nobody sailed.</p></DataContent>"
      "</ContentItem></NewsComponent></NewsItem></NewsML>"}},
    {"WordPress",
     {"<rss xmlns:wp=\"http://wordpress.org/export/1.2/\" "
      "xmlns:content=\"c\"><channel><item><title>"
      "Storm</title><content:encoded><![CDATA[<p>Nobody.</p>]]></content:encoded><wp:post_type>post"
      "</wp:post_type><wp:status>publish</wp:status></item></channel></rss>"}},
    {"RSS",
     {"<rss version=\"2.0\"><channel><title>Post</title><item><guid>a</guid><title>Storm</title>"
      "<pubDate>Mon, 04 Mar 2019 05:06:07 EST</pubDate><description>&lt;p>Nobody sailed.&lt;/p>"
      "</description></item></channel></rss>"}},
    {"Atom",
     {"<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><id>a</id><title type=\"html\">Storm"
      "</title><updated>2019-03-04T05:06:07Z</updated><content type=\"xhtml\"><div>Nobody.</div>"
      "</content></entry></feed>"}},
    {"JSON Feed",
     {"{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{\"id\":\"a\",\"title\":"
      "\"Storm\",\"content_html\":\"<p>Nobody sailed.</p>\"}]}"}},
    {"ninjs",
     {"{\"uri\":\"urn:a\",\"type\":\"text\",\"version\":\"2\",\"headline\":\"Storm\","
      "\"body_text\":\"Nobody sailed.\",\"versioncreated\":\"2019-03-04T05:06:07Z\"}"}},
    {"JSON", {"[{\"title\":\"Storm\",\"date\":\"2019-03-04\",\"body\":\"Nobody \\u0073ailed.\"}]"}},
    {"JSON lines",
     {"{\"title\":\"Storm\",\"text\":\"Nobody.\"}\n{\"title\":\"\\ud83c\\udf0a\"}\n{"}},
    {"CSV", {"title,date,text\nStorm,2019-03-04,\"Nobody \"\"sailed\"\".\"\nA\tb;c,,\n"}},
    {"ALTO",
     {"<alto><Layout><Page><PrintSpace><TextBlock><TextLine><String CONTENT=\"har\" "
      "SUBS_TYPE=\"HypPart1\" SUBS_CONTENT=\"harbour\"/><HYP/></TextLine><TextLine><String "
      "CONTENT=\"bour\" "
      "SUBS_TYPE=\"HypPart2\"/></TextLine></TextBlock></PrintSpace></Page></Layout>"
      "</alto>"}},
    {"METS", {issue}},
    {"mail", {mail}},
};

std::string crawl() {
    const std::string block =
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n" +
        std::string("f\r\n<p>Nobody.</p>\r\n0\r\n\r\n");
    return "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/\r\n"
           "Content-Length: " +
           std::to_string(block.size()) + "\r\n\r\n" + block + "\r\n\r\n";
}

std::string old_crawl() {
    const std::string block = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>Nobody.</p>";
    return "filedesc://x.arc 0.0.0.0 20190304050607 text/plain 4\n1 0\n\nhttp://a.example/ "
           "10.0.0.1 "
           "20190304050607 text/html " +
           std::to_string(block.size()) + "\n" + block + "\n";
}

std::map<std::string, std::string, std::less<>> of_containers() {
    const Files files{{"a.txt", "Nobody sailed."}, {"b.html", page}};
    const std::string tar = archived(files, "paxr");
    return {{"a.zip", archived(files, "zip")},
            {"a.tar", tar},
            {"a.tar.gz", gzipped(tar)},
            {"a.warc", crawl()},
            {"a.warc.gz", gzipped(crawl()) + gzipped(crawl())},
            {"a.arc", old_crawl()},
            {"a.mbox", "From jane Mon Mar  4 05:06:07 2019\n" + mail + "\n"},
            {"a.tar.zst", indexer::zstd(tar)}};
}

const std::vector<std::string> questions{"storm",
                                         "\"storm corps\" -gale",
                                         "title:(storm OR gale)",
                                         "storm* NOT (a OR b)",
                                         "date:2019-03..",
                                         "path:2019/03 source:\"a b\"",
                                         "dup:8c2f01aa34de is:first",
                                         "a W/5 \"b c\" PRE/S d* NOT W/3 (e OR f)",
                                         "title:(a NEAR b) ATLEAST3(c OR d) f +4 e",
                                         "~\"a b\" =\"C d\" =E -=F",
                                         "wom?n *berg word~2 /gr[ae]y/ brib! W/3 b",
                                         "source:ap,b date:2019,today date:\"last 3 weeks\"",
                                         "\\OR e-mail U.S.",
                                         "\"so\"-03* ne",
                                         "\"a * b\" \"a b\"~5 c^2 lead:(d OR e) words:>80",
                                         "tde:\"a 6 b … c\" has:url id:8c2f type:html"};

const std::vector<std::string> questions_and_articles{
    "storm corps\nA storm. The storm corps went out; nobody else did.\n\nIt was a storm.",
    "\"went out\"\nA storm. The storm corps went out.",
    "東京*\n東京の港で嵐。誰も出港しなかった。",
    "storm PRE/5 nobody NOT W/S calm\nA storm. The storm corps went out; nobody else did.",
    "ATLEAST2(storm OR gale)\nA gale, a storm.",
    "(storm OR gale) -calm\nThe gale, a state-of-the-art storm, hit the U.S. coast."};

}  // namespace

std::vector<std::string> fuzz_seeds(const FuzzTarget& target) {
    if (const auto found = of_readers.find(target.name); found != of_readers.end())
        return found->second;
    if (target.name == "query") return questions;
    if (target.name == "passages") return questions_and_articles;
    return {of_containers().at(target.filename)};
}

}  // namespace morgue::test
