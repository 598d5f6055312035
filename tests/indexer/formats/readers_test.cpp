#include <algorithm>
#include <iterator>

#include "read.hpp"

namespace morgue::indexer {
namespace {

TEST(Readers, AreFoundByExtension) {
    constexpr std::pair<std::string_view, std::string_view> rows[] = {
        {"a.txt", "text"},
        {"a/b.TXT", "text"},
        {"a.sgm", "SGML"},
        {"a.md", "Markdown"},
        {"a.html", "HTML"},
        {"a.Htm", "HTML"},
        {"a.b.txt", "text"},
        {"a", "text"},
        {"a.pdf", ""},
        {"a.txt/b", "text"},
        {".txt", ""},
        {"a/.md", ""},
        {"a.", ""},
        {"a.txtx", ""},
        {"", ""},
        {"a.averyveryverylongextension", ""},
    };
    for (const auto& [path, name] : rows) {
        const Format* format = find_format(path);
        EXPECT_EQ(format == nullptr ? "" : format->name, name) << path;
    }
}

TEST(Readers, ExtensionsAreDistinctAndLowerCase) {
    std::vector<std::string_view> seen;
    for (const Format& format : known_formats())
        for (const std::string_view extension : format.extensions) {
            EXPECT_TRUE(extension.starts_with('.'));
            if (format.fits != nullptr) continue;
            EXPECT_EQ(find_format("x" + std::string(extension)), &format);
            EXPECT_EQ(std::count(seen.begin(), seen.end(), extension), 0);
            seen.push_back(extension);
        }
}

TEST(Readers, WhereSeveralHaveAnExtensionTheBytesTell) {
    constexpr std::pair<std::string_view, std::string_view> rows[] = {
        {"<nitf/>", "NITF"},
        {"<?xml version='1.0'?><!-- <rss> --><newsItem guid='1'/>", "NewsML-G2"},
        {"<NewsML>", "NewsML"},
        {"<rss version='2.0'>", "RSS"},
        {"<rdf:RDF xmlns:rdf='x'>", "RSS"},
        {"<feed", "Atom"},
        {"<a:entry>", "Atom"},
        {"<html>", ""},
        {"rss", ""},
    };
    for (const auto& [bytes, name] : rows) {
        const Format* format = find_format("a.xml", bytes);
        EXPECT_EQ(format == nullptr ? "" : format->name, name) << bytes;
    }
    EXPECT_EQ(find_format("a.txt", "<rss>")->name, "text");
    EXPECT_EQ(find_format("a.pdf", "<rss>"), nullptr);
}

TEST(Readers, WithoutAnExtensionTheContentTells) {
    constexpr std::pair<std::string_view, std::string_view> rows[] = {
        {"Headline\n\nBody.\n", "text"},
        {"---\ntitle: T\n---\nBody.\n", "Markdown"},
        {"\xEF\xBB\xBF\n<!DOCTYPE HTML>\n<title>T</title>", "HTML"},
        {"<HTML><body>", "HTML"},
        {"<!DOCTYPE lewis SYSTEM \"lewis.dtd\">\n<REUTERS>", "SGML"},
        {"<DOC>\n<DOCNO>1</DOCNO>", "SGML"},
        {"<?xml version='1.0'?>\n<rss version='2.0'>", "RSS"},
        {"<?xml version='1.0'?>\n<nitf/>", "NITF"},
        {"<plist>", ""},
        {"{\"uri\": \"a\", \"headline\": \"b\"}", "ninjs"},
        {" {\"title\": \"a\"}\n{\"title\": \"b\"}\n", "JSON"},
        {"[Note] of the editors", "text"},
        {"- - -\nA line", "text"},
    };
    for (const auto& [bytes, name] : rows) {
        const Format* format = find_format("2019/storm", bytes);
        EXPECT_EQ(format == nullptr ? "" : format->name, name) << bytes;
    }
}

TEST(Readers, AFileWithoutTextIsEmpty) {
    for (const Format& format : known_formats())
        for (const std::string_view text : {"", " \n\t\r\n", "\xEF\xBB\xBF", "\u00A0\u3000\n"})
            EXPECT_EQ(reason_of("x" + std::string(format.extensions[0]), text), SkipReason::empty)
                << format.name;
}

TEST(Readers, WhatIsPlainIsReadTheSameWithoutTheReader) {
    constexpr std::pair<std::string_view, std::string_view> plain[] = {
        {"a.txt", "Storm\n\nBy Jane Doe\n\nLondon, 4 March 2019 - Nobody sailed.\n"},
        {"a.txt", "\xEF\xBB\xBFSturm\r\n\r\nGrüße aus Köln.\r\n"},
        {"a.txt", "Caf\u00C3\u00A9\n\nDéj\u00C3\u00A0 vu, d\u00C3\u00A9j\u00C3\u00A0 lu.\n"},
        {"a.txt", " \n"},
        {"a.md", "# Storm\n\n*Nobody* <b>sailed</b>.\n"},
        {"a.jsonl", "{\"title\":\"Storm\",\"text\":\"Nobody sailed.\"}\n\n{\"id\":7,\n[1]\n"},
        {"a.jsonl", "{\"text\":\"Grüße &amp; K\\u00fcsse\",\"tags\":[\"a\",{\"name\":\"b\"}]}"},
    };
    for (const auto& [path, bytes] : plain) {
        const Format& format = *find_format(path);
        ASSERT_TRUE(format.is_plain(bytes)) << bytes;
        const ReadResult here = format.read_plain(bytes, {path});
        const ReadResult there = read_file(path, bytes);
        EXPECT_EQ(here.unread, there.unread) << bytes;
        ASSERT_EQ(here.articles.size(), there.articles.size()) << bytes;
        for (std::size_t i = 0; i < here.articles.size(); ++i) {
            EXPECT_EQ(here.articles[i].article, there.articles[i].article) << bytes;
            EXPECT_EQ(here.articles[i].body_offset, there.articles[i].body_offset) << bytes;
            EXPECT_EQ(here.articles[i].member, there.articles[i].member) << bytes;
        }
    }
}

TEST(Readers, WhatAParserWouldSeeIsNotPlain) {
    using namespace std::string_view_literals;
    constexpr std::pair<std::string_view, std::string_view> risky[] = {
        {"a.txt", "---\ntitle: Storm\n---\nNobody sailed.\n"},
        {"a.md", "\n\xEF\xBB\xBF---\ntitle: Storm\n---\nNobody sailed.\n"},
        {"a.txt", "caf\xE9"},
        {"a.txt", "a\0b\0"sv},
        {"a.txt", "\x1B$B%/%i\x1B(B"},
        {"a.jsonl", "{\"text\":\"<p>Nobody sailed.\"}"},
        {"a.jsonl", "{\"text\":\"\\u003cp>Nobody sailed.\"}"},
    };
    for (const auto& [path, bytes] : risky)
        EXPECT_FALSE(find_format(path)->is_plain(bytes)) << bytes;
    for (const char* path : {"a.html", "a.xml", "a.json", "a.csv", "a.eml"})
        EXPECT_EQ(find_format(path)->is_plain, nullptr) << path;
}

TEST(Readers, ThePathDatesAnUndatedFile) {
    constexpr std::pair<std::string_view, std::string_view> samples[] = {
        {"NITF", "<nitf><body><body.content>Rain fell.</body.content></body></nitf>"},
        {"NewsML-G2",
         "<newsItem><contentMeta><headline>Rain fell.</headline></contentMeta>"
         "</newsItem>"},
        {"NewsML",
         "<NewsML><NewsItem><NewsLines><HeadLine>Rain fell.</HeadLine></NewsLines>"
         "</NewsItem></NewsML>"},
        {"RSS", "<rss><channel><item><title>Rain fell.</title></item></channel></rss>"},
        {"Atom", "<entry><title>Rain fell.</title></entry>"},
        {"JSON Feed", R"({"version":"https://jsonfeed.org/version/1","items":[{"title":"Rain"}]})"},
        {"ninjs", R"({"uri":"urn:1","title":"Rain fell."})"},
        {"JSON", R"({"text":"Rain fell."})"},
        {"JSON lines", R"({"text":"Rain fell."})"},
        {"CSV", "text\nRain fell.\n"},
        {"WordPress",
         "<rss xmlns:w='http://wordpress.org/export/1.2/'><channel><item><title>Rain fell.</title>"
         "</item></channel></rss>"},
        {"ALTO", "<alto><Layout><Page><String CONTENT='Rain'/></Page></Layout></alto>"},
        {"mail", "Subject: Rain\n\nRain fell.\n"},
    };
    for (const Format& format : known_formats()) {
        if (format.name == "METS") continue;  // what it dates are other files
        const std::string name = "2019/03/04/x" + std::string(format.extensions[0]);
        const auto* sample =
            std::ranges::find(samples, format.name, [](auto& row) { return row.first; });
        const auto read = one_article(
            name, sample == std::end(samples) ? "<doc>Rain fell.</doc>" : sample->second);
        EXPECT_EQ(facts_of(read.article, Field::date), "2019-03-04 (path)") << format.name;
    }
}

}  // namespace
}  // namespace morgue::indexer
