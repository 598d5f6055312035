#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <search/small_index.hpp>

namespace morgue::test {
namespace {

Article dated(const std::string& key, const std::string& date) {
    return article_of(key, "", "words", {{Field::date, date}});
}

std::string all_found(const SmallIndex& index, const std::string& text) {
    return found(index.searcher(), parsed(text));
}

TEST(TitleField, FindsTheWordsOfTitlesOnly) {
    const SmallIndex index({
        article_of("a", "Strikes in Rome", "nothing"),
        article_of("b", "Nothing", "strike in Rome"),
        article_of("c", "STRIKE", "nothing", {{Field::lang, "de"}}),
        article_of("d", "The U.S. flag e-mailed", "nothing"),
        article_of("e", "Give us a flag", "U.S."),
    });
    const std::vector<std::pair<std::string, std::string>> rows = {
        {"title:strike", "a c"}, {"title:\"strikes in\"", "a"},   {"title:\"strike in\"", ""},
        {"title:stri*", "a c"},  {"title:rome -strike", ""},      {"title:U.S.", "d"},
        {"title:US", "d e"},     {"title:\"US flag\"", "d"},      {"title:e-mailed", "d"},
        {"title:emailed", "d"},  {"title:\"flag emailed\"", "d"}, {"title:(rome OR flag)", "a d e"},
    };
    for (const auto& [text, keys] : rows) {
        std::string sorted;
        for (const char* key : {"a", "b", "c", "d", "e"})
            if (all_found(index, text).find(key) != std::string::npos)
                sorted += (sorted.empty() ? "" : " ") + std::string(key);
        EXPECT_EQ(sorted, keys) << text;
    }
}

TEST(TitleField, AStemOfAnotherLanguageIsAnotherWord) {
    const SmallIndex index({
        article_of("en", "A rat escaped", "x", {{Field::lang, "en"}}),
        article_of("fr", "Les rates du chat", "x", {{Field::lang, "fr"}}),
    });
    EXPECT_EQ(all_found(index, "title:rates"), "fr");
}

TEST(TitleField, LightsInTheTitleOnly) {
    const SmallIndex index({article_of("a", "Storm over Rome", "A storm hit Rome.")});
    const Searcher searcher = index.searcher();
    const auto article = searcher.article(id_of("a"));
    const auto lit = searcher.highlights(parsed("title:storm rome"), *article);
    EXPECT_EQ(bracketed("Storm over Rome", lit.title), "[Storm] over [Rome]");
    EXPECT_EQ(bracketed("A storm hit Rome.", lit.body), "A storm hit [Rome].");
}

TEST(TitleField, ATitleMadeFromTheTextLightsButIsNotSearched) {
    Article article = article_of("a", "", "A storm hit Rome. More.");
    article.add(Field::title, "A storm hit Rome", Provenance::first_sentence);
    const SmallIndex index({article});
    EXPECT_EQ(all_found(index, "title:storm"), "");
    const auto hit = index.searcher().search(parsed("storm")).hits.at(0);
    EXPECT_EQ(bracketed("A storm hit Rome", hit.title_highlights), "A [storm] hit Rome");
}

TEST(NameFields, AreNotStemmedAndKeepTheirValuesApart) {
    const SmallIndex index({
        article_of("a", "", "x", {{Field::byline, "Jane Rivers"}, {Field::byline, "John Doe"}}),
        article_of("b", "", "x", {{Field::place, "New York"}}),
    });
    EXPECT_EQ(all_found(index, "byline:rivers"), "a");
    EXPECT_EQ(all_found(index, "byline:river"), "");
    EXPECT_EQ(all_found(index, "byline:\"jane rivers\""), "a");
    EXPECT_EQ(all_found(index, "byline:\"rivers john\""), "");
    EXPECT_EQ(all_found(index, "place:\"new york\""), "b");
    EXPECT_EQ(all_found(index, "rivers"), "");
}

TEST(NameFields, DecideWhatLights) {
    const SmallIndex index({
        article_of("a", "", "storm rain", {{Field::byline, "Jane Doe"}}),
    });
    const Searcher searcher = index.searcher();
    const auto article = searcher.article(id_of("a"));
    const auto lit = [&](const std::string& text) {
        return bracketed("storm rain", searcher.highlights(parsed(text), *article).body);
    };
    EXPECT_EQ(lit("storm OR (rain byline:doe)"), "[storm] [rain]");
    EXPECT_EQ(lit("storm OR (rain byline:roe)"), "[storm] rain");
}

TEST(ValueFields, AreWholeFoldedValues) {
    const SmallIndex index({
        article_of("a", "", "x", {{Field::source, "The  Évening Post"}, {Field::tag, "oil"}}),
        article_of("b", "", "x", {{Field::source, "Post"}, {Field::tag, "oil price"}}),
    });
    EXPECT_EQ(all_found(index, "source:post"), "b");
    EXPECT_EQ(all_found(index, "source:\"the evening post\""), "a");
    EXPECT_EQ(all_found(index, "source:the*"), "a");
    EXPECT_EQ(all_found(index, "tag:oil"), "a");
    EXPECT_EQ(index.searcher().search(parsed("tag:oi*")).total, 2U);
}

TEST(PathField, IsAFileOrAFolder) {
    const SmallIndex index({
        article_of("2019/03/a.txt", "", "x"),
        article_of("2019/04/b.txt", "", "x"),
        article_of("2020/c.txt", "", "x"),
    });
    EXPECT_EQ(all_found(index, "path:2019/03"), "2019/03/a.txt");
    EXPECT_EQ(all_found(index, "path:2020/c.txt"), "2020/c.txt");
    EXPECT_EQ(all_found(index, "path:2019/0"), "");
    EXPECT_EQ(index.searcher().search(parsed("path:2019*")).total, 2U);
    EXPECT_EQ(index.searcher().search(parsed("path:20*")).total, 3U);
    EXPECT_EQ(index.searcher().search(parsed("path:2019/*")).total, 2U);
}

TEST(ValueFields, LongOnesAreFoundByTheirBeginningOrItIsRefused) {
    const std::string section(300, 's');
    const SmallIndex index({article_of("a", "", "x", {{Field::section, section}})});
    EXPECT_EQ(all_found(index, "section:" + section), "a");
    EXPECT_EQ(all_found(index, "section:" + section.substr(0, 160) + "*"), "a");
    const auto refused =
        index.searcher().search(parsed("section:" + section.substr(0, 161) + "*")).refused;
    ASSERT_TRUE(refused);
    EXPECT_EQ(refused->code, "beginning-too-long");
}

TEST(DateField, FindsWhatLiesWhollyInside) {
    const SmallIndex index({dated("y", "2019"), dated("m", "2019-03"), dated("d", "2019-03-04"),
                            dated("e", "2020-02-29"), article_of("none", "", "words")});
    const std::vector<std::pair<std::string, std::string>> rows = {
        {"date:2019", "d m y"},
        {"date:2019-03", "d m"},
        {"date:2019-03-04", "d"},
        {"date:2019-03-01..2019-03-31", "d m"},
        {"date:2019-03-02..2019-03-31", "d"},
        {"date:2019-01-01..2019-12-31", "d m y"},
        {"date:2018-06..2019-12", "d m y"},
        {"date:2019-02..2019-12", "d m"},
        {"after:2019", "e"},
        {"after:2019-02", "e d m"},
        {"before:2020", "d m y"},
        {"before:2019-04", "d m"},
        {"date:2020-02", "e"},
        {"date:..2019-03-04", "d"},
        {"date:0001..9999", "e d m y"},
        {"date:none", "none"},
        {"-date:2019", "e none"},
    };
    for (const auto& [text, keys] : rows) EXPECT_EQ(all_found(index, text), keys) << text;
}

TEST(DateField, AnInferredDateAnswersOnlyWhereItIsAskedFor) {
    Article touched = article_of("touched", "", "x");
    touched.add(Field::date, "2019-03-04T05:06:07Z", Provenance::mtime);
    const SmallIndex index({touched, dated("stated", "2019-03-05")});
    const std::vector<std::pair<std::string, std::string>> rows = {
        {"date:2019", "stated"},
        {"date:~2019", "stated touched"},
        {"date:~2019-03-04", "touched"},
        {"after:~2018", "stated touched"},
        {"date:~2020", ""},
        {"-date:~2019-03-04", "stated"},
        {"date:none", "touched"},
    };
    for (const auto& [text, keys] : rows) EXPECT_EQ(all_found(index, text), keys) << text;
}

TEST(DateField, NotesWhatIsUndated) {
    SmallIndex index({dated("a", "2019"), article_of("b", "", "x"), article_of("c", "", "x")});
    const auto notes = [&](const std::string& text) {
        return index.searcher().search(parsed(text)).notes;
    };
    const std::vector<Note> two = {
        {"undated", "2 undated articles were not searched by date:; date:none finds them"}};
    EXPECT_EQ(notes("date:2019"), two);
    EXPECT_EQ(notes("words after:2019 before:2021"), two);
    EXPECT_EQ(notes("words"), std::vector<Note>());
    EXPECT_EQ(notes("date:none"), std::vector<Note>());
    index.publish({}, {"b"});
    EXPECT_EQ(notes("date:2019").at(0).message,
              "1 undated article was not searched by date:; date:none finds it");
}

TEST(Facts, FindWhatIsKnownOfAnArticle) {
    std::string twelve = "one two three four five six seven eight nine ten eleven twelve";
    const SmallIndex index({
        article_of(
            "2019/a.txt", "A title", twelve,
            {{Field::url, "https://www.Example.org/2019/a.html#top"}, {Field::date, "2019"}}),
        article_of("b.txt", "", "one two", {{Field::url, "http://news.example.org"}}),
        article_of("c", "", "x", {{Field::byline, "Jane Doe"}, {Field::source, "AP"}}),
    });
    const std::string all = "2019/a.txt b.txt c";
    const std::vector<std::pair<std::string, std::string>> rows = {
        {"words:14", "2019/a.txt"},
        {"words:>2", "2019/a.txt"},
        {"words:>=2 -words:14", "b.txt"},
        {"words:<3", "b.txt c"},
        {"words:2..13", "b.txt"},
        {"words:1..9999999", all},
        {"has:title", "2019/a.txt"},
        {"has:url", "2019/a.txt b.txt"},
        {"has:byline,date", "2019/a.txt c"},
        {"-has:date", "b.txt c"},
        {"name:A.TXT", "2019/a.txt"},
        {"name:b*", "b.txt"},
        {"name:2019", ""},
        {"url:example.org", "2019/a.txt b.txt"},
        {"url:https://example.org/2019/", "2019/a.txt"},
        {"url:example.org/2019/a.html", "2019/a.txt"},
        {"url:example.org/20", ""},
        {"url:example.org/20*", "2019/a.txt"},
        {"url:news.example.org", "b.txt"},
        {"url:ample.org", ""},
        {"url:org", ""},
        {"type:html", ""},
        {"id:" + id_of("c").to_string(), "c"},
        {"id:0000", ""},
    };
    for (const auto& [text, keys] : rows) {
        std::string sorted;
        for (const char* key : {"2019/a.txt", "b.txt", "c"})
            if ((" " + all_found(index, text) + " ").find(" " + std::string(key) + " ") !=
                std::string::npos)
                sorted += (sorted.empty() ? "" : " ") + std::string(key);
        EXPECT_EQ(sorted, keys) << text;
    }
}

TEST(Lead, IsTheFirstSixtyWordsOfTheBody) {
    std::string body = "storm ";
    for (int i = 0; i < 58; ++i) body += "and ";
    const SmallIndex index({article_of("in", "gale", body + "harbour gale"),
                            article_of("out", "harbour", body + "and harbour")});
    EXPECT_EQ(all_found(index, "lead:harbour"), "in");
    EXPECT_EQ(all_found(index, "lead:gale"), "");
    EXPECT_EQ(all_found(index, "lead:(storm -harbour)"), "out");
    EXPECT_EQ(all_found(index, "lead:\"harbour gale\""), "");
    const Searcher searcher = index.searcher();
    const auto lit =
        searcher.highlights(parsed("lead:storm harbour"), *searcher.article(id_of("out")));
    EXPECT_EQ(lit.body.size(), 2U);
    EXPECT_EQ(
        searcher.highlights(parsed("lead:harbour"), *searcher.article(id_of("in"))).title.size(),
        0U);
}

}  // namespace
}  // namespace morgue::test
