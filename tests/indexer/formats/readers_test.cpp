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
        const Reader* reader = find_reader(path);
        EXPECT_EQ(reader == nullptr ? "" : reader->name, name) << path;
    }
}

TEST(Readers, ExtensionsAreDistinctAndLowerCase) {
    std::vector<std::string_view> seen;
    for (const Reader& reader : readers())
        for (const std::string_view extension : reader.extensions) {
            EXPECT_TRUE(extension.starts_with('.'));
            if (reader.fits != nullptr) continue;
            EXPECT_EQ(find_reader("x" + std::string(extension)), &reader);
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
        const Reader* reader = find_reader("a.xml", bytes);
        EXPECT_EQ(reader == nullptr ? "" : reader->name, name) << bytes;
    }
    EXPECT_EQ(find_reader("a.txt", "<rss>")->name, "text");
    EXPECT_EQ(find_reader("a.pdf", "<rss>"), nullptr);
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
        const Reader* reader = find_reader("2019/storm", bytes);
        EXPECT_EQ(reader == nullptr ? "" : reader->name, name) << bytes;
    }
}

TEST(Readers, AFileWithoutTextIsEmpty) {
    for (const Reader& reader : readers())
        for (const std::string_view text : {"", " \n\t\r\n", "\xEF\xBB\xBF", "\u00A0\u3000\n"})
            EXPECT_EQ(reason_of("x" + std::string(reader.extensions[0]), text), SkipReason::empty)
                << reader.name;
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
    for (const Reader& reader : readers()) {
        if (reader.name == "METS") continue;  // what it dates are other files
        const std::string name = "2019/03/04/x" + std::string(reader.extensions[0]);
        const auto* sample =
            std::ranges::find(samples, reader.name, [](auto& row) { return row.first; });
        const auto read = one_article(
            name, sample == std::end(samples) ? "<doc>Rain fell.</doc>" : sample->second);
        EXPECT_EQ(facts_of(read.article, Field::date), "2019-03-04 (path)") << reader.name;
    }
}

}  // namespace
}  // namespace morgue::indexer
