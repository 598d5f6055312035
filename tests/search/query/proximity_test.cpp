#include <gtest/gtest.h>

#include <search/query/reading.hpp>

namespace morgue::query {

namespace {

using testing::expect_trees;

TEST(Proximity, ReadsDistancesBetweenWords) {
    expect_trees({
        {"a W/5 b", "(near (word a) W/5 (word b))"},
        {"a w/5 b", "(near (word a) W/5 (word b))"},
        {"a NEAR/5 b", "(near (word a) W/5 (word b))"},
        {"a NEAR5 b", "(near (word a) W/5 (word b))"},
        {"a near5 b", "(and (word a) (word near5) (word b))"},
        {"a /5 b", "(near (word a) W/5 (word b))"},
        {"a NEAR b", "(near (word a) W/10 (word b))"},
        {"NEAR b", "(and (word NEAR) (word b))"},
        {"a PRE/3 b", "(near (word a) PRE/3 (word b))"},
        {"a ADJ/3 b", "(near (word a) PRE/3 (word b))"},
        {"a ADJ3 b", "(near (word a) PRE/3 (word b))"},
        {"a onear/3 b", "(near (word a) PRE/3 (word b))"},
        {"a +3 b", "(near (word a) PRE/3 (word b))"},
        {"+3 b", "(and (word 3) (word b))"},
        {"a +300 b", "(and (word a) (word 300) (word b))"},
        {"a W/S b", "(near (word a) W/S (word b))"},
        {"a /p b", "(near (word a) W/P (word b))"},
        {"a PRE/s b", "(near (word a) PRE/S (word b))"},
        {"a NOT W/3 b", "(near (word a) \"NOT W/3\" (word b))"},
        {"a NOT W/S b NOT W/3 c", "(near (word a) \"NOT W/S\" (word b) \"NOT W/3\" (word c))"},
        {"a W/3 b PRE/9 c", "(near (word a) W/3 (word b) PRE/9 (word c))"},
        {"\"a b\"/5 c*", "(near (phrase \"a b\") W/5 (prefix c))"},
        {"(a OR \"b c\") W/5 d", "(near (or (word a) (phrase \"b c\")) W/5 (word d))"},
        {"title:(a W/5 b)", "(near (title:word a) W/5 (title:word b))"},
        {"x a W/5 b y", "(and (word x) (near (word a) W/5 (word b)) (word y))"},
        {"a W/5 b OR c", "(or (near (word a) W/5 (word b)) (word c))"},
        {"-a W/5 b", "(not (near (word a) W/5 (word b)))"},
        {"a NOT b W/5 c", "(and (word a) (not (near (word b) W/5 (word c))))"},
        {"w/o", "(word w/o)"},
        {"title:W/5", "(title:word W/5)"},
        {"\\W/5", "(word W/5)"},
    });
}

TEST(Proximity, RefusesDistancesThatMakeNoSense) {
    expect_trees({
        {"a W/0 b", "! bad-distance"},
        {"a W/256 b", "! bad-distance"},
        {"a NEAR99999999999999999999 b", "! bad-distance"},
        {"a NOT PRE/3 b", "! bad-distance"},
        {"W/5 b", "! empty-operand"},
        {"a W/5", "! empty-operand"},
        {"a W/5 OR b", "! empty-operand"},
        {"a W/5 (b c)", "! near-operand"},
        {"a W/5 (b OR -c)", "! negated-alternative"},
        {"a W/5 -b", "! empty-operand"},
        {"a W/5 (b W/3 c)", "! near-operand"},
        {"a W/5 *", "! near-operand"},
        {"a W/5 source:ap", "! near-operand"},
        {"a W/5 date:2019", "! near-operand"},
        {"a W/5 title:b", "! near-operand"},
        {"a NOT W/3 b W/5 c", "! near-operand"},
    });
}

TEST(Proximity, CountsOccurrences) {
    expect_trees({
        {"ATLEAST5(a OR \"b c\")", "(at-least 5 (or (word a) (phrase \"b c\")))"},
        {"atleast2 a*", "(at-least 2 (prefix a))"},
        {"-ATLEAST2 a b", "(and (not (at-least 2 (word a))) (word b))"},
        {"ATLEAST2 title:(a OR b)", "(at-least 2 (or (title:word a) (title:word b)))"},
        {"ATLEAST", "(word ATLEAST)"},
        {"ATLEAST0 a", "! bad-count"},
        {"ATLEAST256 a", "! bad-count"},
        {"ATLEAST2", "! empty-operand"},
        {"ATLEAST2(a b)", "! near-operand"},
        {"ATLEAST2 ATLEAST2 a", "! near-operand"},
        {"ATLEAST2 lang:en", "! near-operand"},
        {"a W/5 ATLEAST2 b", "! near-operand"},
    });
}

TEST(Quotation, ReadsGapsOfOneWord) {
    expect_trees({
        {"\"a * b\"", "(phrase \"a \" * \" b\")"},
        {"\"a * * b\"", "(phrase \"a \" * \" \" * \" b\")"},
        {"~\"a * b\"", "(~phrase \"a \" * \" b\")"},
        {"title:\"a\u00A0* b\"", "(title:phrase a\u00A0 * \" b\")"},
        {"\"a * b\" W/3 c", "(near (phrase \"a \" * \" b\") W/3 (word c))"},
        {"\"a \\* b\"", "(phrase \"a * b\")"},
        {"source:\"a * b\"", "(source:value \"a * b\")"},
        {"\"* a\"", "! misplaced-gap"},
        {"\"a *\"", "! misplaced-gap"},
        {"\"a * b\"~5", "! misplaced-gap"},
        {"\"* *\"", "! empty-phrase"},
    });
}

TEST(Quotation, ReadsWordsWithStars) {
    expect_trees({
        {"\"a* b\"", "(near (prefix a) PRE/1 (phrase b))"},
        {"\"a, (b*) c d\"", "(near (phrase \"a, (\") PRE/1 (prefix b) PRE/1 (phrase \") c d\"))"},
        {"title:\"a b*c\"", "(near (title:phrase a) PRE/1 (title:wildcard b*c))"},
        {"~\"a b*\"", "(near (~phrase a) PRE/1 (prefix b))"},
        {"\"a * b c*\"", "(near (phrase \"a \" * \" b\") PRE/1 (prefix c))"},
        {"\"a:b* c\"", "(near (phrase a:) PRE/1 (prefix b) PRE/1 (phrase c))"},
        {"\"a-b*\"", "(prefix a-b)"},
        {"\"-a*\"", "(prefix a)"},
        {"\"a* … b c*\"", "(near (prefix a) PRE/P (phrase b) PRE/1 (prefix c))"},
        {"source:\"a b*\"", "(source:value \"a b*\")"},
        {"\"a * b*\"", "! misplaced-gap"},
        {"\"a b*\"~5", "! misplaced-gap"},
        {"=\"a b*\"", "! misplaced-gap"},
        {"\"a\\*b* c\"", "! misplaced-gap"},
        {"\"a (*) b\"", "! bare-wildcard"},
        {"\"a b*\" W/3 c", "! near-operand"},
    });
    EXPECT_EQ(testing::note_codes("\"a b*\""), "");
}

TEST(Quotation, ReadsWindows) {
    expect_trees({
        {"\"a b\"~5", "(phrase~5 \"a b\")"},
        {"=\"a b\"~255", "(=phrase~255 \"a b\")"},
        {"title:(“a b”~5 OR c)", "(or (title:phrase~5 \"a b\") (title:word c))"},
        {"-\"a b\"~5", "(not (phrase~5 \"a b\"))"},
        {"\"a b\" ~5", "(and (phrase \"a b\") (word ~5))"},
        {"\"a b\"~0", "! bad-distance"},
        {"\"a b\"~256", "! bad-distance"},
        {"\"a b\"~", "! bad-distance"},
        {"\"a b\"~5x", "! bad-distance"},
        {"source:\"a b\"~5", "! not-yet"},
        {"\"a b\"~5 W/3 c", "! near-operand"},
    });
}

TEST(Quotation, ReadsWhatIsLeftOutOfAQuotation) {
    for (const char* text :
         {"\"a b … c\"", "\"a b... c\"", "\"a b [...] c\"", "\"… a b […] c ...\"", "“a b (…) c”"})
        EXPECT_EQ(testing::tree_of(text).substr(0, 6), "(near ") << text;
    expect_trees({
        {"\"a … b\"", "(near (phrase a) PRE/P (phrase b))"},
        {"title:\"a … b\"", "(near (title:phrase a) PRE/P (title:phrase b))"},
        {"\"a …\"", "(phrase a)"},
        {"\"a \\… b\"", "(phrase \"a … b\")"},
        {"\"a \\... b\"", "(phrase \"a ... b\")"},
        {"\"a .. b\"", "(phrase \"a .. b\")"},
        {"source:\"a … b\"", "(source:value \"a … b\")"},
        {"\"…\"", "! empty-phrase"},
        {"\"a * … b\"", "! misplaced-gap"},
        {"\"a … b\"~5", "! misplaced-gap"},
        {"\"a … b\" W/3 c", "! near-operand"},
    });
    EXPECT_EQ(testing::note_codes("\"a … b\""), "ellipsis ");
    EXPECT_EQ(testing::note_codes("\"a …\""), "");
}

}  // namespace

}  // namespace morgue::query
