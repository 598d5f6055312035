#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <morgue/diagnosis.hpp>

#include <search/small_index.hpp>

namespace morgue {
namespace {

using test::article_of;
using test::parsed;
using test::SmallIndex;

/// "text articles without", one a line.
std::string lines_of(const Diagnosis& diagnosis) {
    std::string lines;
    for (const QueryPart& part : diagnosis.parts)
        lines += part.text + " " + std::to_string(part.articles) + " " +
                 std::to_string(part.without_it) + "\n";
    return lines;
}

std::string told(const std::vector<Spelling>& spellings) {
    std::string text;
    for (const Spelling& spelling : spellings)
        text +=
            (text.empty() ? "" : ", ") + spelling.word + " " + std::to_string(spelling.articles);
    return text;
}

std::string told(const std::vector<PhraseRun>& runs) {
    std::string text;
    for (const PhraseRun& run : runs)
        text += (text.empty() ? "" : ", ") + run.words + " " + std::to_string(run.articles);
    return text;
}

std::string told(const std::vector<LooserPart>& looser) {
    std::string text;
    for (const LooserPart& part : looser)
        text += (text.empty() ? "" : ", ") + part.text + " " + std::to_string(part.articles);
    return text;
}

std::string told(const Alternative& alternative) {
    return alternative.query + " " + std::to_string(alternative.articles);
}

/// A few articles of 2019 and one without a date.
class Archive : public ::testing::Test {
  protected:
    Diagnosis diagnose(std::string_view query) const {
        return index_.searcher().diagnose(parsed(query));
    }

