#include "read.hpp"

namespace morgue::indexer {
namespace {

const std::string header =
    "Message-ID: <7@coast.example>\r\nDate: Mon, 4 Mar 2019 05:06:07 +0100\r\n";

TEST(Mail, TheHeaderTellsOfTheArticle) {
    const Article article =
        one_article("a.eml", header +
                                 "From: =?utf-8?q?Ren=C3=A9e?= Doe <renee@coast.example>\r\n"
                                 "Subject: =?iso-8859-1?Q?Storm_in_S=E8te?=\r\n"
                                 "List-Id: \"Coast Weekly\" <weekly.coast.example>\r\n\r\n"
                                 "Nobody sailed.\r\n")
            .article;
    EXPECT_EQ(article.key, "7@coast.example");
    EXPECT_EQ(facts_of(article, Field::title), "Storm in S\xC3\xA8te (record)");
    EXPECT_EQ(facts_of(article, Field::byline),
              "Ren\xC3\xA9"
              "e Doe (record)");
    EXPECT_EQ(facts_of(article, Field::date), "2019-03-04T05:06:07+01:00 (record)");
    EXPECT_EQ(facts_of(article, Field::source), "Coast Weekly (record)");
    EXPECT_EQ(article.body, "Nobody sailed.");
}

TEST(Mail, TransferEncodingsAndCharsetsAreUndone) {
    const auto body_of = [](const std::string& part) {
        return one_article("a.eml", header + part).article.body;
    };
    EXPECT_EQ(body_of("Content-Type: text/plain; charset=iso-8859-1\r\n"
                      "Content-Transfer-Encoding: quoted-printable\r\n\r\nS=E8te is=\r\n calm."),
              "S\xC3\xA8te is calm.");
    EXPECT_EQ(body_of("Content-Transfer-Encoding: base64\r\n\r\nTm9ib2R5IHNhaWxlZC4=\r\n"),
              "Nobody sailed.");
    EXPECT_EQ(body_of("Content-Type: text/html\r\n\r\n<p>Nobody <b>sailed</b>.</p>"),
              "Nobody sailed.");
}

TEST(Mail, OfSeveralFormsOneIsRead) {
    const std::string begin = header +
                              "Content-Type: multipart/mixed; boundary=m\r\n\r\n--m\r\n"
                              "Content-Type: multipart/alternative; boundary=a\r\n\r\n";
    const std::string html = "--a\r\nContent-Type: text/html\r\n\r\n<p>As a page.</p>\r\n";
    const std::string plain = "--a\r\nContent-Type: text/plain\r\n\r\nAs text.\r\n";
    const std::string end =
        "--a--\r\n--m\r\nContent-Type: text/plain\r\n"
        "Content-Disposition: attachment\r\n\r\nAttached.\r\n--m--\r\n";
    EXPECT_EQ(one_article("a.eml", begin + html + plain + end).article.body, "As text.");
    EXPECT_EQ(one_article("a.eml", begin + html + end).article.body, "As a page.");
}

TEST(Mail, WhatIsForwardedIsPartOfIt) {
    const std::string digest = header +
                               "Content-Type: multipart/digest; boundary=d\r\n\r\n"
                               "--d\r\n\r\nSubject: Storm\r\n\r\nNobody sailed.\r\n"
                               "--d\r\n\r\nSubject: Calm\r\n\r\nAll sailed.\r\n--d--\r\n";
    EXPECT_EQ(one_article("a.eml", digest).article.body,
              "Storm\n\nNobody sailed.\n\nCalm\n\nAll sailed.");
}

TEST(Mail, WhatIsNoMessageIsNamed) {
    EXPECT_EQ(reason_of("a.eml", "Nothing but text."), SkipReason::malformed);
    EXPECT_EQ(reason_of("a.eml", header + "\r\n"), SkipReason::empty);
    std::string deep = header + "Content-Type: multipart/mixed; boundary=0\r\n\r\n";
    for (int i = 0; i < 3000; ++i)
        deep += "--" + std::to_string(i) +
                "\r\nContent-Type: multipart/mixed; boundary=" + std::to_string(i + 1) + "\r\n\r\n";
    EXPECT_EQ(reason_of("a.eml", deep), SkipReason::empty);
}

}  // namespace
}  // namespace morgue::indexer
