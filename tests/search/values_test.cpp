#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include <search/small_index.hpp>

namespace morgue::test {
namespace {

using Values = std::vector<std::pair<std::string, std::size_t>>;

class ValuesTest : public testing::Test {
  protected:
    ValuesTest() {
        index_.publish({
            article_of("2019/a.txt", "Storm rising", "x",
                       {{Field::source, "Le Monde"},
                        {Field::date, "2019-03-04"},
                        {Field::byline, "Jane Doe"}}),
            article_of("2019/b.txt", "Storms", "x",
                       {{Field::source, "le monde"}, {Field::date, "2019"}}),
            article_of("2020/c.txt", "", "x", {{Field::source, "Lettres"}, {Field::tag, "A"}}),
            article_of("gone", "", "x", {{Field::source, "Left"}, {Field::date, "2001"}}),
        });
        index_.publish({}, {"gone"});
    }

    Values values(Field field, const char* beginning, std::size_t limit = 10) const {
        return index_.searcher().values(field, beginning, limit);
    }

    SmallIndex index_;
};

TEST_F(ValuesTest, TheMostFrequentFirst) {
    EXPECT_EQ(values(Field::source, ""), (Values{{"le monde", 2}, {"lettres", 1}}));
    EXPECT_EQ(values(Field::source, "LE"), (Values{{"le monde", 2}, {"lettres", 1}}));
    EXPECT_EQ(values(Field::source, "le", 1), (Values{{"le monde", 2}}));
    EXPECT_EQ(values(Field::source, "let"), (Values{{"lettres", 1}}));
    EXPECT_EQ(values(Field::source, "x"), Values{});
    EXPECT_EQ(values(Field::source, "le", 0), Values{});
}

TEST_F(ValuesTest, WordsOfFieldsOfWords) {
    EXPECT_EQ(values(Field::title, "sto"), (Values{{"storm", 1}, {"storms", 1}}));
    EXPECT_EQ(values(Field::byline, ""), (Values{{"doe", 1}, {"jane", 1}}));
    EXPECT_EQ(values(Field::tag, "a"), (Values{{"a", 1}}));
}

TEST_F(ValuesTest, PathsOneStepAtATime) {
    EXPECT_EQ(values(Field::path, ""), (Values{{"2019", 2}, {"2020", 1}}));
    EXPECT_EQ(values(Field::path, "2019"), (Values{{"2019", 2}}));
    EXPECT_EQ(values(Field::path, "2019/"), (Values{{"2019/a.txt", 1}, {"2019/b.txt", 1}}));
    EXPECT_EQ(values(Field::path, "2019/", 1), (Values{{"2019/a.txt", 1}}));
    EXPECT_EQ(values(Field::path, "gone"), Values{});
}

TEST_F(ValuesTest, AStepBesideAFolderOfTheSameBeginning) {
    SmallIndex index;
    index.publish({article_of("a-b/x.txt", "", "x"), article_of("a/b/x.txt", "", "x"),
                   article_of("a0/x.txt", "", "x"), article_of("a/c.txt", "", "x")});
    EXPECT_EQ(index.searcher().values(Field::path, "a", 10),
              (Values{{"a", 2}, {"a-b", 1}, {"a0", 1}}));
    EXPECT_EQ(index.searcher().values(Field::path, "a/", 10), (Values{{"a/b", 1}, {"a/c.txt", 1}}));
}

TEST_F(ValuesTest, DatesAsFarAsTheyArePrecise) {
    EXPECT_EQ(values(Field::date, ""), (Values{{"2019", 2}, {"2019-03", 1}, {"2019-03-04", 1}}));
    EXPECT_EQ(values(Field::date, "2019-0"), (Values{{"2019-03", 1}, {"2019-03-04", 1}}));
}

TEST_F(ValuesTest, NoneOfAFieldThatIsNotSearched) {
    EXPECT_EQ(values(Field::url, ""), Values{});
}

}  // namespace
}  // namespace morgue::test
