#include <algorithm>
#include <chrono>
#include <iterator>
#include <random>

#include <indexer/readers/html_prepare.hpp>
#include <text/utf8.hpp>

#include "read.hpp"

namespace morgue::indexer {
namespace {

// Whether every text of a result is UTF-8, and the body where it says it is.
void expect_sound(const ReadResult& result, std::string_view bytes) {
    EXPECT_FALSE(result.articles.empty() && result.unread.empty());
    for (const Unread& part : result.unread)
        EXPECT_TRUE(text::is_valid_utf8(part.detail)) << part.detail;
    for (const ReadArticle& read : result.articles) {
        EXPECT_TRUE(text::is_valid_utf8(read.article.body));
        EXPECT_TRUE(text::is_valid_utf8(read.article.key));
        for (const Metadatum& fact : read.article.metadata) {
            EXPECT_TRUE(text::is_valid_utf8(fact.value));
            EXPECT_FALSE(fact.value.empty());
            EXPECT_EQ(fact.value.find_first_of("\n\r\t\x1B"), std::string::npos) << fact.value;
        }
        if (read.body_offset < 0) continue;
        const auto offset = static_cast<std::size_t>(read.body_offset);
        ASSERT_LE(offset, bytes.size());
        EXPECT_EQ(bytes.substr(offset, read.article.body.size()), read.article.body);
    }
}

void read_every_way(const std::string& bytes) {
    for (const Format& format : known_formats())
        expect_sound(reader_of(format)(bytes, {"2019/03/04/x"}), bytes);
}

TEST(Hostile, RandomBytes) {
    std::mt19937 random(20190304);
    for (int round = 0; round < 600; ++round) {
        std::string bytes(random() % 600, '\0');
        for (char& c : bytes) c = static_cast<char>(random());
        if (round % 3 != 0) std::replace(bytes.begin(), bytes.end(), '\0', 'a');
        if (round % 3 == 2)
            for (char& c : bytes)
                if (static_cast<unsigned char>(c) < 0x20) c = '\n';
        read_every_way(bytes);
    }
}

constexpr std::string_view pieces[] = {"---\n",
                                       "title: ",
                                       "date: ",
                                       "- ",
                                       "[",
                                       "]",
                                       "{",
                                       "}",
                                       "&a ",
                                       "*a",
                                       "'",
                                       "\"",
                                       ": ",
                                       "\n",
                                       "\r\n",
                                       "\n\n",
                                       "# ",
                                       "===\n",
                                       "By Jane Doe\n",
                                       "PARIS (AP) - ",
                                       "http://a.example/b\n",
                                       "2019-03-04",
                                       "March ",
                                       "4, ",
                                       "2019",
                                       "<p>",
                                       "</p>",
                                       "<div ",
                                       "<article>",
                                       "</article>",
                                       "<script type=application/ld+json>",
                                       "</script>",
                                       "{\"@type\":\"Article\",\"author\":[",
                                       "<meta name=date content=",
                                       "<title>",
                                       "</title>",
                                       "<pre>",
                                       "<form>",
                                       "</form>",
                                       "<svg>",
                                       "hidden",
                                       ">",
                                       "<!--",
                                       "-->",
                                       "&#146;",
                                       "&amp",
                                       "é",
                                       "東京",
                                       "\xE9",
                                       "\xFF\xFE",
                                       "(",
                                       ")",
                                       " ",
                                       "\xC2\x85",
                                       "\xE2\x80\xA8",
                                       "<![CDATA[",
                                       "]]>",
                                       "= ",
                                       "<rss><channel>",
                                       "</channel></rss>",
                                       "<feed xmlns='http://www.w3.org/2005/Atom'>",
                                       "<item>",
                                       "</item>",
                                       "<entry><content type='xhtml'>",
                                       "<description>",
                                       "</description>",
                                       "<nitf><body><body.content>",
                                       "<newsItem><contentSet><inlineXML>",
                                       "<!DOCTYPE x [<!ENTITY a 'b'>",
                                       "]>",
                                       R"({"uri":"a","text":[)",
                                       R"("},{")",
                                       R"(]})",
                                       R"(":")",
                                       "&a;",
                                       "—"};

TEST(Hostile, RandomPiecesOfTheFormats) {
    std::mt19937 random(4711);
    for (int round = 0; round < 3000; ++round) {
        std::string bytes = round % 2 == 0 ? "---\n" : "";
        for (std::size_t i = random() % 40; i > 0; --i)
            bytes += pieces[random() % std::size(pieces)];
        read_every_way(bytes);
    }
}

TEST(Hostile, EveryBeginningOfAPage) {
    const std::string page =
        "\xEF\xBB\xBF<html lang=en><meta charset=utf-8><title>R&eacute;n</title>"
        "<script type=\"application/ld+json\">{\"@type\":\"Article\",\"headline\":\"\\u00e9\"}"
        "</script><p title='x y'>Caf\xC3\xA9 &#146; <b>x</b></p>";
    for (std::size_t size = 0; size <= page.size(); ++size) read_every_way(page.substr(0, size));
}

std::string repeated(std::string_view piece, std::size_t times) {
    std::string all;
    all.reserve(piece.size() * times);
    for (std::size_t i = 0; i < times; ++i) all += piece;
    return all;
}

TEST(Hostile, DeepNestingIsRefusedByName) {
    EXPECT_EQ(reason_of("x.html", repeated("<div>", 300'000) + "deep"), SkipReason::malformed);
    EXPECT_EQ(reason_of("x.html", repeated("<b><i>", 300'000) + "deep"), SkipReason::malformed);
    EXPECT_EQ(one_article("x.html", repeated("<div>", 900) + "deep").article.body, "deep");
    EXPECT_EQ(reason_of("x.rss", "<rss>" + repeated("<a>", 300'000)), SkipReason::malformed);
}

TEST(Hostile, TooManyAttributesAreRefusedByName) {
    std::string tag = "<div";
    for (int i = 0; i < 200'000; ++i) tag += " a" + std::to_string(i) + "=1";
    EXPECT_EQ(reason_of("x.html", tag + ">deep"), SkipReason::malformed);
    tag = "<rss";
    for (int i = 0; i < 200'000; ++i) tag += " a" + std::to_string(i) + "='>'";
    EXPECT_EQ(reason_of("x.rss", tag + "></rss>"), SkipReason::malformed);
}

TEST(Hostile, TooManyPrefixesAreRefusedByName) {
    std::string feed;
    for (int i = 0; i < 210; ++i) feed += "<rss xmlns:a" + std::to_string(i) + "='u'>";
    EXPECT_EQ(reason_of("x.rss", feed), SkipReason::malformed);
}

TEST(Hostile, EntitiesAreNotExpanded) {
    std::string bomb = "<!DOCTYPE rss [<!ENTITY a0 'lol'>";
    for (int i = 1; i < 30; ++i) {
        const std::string inner = "&a" + std::to_string(i - 1) + ";";
        bomb += "<!ENTITY a" + std::to_string(i) + " '" + inner + inner + "'>";
    }
    bomb += "]><rss><channel><item><title>&a29;</title></item></channel></rss>";
    EXPECT_EQ(reason_of("x.rss", bomb), SkipReason::malformed);
}

TEST(Hostile, OnlyAttributesAreCounted) {
    const auto has_endless_tag = [](const std::string& page) { return !prepared_page(page); };
    EXPECT_TRUE(has_endless_tag("<p" + repeated(" a", 1001)));
    EXPECT_TRUE(has_endless_tag("<p" + repeated(" a='>'", 1001)));
    EXPECT_TRUE(has_endless_tag("<p" + repeated(" <a = \"<p>\"", 1001)));
    EXPECT_FALSE(has_endless_tag(repeated("<p a=1 b='2'>", 1001)));
    EXPECT_FALSE(has_endless_tag("<p title='" + repeated(" a", 5000) + "'>"));
    EXPECT_FALSE(has_endless_tag("<script>if (a<b) " + repeated(" a", 5000) + "</script>"));
    EXPECT_FALSE(has_endless_tag("<!-- <p" + repeated(" a", 5000) + " -->"));
    EXPECT_FALSE(has_endless_tag("a < b" + repeated(" a", 5000)));
    EXPECT_FALSE(has_endless_tag("<"));
    EXPECT_FALSE(has_endless_tag("<p a="));
}

// Twenty times what linear work takes here under a sanitizer; quadratic work takes hours.
TEST(Hostile, LongInputTakesLinearTime) {
    const std::pair<const char*, std::string> inputs[] = {
        {"x.txt", repeated("\n", 1'000'000) + "x"},
        {"x.txt", repeated("By Jane ", 100'000)},
        {"x.txt", repeated("- ", 500'000)},
        {"x.txt", repeated("A,", 500'000)},
        {"x.txt", repeated(" ", 1'000'000) + "x"},
        {"x.txt", repeated("Tags: a,b\n", 100'000)},
        {"x.txt", repeated("http://a.example/b\n", 50'000)},
        {"x.txt", repeated("東京", 200'000)},
        {"x.md", "---\n" + repeated("a: ", 20'000) + "\n---\n"},
        {"x.md", "---\na: " + repeated("[", 60'000) + "\n---\n"},
        {"x.md", "---\n" + repeated("? ", 30'000) + "\n---\n"},
        {"x.html", repeated("<", 1'000'000)},
        {"x.html", repeated("&", 1'000'000)},
        {"x.html", repeated("<br>", 200'000) + "x"},
        {"x.html", repeated("<form>x</form>", 50'000) + "x"},
        {"x.html", repeated("<meta name=keywords content=a>", 50'000) + "x"},
        {"x.html", "<script type=application/ld+json>" + repeated("[", 500'000) + "</script>x"},
        {"x.html", "<script type=application/ld+json>{\"@type\":\"Article\",\"author\":[" +
                       repeated("{\"@id\":\"x\"},", 50'000) + "{}]}</script>x"},
        {"x.html", "<title>" + repeated("abc ", 200'000)},
        {"x.xml", "<rss>" + repeated("<item>x</item>", 50'000) + "</rss>"},
        {"x.csv", "text\n" + repeated("x\n", 100'000)},
        {"x.csv", "text\n\"" + repeated("x\n", 500'000) + "\""},
        {"x.csv", repeated("text,", 100'000) + "\n" + repeated("x,", 100'000)},
        {"x.json", repeated("[", 500'000)},
        {"x.json", "{\"text\":\"x\"" + repeated(",\"tags\":1,\"uri\":2", 50'000) + "}"},
        {"x.jsonl", repeated("{\"text\":\"x\"}\n", 50'000)},
        {"x.xml", "<rss>" + repeated("<z:x/>", 100'000) + "</rss>"},
        {"x.xml", "<!DOCTYPE a [" + repeated("<", 200'000)},
        {"x.xml", repeated("<!-- -->", 100'000) + "<rss/>"},
    };
    for (const auto& [path, bytes] : inputs) {
        const auto begin = std::chrono::steady_clock::now();
        expect_sound(read_file(path, bytes), bytes);
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
        EXPECT_LT(took.count(), 20) << path << " " << bytes.substr(0, 40);
    }
}

}  // namespace
}  // namespace morgue::indexer
