#include <indexer/detected_language.hpp>
#include <schema/term.hpp>

#include "ingest_fixture.hpp"

namespace morgue {
namespace {

constexpr const char* german =
    "Der Stadtrat hat am Dienstag beschlossen, die alte Brücke über den Fluss zu erneuern. Die "
    "Arbeiten sollen im Frühjahr beginnen und etwa zwei Jahre dauern, sagte die Bürgermeisterin.";
constexpr const char* french =
    "Le conseil municipal a décidé mardi de rénover le vieux pont sur la rivière. Les travaux "
    "doivent commencer au printemps et durer environ deux ans, a déclaré la maire de la ville.";

TEST(DetectedLanguage, IsToldByTheText) {
    const struct {
        std::string_view text;
        std::string_view language;
    } rows[] = {
        {german, "de"},
        {french, "fr"},
        {"The council decided on Tuesday to rebuild the old bridge over the river. Work is to "
         "begin in the spring and to last for about two years, the mayor of the town said.",
         "en"},
        {"Городской совет во вторник решил перестроить старый мост через реку. Работы должны "
         "начаться весной и продлиться около двух лет, сообщила мэр города.",
         "ru"},
        {"市議会は火曜日、川に架かる古い橋を改修することを決めた。工事は春に始まり、約二年続く"
         "見込みだと市長は述べた。",
         "ja"},
        {"市议会星期二决定重建河上的旧桥。市长说，工程将于春天开始，预计持续大约两年时间。市民"
         "对这个决定表示欢迎。",
         "zh"},
    };
    for (const auto& row : rows)
        EXPECT_EQ(indexer::detected_language(row.text).value_or(""), row.language) << row.text;
}

TEST(DetectedLanguage, IsNoneWhereTheTextCannotTell) {
    for (const std::string_view text :
         {std::string_view(), std::string_view("Taxi"), std::string_view("12,50 14.7 3/4 0.9 77"),
          std::string_view("\xff\xfe\xff")})
        EXPECT_EQ(indexer::detected_language(text), std::nullopt) << text;
}

class LanguageOf : public Ingest {
  protected:
    std::string language_of(const std::string& name) const {
        const schema::Snapshot now = schema::Snapshot::open(dir());
        std::string told;
        now.for_each_live(schema::path_term(name), [&](const schema::Place& place) {
            const schema::StoredArticle stored = now.stored(place);
            const Metadatum* lang = stored.indexed.article.find(Field::lang);
            if (lang != nullptr)
                told = lang->value + " " + std::string(to_string(lang->from)) + " ";
            told += stored.lang;
            return true;
        });
        return told;
    }
};

TEST_F(LanguageOf, AnArticleIsStatedElseGivenElseDetected) {
    write("stated.md", std::string("---\nlang: fr\n---\n") + german);
    write("detected.md", std::string("# Brücke\n\n") + german);
    write("short.md", "# Brücke\n\nNeu.\n");
    run();
    EXPECT_EQ(language_of("stated.md"), "fr front-matter fr");
    EXPECT_EQ(language_of("detected.md"), "de detected de");
    EXPECT_EQ(language_of("short.md"), "en")
        << "the index's own, of which the article says nothing";
    IngestOptions options;
    options.lang = "nl";
    run(options);
    EXPECT_EQ(language_of("stated.md"), "fr front-matter fr");
    EXPECT_EQ(language_of("detected.md"), "nl given nl");
    rename("detected.md", "moved.md");
    run();
    EXPECT_EQ(language_of("moved.md"), "nl given nl");
}

TEST_F(LanguageOf, AMovedArticleIsDetectedAgain) {
    write("a.md", std::string("# Pont\n\n") + french);
    run();
    rename("a.md", "b.md");
    run();
    EXPECT_EQ(language_of("b.md"), "fr detected fr");
    expect_equal_to_a_fresh_index();
}

}  // namespace
}  // namespace morgue
