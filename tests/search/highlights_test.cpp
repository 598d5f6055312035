#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <search/small_index.hpp>

namespace morgue::test {
namespace {

struct Row {
    const char* query;
    const char* text;
    const char* lit;  ///< the text with brackets; null where the article does not answer
};

// One article a row, all in one index.
const std::vector<Row> rows = {
    // words
    {"strike", "The strike struck; STRIKES and Strikers.",
     "The [strike] struck; STRIKES and Strikers."},
    {"strikes", "A strike, two strikes.", "A [strike], two [strikes]."},
    {"STORM", "a storm of storms", "a [storm] of [storms]"},
    {"cafe", "Café, cafes", "[Café], [cafes]"},
    {"storm rain", "storm and rain", "[storm] and [rain]"},
    {"storm rain", "storm and snow", nullptr},
    {"company", "The company's profits", "The [company's] profits"},
    {"obrien", "O’Brien and O'Brien", "[O’Brien] and [O'Brien]"},
    {"at&t", "AT&T rang", "[AT&T] rang"},
    {"10000", "some 10,000 men, 10,0000 no", "some [10,000] men, 10,0000 no"},
    {"10,0000", "some 10,000 men, 10,0000 no", "some 10,000 men, [10,0000] no"},
    // acronyms
    {"U.S.", "Give us a US and a U.S. flag", "Give us a [US] and a [U.S.] flag"},
    {"US", "Give us a US and a U.S. flag", "Give [us] a [US] and a [U.S.] flag"},
    {"\"US flag\"", "the us flag, US, U.S. flag", "the [us flag], US, [U.S. flag]"},
    // phrases
    {"\"storm corps\"", "a storm, the Storm\nCorps; corps", "a storm, the [Storm\nCorps]; corps"},
    {"\"storm corps\"", "storm the corps", nullptr},
    {"\"storms\"", "storm storms", "storm [storms]"},
    {"\"to be or not to be\"", "To be, or not to be: to be", "[To be, or not to be]: to be"},
    {"\"a a b\"", "a a a b", "a [a a b]"},
    {"\"a b a\"", "a b a b a", "[a b a b a]"},
    {"\"storm corps\" russia", "Russia: storm. Storm corps", "[Russia]: storm. [Storm corps]"},
    // phrases with gaps, and in any order
    {"\"storm * corps\"", "storm the corps, storm corps, storm of the corps",
     "[storm the corps], storm corps, storm of the corps"},
    {"\"a * * b\"", "a a a b a b", "[a a a b a b]"},
    {"~\"raise * rate\"", "raising the rates", "[raising the rates]"},
    {"=\"New * Deal\"", "new big deal, New big Deal", "new big deal, [New big Deal]"},
    {"\"storm corps\"~3", "corps or a storm, storms corps; storm. Corps",
     "[corps] or a [storm], storms [corps]; [storm]. [Corps]"},
    {"\"a b c\"~3", "b x a c; a x x b x c", "[b] x [a] [c]; a x x b x c"},
    {"\"a b c\"~2", "b x a c", nullptr},
    {"\"we will … win\"", "We will, as I said, win. We will.\n\nWin",
     "[We will], as I said, [win]. We will.\n\nWin"},
    {"\"will we [...] win\"", "will we\n\nwin", nullptr},
    // compounds
    {"e-mail", "email, e-mail, e mail, mail", "[email], [e-mail], [e mail], mail"},
    {"email", "an e-mail and emails", "an [e-mail] and [emails]"},
    {"mail", "an e-mail", "an e-[mail]"},
    {"state-of-the-art", "State of the art, state-of-the-art",
     "[State of the art], [state-of-the-art]"},
    {"\"e-mail server\"", "an email server, e-mail server", "an [email server], [e-mail server]"},
    {"\"email server\"", "e-mail server", "[e-mail server]"},
    {"\"send email\"", "send e-mail now", "[send e-mail] now"},
    {"\"mail server\"", "e-mail server", "e-[mail server]"},
    {"9/11", "on 9/11 at 9", "on [9/11] at 9"},
    {"foo.com", "see foo.com, com foo", "see [foo.com], com foo"},
    // beginnings
    {"stor*", "storm, story; stor x", "[storm], [story]; [stor] x"},
    {"e-mai*", "email, e-mails", "[email], [e-mails]"},
    {"10,0*", "10,000 and 10,0 and 100", "[10,000] and [10,0] and 100"},
    {"U.S*", "U.S. U.S.A. usual", "[U.S.] [U.S.A.] usual"},
    // unspaced scripts
    {"東京", "東京都知事は東京で", "[東京]都知事は[東京]で"},
    {"京都", "東京都と京都", "東[京都]と[京都]"},
    {"京", "東京都 京 東京", "東[京]都 [京] 東[京]"},
    {"東京都知事", "東京都知事と東京都", "[東京都知事]と東京都"},
    {"東京2020年", "東京2020年度", "[東京2020年]度"},
    {"\"東京 大阪\"", "東京、大阪城。東京大阪", "[東京、大阪]城。東京大阪"},
    {"\"東京 大阪\"", "東京都、大阪", nullptr},
    {"대통령", "대통령은", "[대통령]은"},
    {"東*", "東京 東 東西", "[東]京 [東] [東]西"},
    // booleans: only what satisfies lights
    {"storm OR (rain -snow)", "storm rain snow", "[storm] rain snow"},
    {"storm OR (rain -hail)", "storm rain snow", "[storm] [rain] snow"},
    {"storm -rain", "storm snow", "[storm] snow"},
    {"storm -rain", "storm rain", nullptr},
    {"-rain", "storm snow", "storm snow"},
    {"storm OR (rain date:2019)", "storm rain", "[storm] rain"},
    {"*", "storm", "storm"},
    // with any endings, or as written
    {"~\"raise rate\"", "They raised rates, raise the rate", "They [raised rates], raise the rate"},
    {"~\"raise rate\"", "rates raised", nullptr},
    {"=Apple", "an apple, Apple, APPLE, Apple's", "an apple, [Apple], APPLE, [Apple's]"},
    {"=US", "US, us and U.S.", "[US], us and U.S."},
    {"=\"New Deal\"", "new deal, the New Deal", "new deal, the [New Deal]"},
    {"=résumé", "resume, résumé, re\u0301sume\u0301", "resume, [résumé], [re\u0301sume\u0301]"},
    {"=Apple W/1 pie", "apple pie and an Apple pie", "apple pie and an [Apple] [pie]"},
    {"ATLEAST2 =Apple", "Apple and apple", nullptr},
    // patterns
    {"wom?n", "Woman, women, womn, womaan", "[Woman], [women], womn, womaan"},
    {"*berg", "Iceberg and Berg, bergs", "[Iceberg] and [Berg], bergs"},
    {"m?ller", "Müller, mueller, miller", "[Müller], mueller, [miller]"},
    {"st*m", "storm and stem, storms", "[storm] and [stem], storms"},
    {"rate~1", "rates, rat, raet, ratios", "[rates], [rat], [raet], ratios"},
    {"/gr[ae]y/", "Gray grey, greyer", "[Gray] [grey], greyer"},
    {"wom?n W/1 /gr[ae]y/", "grey women, a gray woman, a grey old woman",
     "[grey] [women], a [gray] [woman], a grey old woman"},
    // near each other: only the words that stand so
    {"storm W/3 rain", "a storm of rain, storm then much later rain",
     "a [storm] of [rain], [storm] then much later rain"},
    {"storm W/1 rain", "rain storm; storm of rain", "[rain] [storm]; storm of rain"},
    {"storm PRE/1 rain", "rain, storm, and rain", nullptr},
    {"storm PRE/2 rain", "rain storm and rain", "rain [storm] and [rain]"},
    {"storms W/2 rain", "the storm or rain", "the [storm] or [rain]"},
    {"storm W/9 storm", "one storm only", nullptr},
    {"storm W/2 storm", "storm, storm, a b c storm", "[storm], [storm], a b c storm"},
    {"a W/1 b W/2 c", "a b x c; y a b; y b c", "[a] [b] x [c]; y a b; y b c"},
    {"a W/1 b W/1 c", "a b x b c", nullptr},
    {"\"a b\" W/2 c", "a b x c a c b", "[a b] x [c] a c b"},
    {"\"a b\" W/1 \"b c\"", "a b c", nullptr},
    {"\"a b\" W/1 \"b c\"", "a b b c", "[a b] [b c]"},
    {"(a OR \"b c\") W/2 d*", "b c x do, y y a x y day", "[b c] x [do], y y a x y day"},
    {"storm NOT W/2 corps", "storm corps, and then a storm", "storm corps, and then a [storm]"},
    {"storm NOT W/2 corps", "storm corps", nullptr},
    {"corps NOT W/1 \"storm corps\"", "storm corps; a b corps", "storm corps; a b [corps]"},
    {"a NOT W/1 a", "a a b b a", "a a b b [a]"},
    {"a W/2 b NOT W/1 c", "a b c a x b d", "a b c [a] x [b] d"},
    {"email W/3 list", "an e-mail on a list", "an [e-mail] on a [list]"},
    {"東京 W/1 大阪", "東京大阪", "[東京][大阪]"},
    {"東京 W/1 大阪", "東京都大阪", nullptr},
    // in a sentence, in a paragraph
    {"storm W/S rain", "A storm came. Rain fell. The rain and a storm.",
     "A storm came. Rain fell. The [rain] and a [storm]."},
    {"storm PRE/S rain", "The rain and a storm. Rain fell.", nullptr},
    {"storm W/P rain", "A storm came. Rain fell.\n\nA storm.",
     "A [storm] came. [Rain] fell.\n\nA storm."},
    {"storm W/P rain", "A storm came.\n\nRain fell.", nullptr},
    {"\"storm came\" W/S rain", "A storm came. Rain fell.", nullptr},
    {"\"came rain\" W/S storm", "A storm came. Rain fell.", nullptr},
    {"storm NOT W/S rain", "A storm and rain. A storm came.", "A storm and rain. A [storm] came."},
    {"storm NOT W/P rain", "A storm. A storm and rain.", nullptr},
    // so many times
    {"ATLEAST3(storm OR rain)", "storm, rain, storms", "[storm], [rain], [storms]"},
    {"ATLEAST3(storm OR rain)", "storm, rain", nullptr},
    {"ATLEAST3(storm OR storm*)", "storm and storms", nullptr},
    {"ATLEAST2 email", "one e-mail", nullptr},
    {"ATLEAST2 email", "one e-mail, email", "one [e-mail], [email]"},
    // and with others
    {"a W/1 b c", "a b x c", "[a] [b] x [c]"},
    {"(a W/1 b) OR c", "a x b c", "a x b [c]"},
    {"-(a W/1 b) b", "a x b", "a x [b]"},
    {"-(a W/1 b) b", "a b", nullptr},
    // overlap
    {"\"a b\" OR \"b c\"", "a b c", "[a b c]"},
};

const SmallIndex& index_of_rows() {
    static const SmallIndex index([] {
        std::vector<Article> articles;
        for (const Row& row : rows)
            articles.push_back(
                article_of("row" + std::to_string(&row - rows.data()), "", row.text));
        return articles;
    }());
    return index;
}

TEST(Highlights, LightWhatSatisfies) {
    const Searcher searcher = index_of_rows().searcher();
    for (const Row& row : rows) {
        const auto article = searcher.article(id_of("row" + std::to_string(&row - rows.data())));
        ASSERT_TRUE(article);
        const auto lit = searcher.highlights(parsed(row.query), *article).body;
        EXPECT_EQ(bracketed(row.text, lit), row.lit == nullptr ? row.text : row.lit) << row.query;
    }
}

TEST(Highlights, AgreeWithTheSearch) {
    const Searcher searcher = index_of_rows().searcher();
    for (const Row& row : rows) {
        const std::string key = "row" + std::to_string(&row - rows.data());
        bool answered = false;
        searcher.for_each(parsed(row.query), [&](const Hit& hit) {
            answered |= hit.found.article.key == key;
            return true;
        });
        EXPECT_EQ(answered, row.lit != nullptr) << row.query << " in " << row.text;
    }
}

}  // namespace
}  // namespace morgue::test