    SmallIndex index_{{
        article_of("a", "Zelenskyy in Kyiv", "The storm corps went out at dawn to the harbour.",
                   {{Field::date, "2019-03-04"}, {Field::source, "New York Times"}}),
        article_of("b", "Zelenskyy speaks", "A storm closed the harbour of the newspaper town.",
                   {{Field::date, "2019-03-05"}, {Field::source, "Hallin Post"}}),
        article_of("c", "Zelenskiy at home", "Corps rested after the storm.",
                   {{Field::date, "2019-04-01"}, {Field::source, "Hallin Post"}}),
        article_of("d", "Undated", "Russia sent a note to the bank.", {{Field::lang, "en"}}),
    }};
};

TEST_F(Archive, EachPartIsCountedAloneAndLeftOut) {
    EXPECT_EQ("storm 3 1\nrussia 1 3\n", lines_of(diagnose("storm russia")));
    EXPECT_EQ("storm 3 0\nrussia 1 1\nkyiv 1 0\n", lines_of(diagnose("storm russia kyiv")));
    EXPECT_EQ("zebra 0 0\n", lines_of(diagnose("zebra")));
    EXPECT_EQ("zebra 0 2\nstorm 3 0\nharbour 2 0\n", lines_of(diagnose("zebra storm harbour")));
    EXPECT_EQ("zebra 0 0\nstorm 3 0\nokapi 0 0\n", lines_of(diagnose("zebra storm okapi")));
}

TEST_F(Archive, PlacesInTheTextAreBytesOfIt) {
    const Diagnosis diagnosis = diagnose("storm -harbour title:kyiv");
    ASSERT_EQ(3U, diagnosis.parts.size());
    EXPECT_EQ((ByteRange{0, 5}), diagnosis.parts[0].in_query);
    EXPECT_EQ((ByteRange{7, 14}), diagnosis.parts[1].in_query);
    EXPECT_EQ((ByteRange{15, 25}), diagnosis.parts[2].in_query);
}

TEST_F(Archive, WhatIsLeftOutIsAPart) {
    const Diagnosis diagnosis = diagnose("kyiv -storm");
    EXPECT_EQ("kyiv 1 1\n-storm 1 1\n", lines_of(diagnosis));
    EXPECT_EQ("kyiv 1", told(diagnosis.instead));
}

TEST_F(Archive, WhatOnlyLeavesOutIsNoAlternative) {
    const Diagnosis diagnosis = diagnose("okapi -storm");
    EXPECT_EQ("okapi 0 1\n-storm 1 0\n", lines_of(diagnosis));
    EXPECT_EQ("", diagnosis.parts[0].others);
    EXPECT_TRUE(diagnosis.together.empty());
    EXPECT_EQ(" 0", told(diagnosis.instead));
}

TEST_F(Archive, DeadArticlesDoNotCount) {
    index_.publish({}, {"a"});
    const Diagnosis diagnosis = diagnose("zelensky storm");
    EXPECT_EQ("zelensky 0 2\nstorm 2 0\n", lines_of(diagnosis));
    EXPECT_EQ("zelenskiy 1, zelenskyy 1", told(diagnosis.parts[0].spellings));
    EXPECT_EQ(3U, diagnosis.articles);
    index_.publish({}, {"c"});
    EXPECT_EQ("zelenskyy 1", told(diagnose("zelensky storm").parts[0].spellings));
}

TEST_F(Archive, TheMostPartsThatFindSomething) {
    const Diagnosis three = diagnose("storm corps kyiv russia");
    EXPECT_EQ((std::vector<std::size_t>{0, 1, 2}), three.together);
    EXPECT_EQ("storm corps kyiv 1", told(three.instead));
    const Diagnosis with_unknown = diagnose("zebra storm okapi corps");
    EXPECT_EQ((std::vector<std::size_t>{1, 3}), with_unknown.together);
    EXPECT_EQ("storm corps 2", told(with_unknown.instead));
    EXPECT_TRUE(diagnose("zebra okapi").together.empty());
}

TEST_F(Archive, AFilterIsLeftOutBeforeWords) {
    const Diagnosis diagnosis = diagnose("storm corps date:2020");
    EXPECT_EQ("storm 3 0\ncorps 2 0\ndate:2020 0 2\n", lines_of(diagnosis));
    EXPECT_TRUE(diagnosis.parts[2].is_filter);
    EXPECT_FALSE(diagnosis.parts[0].is_filter);
    const Diagnosis both = diagnose("dawn date:2019-04");
    EXPECT_EQ("dawn 1 1\ndate:2019-04 1 1\n", lines_of(both));
    EXPECT_EQ("dawn 1", told(both.instead));
    EXPECT_TRUE(diagnose("storm (source:ap OR source:upi)").parts[1].is_filter);
    EXPECT_FALSE(diagnose("storm (source:ap OR upi)").parts[1].is_filter);
}

TEST_F(Archive, ArticlesWithoutADateAreCountedForADate) {
    const Diagnosis diagnosis = diagnose("russia date:2019");
    EXPECT_EQ("russia 1 3\ndate:2019 3 1\n", lines_of(diagnosis));
    EXPECT_EQ(1U, diagnosis.parts[1].undated);
    EXPECT_EQ(0U, diagnosis.parts[0].undated);
}

TEST_F(Archive, ADateIsSetBesideThoseThatAreHeld) {
    const Diagnosis diagnosis = diagnose("storm before:2000");
    EXPECT_EQ("storm 3 0\ndate:..1999-12-31 0 3\n", lines_of(diagnosis));
    EXPECT_EQ("2019-03-04 2019-04-01", diagnosis.first_date + " " + diagnosis.last_date);
    EXPECT_EQ("", diagnose("storm russia").first_date);
}

TEST_F(Archive, SpellingsOfTheIndex) {
    const Diagnosis diagnosis = diagnose("zelensky harbour");
    const auto& spellings = diagnosis.parts[0].spellings;
    ASSERT_EQ("zelenskyy 2, zelenskiy 1", told(spellings));
    EXPECT_EQ("zelenskyy harbour 2", told(spellings[0].instead));
    EXPECT_EQ("zelenskiy harbour 0", told(spellings[1].instead));
    EXPECT_TRUE(diagnosis.parts[1].spellings.empty());
}

TEST_F(Archive, SeveralWordsAreRespelledTogether) {
    const Diagnosis diagnosis = diagnose("zelensky strom harbour");
    EXPECT_EQ("zelenskyy storm harbour 2", told(diagnosis.respelled));
    EXPECT_EQ(0U, diagnosis.parts[0].spellings[0].instead.articles);
    EXPECT_EQ(" 0", told(diagnose("zelensky okapi").respelled));
}

TEST_F(Archive, ASwapIsOneEditAndAShortWordHasFewNeighbours) {
    EXPECT_EQ("corps 2", told(diagnose("crops").parts[0].spellings));
    EXPECT_EQ("dawn 1", told(diagnose("dwan").parts[0].spellings));
    EXPECT_EQ("", told(diagnose("dxyn").parts[0].spellings));
    EXPECT_EQ("harbour 2", told(diagnose("harbxxr").parts[0].spellings));
    EXPECT_EQ("", told(diagnose("hxrbxxr").parts[0].spellings));
    EXPECT_EQ("", told(diagnose("xt").parts[0].spellings));
}

TEST_F(Archive, SpellingsStandInTheirFieldAndPhrase) {
    const Diagnosis title = diagnose("title:zelensky");
    EXPECT_EQ("zelenskyy 2, zelenskiy 1", told(title.parts[0].spellings));
    EXPECT_EQ("title:zelenskyy 2", told(title.parts[0].spellings[0].instead));
    const Diagnosis phrase = diagnose("\"the strom corps\" dawn");
    ASSERT_EQ("storm 3", told(phrase.parts[0].spellings));
    EXPECT_EQ("\"the storm corps\" dawn 1", told(phrase.parts[0].spellings[0].instead));
    const Diagnosis either = diagnose("(strom OR okapi) dawn");
    ASSERT_EQ("storm 3", told(either.parts[0].spellings));
    EXPECT_EQ("(storm OR okapi) dawn 1", told(either.parts[0].spellings[0].instead));
    EXPECT_EQ("zelenskyy 2, zelenskiy 1", told(diagnose("Zelensky's").parts[0].spellings));
}

TEST_F(Archive, WordsWrittenAsOneOrAsTwo) {
    const Diagnosis split = diagnose("stormcorps dawn");
    ASSERT_EQ("storm corps 1", told(split.parts[0].spellings));
    EXPECT_EQ("\"storm corps\" dawn 1", told(split.parts[0].spellings[0].instead));
    const Diagnosis joined = diagnose("news paper town");
    ASSERT_EQ("newspaper 1", told(joined.parts[0].spellings));
    EXPECT_EQ("newspaper town 1", told(joined.parts[0].spellings[0].instead));
}

TEST_F(Archive, ValuesThatLookAlike) {
    EXPECT_EQ("New York Times 1", told(diagnose("source:nyt").parts[0].spellings));
    EXPECT_EQ("Hallin Post 2, New York Times 1",
              told(diagnose("source:post OR source:times").parts[0].spellings));
    const Diagnosis near = diagnose("storm source:\"halin post\"");
    ASSERT_EQ("Hallin Post 2", told(near.parts[1].spellings));
    EXPECT_EQ("storm source:\"Hallin Post\" 2", told(near.parts[1].spellings[0].instead));
    EXPECT_EQ("Hallin Post 2", told(diagnose("source:halin").parts[0].spellings));
    EXPECT_EQ("", told(diagnose("source:zzz").parts[0].spellings));
}

TEST_F(Archive, TheLongestRunsOfAPhrase) {
    const Diagnosis diagnosis = diagnose("\"the storm corps went home at dawn\"");
    const auto& runs = diagnosis.parts[0].runs;
    ASSERT_EQ("the storm corps went 1, at dawn 1", told(runs));
    EXPECT_EQ("\"the storm corps went\" 1", told(runs[0].instead));
    EXPECT_EQ("", told(diagnose("\"corps of storm\"").parts[0].runs));
    EXPECT_EQ("", told(diagnose("\"okapi zebra gnu quagga\"").parts[0].runs));
}

TEST_F(Archive, APhrasesWordsApartAndAFieldsWordsAnywhere) {
    const Diagnosis phrase = diagnose("\"corps storm\"");
    ASSERT_EQ("corps storm 2", told(phrase.parts[0].looser));
    EXPECT_EQ("corps storm 2", told(phrase.parts[0].looser[0].instead));
    const Diagnosis title = diagnose("title:harbour -dawn");
    ASSERT_EQ("harbour 2", told(title.parts[0].looser));
    EXPECT_EQ("harbour -dawn 1", told(title.parts[0].looser[0].instead));
    EXPECT_EQ("zelensk* 3", told(diagnose("zelensko*").parts[0].looser));
}

TEST_F(Archive, APureNegation) {
    const Diagnosis diagnosis = diagnose("-(the OR corps)");
    EXPECT_EQ("-(the OR corps) 0 0\n", lines_of(diagnosis));
    EXPECT_TRUE(diagnosis.parts[0].looser.empty());
}

TEST_F(Archive, ALanguageNarrowsNoOtherPart) {
    EXPECT_EQ("harbours 2 0\nlang:fr 0 2\n", lines_of(diagnose("harbours lang:fr")));
}

TEST_F(Archive, BuiltQuestions) {
    const Query query = Query::all_of({Query::words("storm"), Query::phrase("zebra")});
    const Diagnosis diagnosis = index_.searcher().diagnose(query);
    EXPECT_EQ("storm 3 0\n\"zebra\" 0 3\n", lines_of(diagnosis));
    EXPECT_EQ((ByteRange{0, 0}), diagnosis.parts[1].in_query);
}

TEST(Diagnosis, RunsOfCharactersWithoutSpaces) {
    const SmallIndex index({
        article_of("a", "", "東京都知事が会見した。"),
        article_of("b", "", "東京の大阪都。"),
    });
    const Diagnosis diagnosis = index.searcher().diagnose(parsed("東京都知事室"));
    ASSERT_EQ(1U, diagnosis.parts.size());
    EXPECT_EQ("東京都知事 1", told(diagnosis.parts[0].runs));
    EXPECT_EQ("", told(diagnosis.parts[0].spellings));
}

TEST(Diagnosis, SpellingsInOtherScriptsAreComparedByCharacters) {
    const SmallIndex index({article_of("a", "", "Президент Зеленский в Киеве."),
                            article_of("b", "", "東京都 Зеленський")});
    EXPECT_EQ("зеленский 1, зеленський 1",
              told(index.searcher().diagnose(parsed("Зеленскии")).parts[0].spellings));
}

TEST(Diagnosis, AnEmptyIndex) {
    const SmallIndex index({article_of("a", "Gone", "Gone.")});
    SmallIndex emptied({article_of("a", "Gone", "Gone.")});
    emptied.publish({}, {"a"});
    const Diagnosis diagnosis = emptied.searcher().diagnose(parsed("gone date:2019"));
    EXPECT_EQ("gone 0 0\ndate:2019 0 0\n", lines_of(diagnosis));
    EXPECT_EQ(0U, diagnosis.articles);
}

TEST(Diagnosis, WordsOfSeveralPublications) {
    SmallIndex index({article_of("a", "", "zelenskyy")});
    index.publish({article_of("b", "", "zelenskyy"), article_of("c", "", "zelenskiy")});
    EXPECT_EQ("zelenskyy 2, zelenskiy 1",
              told(index.searcher().diagnose(parsed("zelensky")).parts[0].spellings));
}

}  // namespace
}  // namespace morgue
