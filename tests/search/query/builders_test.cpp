#include <string>

#include <gtest/gtest.h>

#include <morgue/error.hpp>
#include <morgue/query.hpp>

#include <search/query/tree.hpp>

namespace morgue {

namespace {

std::string tree(const Query& query) {
    return query::to_sexpr(*query.root());
}

std::string reread(const Query& query) {
    const auto parsed = Query::parse(query.to_string());
    if (const auto* error = std::get_if<QueryError>(&parsed)) return error->message;
    return tree(std::get<Query>(parsed));
}

void expect_query(const Query& query, const std::string& expected) {
    EXPECT_EQ(tree(query), expected);
    EXPECT_EQ(reread(query), expected) << query.to_string();
}

TEST(QueryBuilders, ReadNothingAsSyntax) {
    expect_query(Query::words("a b"), "(and (word a) (word b))");
    expect_query(Query::words("a OR -b"), "(and (word a) (word OR) (word -b))");
    expect_query(Query::words("title:x (\"y\" z*)"),
                 "(and (word title:x) (word \"(\\\"y\\\"\") (word \"z*)\"))");
    expect_query(Query::words("W/5 =x wom?n x~1"),
                 "(and (word W/5) (word =x) (word wom?n) (word x~1))");
    expect_query(Query::phrase("to be OR \"not\" *"), "(phrase \"to be OR \\\"not\\\" *\")");
    expect_query(Query::phrase("back\\slash\\"), "(phrase \"back\\\\slash\\\\\")");
}

TEST(QueryBuilders, ReadASentenceWordByWord) {
    expect_query(Query::any_words("Is \"e-mail\" (still) a:b?"),
                 "(or (word Is) (word e) (word mail) (word still) (word a) (word b))");
    expect_query(Query::any_words("東京都 storms"), "(or (word 東京都) (word storms))");
    expect_query(Query::any_words("THE WHO AGAIN"), "(or (word the) (word who) (word again))");
    expect_query(Query::any_words("WHO IT"), "(or (word WHO) (word IT))");
    expect_query(Query::any_words("storm storm"), "(or (word storm) (word storm))");
    expect_query(Query::any_words("storm?"), "(word storm)");
}

TEST(QueryBuilders, FindNothingWhereNoWordIs) {
    for (const Query& query : {Query::words(""), Query::words("& —"), Query::phrase("!")})
        expect_query(query, "(not (everything))");
    EXPECT_EQ(Query::words("a & b").notes().at(0).code, "no-words");
    EXPECT_TRUE(Query::words("a b").notes().empty());
}

TEST(QueryBuilders, JoinQueries) {
    const Query a = Query::words("a");
    const Query b = Query::words("b c");
    expect_query(Query::all_of({a, b}), "(and (word a) (word b) (word c))");
    expect_query(Query::any_of({a, b}), "(or (word a) (and (word b) (word c)))");
    expect_query(Query::none_of({a, b}), "(and (not (word a)) (not (and (word b) (word c))))");
    expect_query(Query::none_of({Query::none_of({a})}), "(word a)");
    expect_query(Query::any_of({a, Query::none_of({b})}),
                 "(or (word a) (and (everything) (not (and (word b) (word c)))))");
    expect_query(Query::all_of({}), "(everything)");
    expect_query(Query::any_of({}), "(not (everything))");
    expect_query(Query::none_of({}), "(everything)");
}

TEST(QueryBuilders, KeepTheNotesOfTheirParts) {
    const Query part = std::get<Query>(Query::parse("x why?"));
    EXPECT_EQ(Query::all_of({part, Query::words("a")}).notes(), part.notes());
    EXPECT_EQ(Query::all_of({part}).root()->span.end, 0U);
}

TEST(QueryBuilders, AskForFields) {
    expect_query(Query::field(Field::title, "storm corps"), "(title:phrase \"storm corps\")");
    expect_query(Query::field(Field::source, "New York Times"),
                 "(source:value \"New York Times\")");
    expect_query(Query::field(Field::tag, "a, \"b\" *"), "(tag:value \"a, \\\"b\\\" *\")");
    expect_query(Query::field(Field::path, "2019/*"), "(path:value 2019/*)");
    expect_query(Query::field(Field::date, "2019-03"), "(date 2019-03-01 2019-03-31)");
}

TEST(QueryBuilders, RefuseWhatCannotBeAsked) {
    EXPECT_THROW(Query::field(Field::url, "x"), Error);
    EXPECT_THROW(Query::field(Field::date, "2019-02-29"), Error);
    EXPECT_THROW(Query::field(Field::date, "none"), Error);
    EXPECT_THROW(Query::field(Field::date, "2019..2020"), Error);
    EXPECT_THROW(Query::field(Field::source, " "), Error);
    EXPECT_THROW(Query::words("\xFF"), Error);
    EXPECT_THROW(Query::phrase(std::string(20000, 'a')), Error);
    std::string many;
    for (int i = 0; i < 513; ++i) many += "a ";
    EXPECT_THROW(Query::words(many), Error);
}

TEST(QueryBuilders, RefuseTreesThatGrowTooDeep) {
    Query deep = Query::words("a");
    EXPECT_THROW(
        for (int i = 0; i < 100; ++i) {
            deep = Query::any_of({Query::words("b"), deep});
            deep = Query::all_of({Query::words("c"), deep});
        },
        Error);
}

TEST(Builders, PutWordsNearEachOther) {
    const Query either = Query::any_of({Query::words("a"), Query::phrase("b c")});
    expect_query(Query::near({Query::words("x"), either}, 5),
                 "(near (word x) W/5 (or (word a) (phrase \"b c\")))");
    expect_query(Query::near({Query::words("x"), Query::beginning("y")}, 3, true),
                 "(near (word x) PRE/3 (prefix y))");
    expect_query(Query::window("a b", 4), "(phrase~4 \"a b\")");
    expect_query(Query::at_least(3, either), "(at-least 3 (or (word a) (phrase \"b c\")))");
    expect_query(Query::lead(either), "(lead (or (word a) (phrase \"b c\")))");
    expect_query(Query::weighted(either, 2.5), "(weight 2.5 (or (word a) (phrase \"b c\")))");
}

TEST(Builders, RefuseWhatNoQuerySays) {
    const Query word = Query::words("a");
    const Query none = Query::none_of({word});
    EXPECT_THROW(Query::near({word, none}, 5), Error);
    EXPECT_THROW(Query::near({word, word}, 0), Error);
    EXPECT_THROW(Query::near({}, 5), Error);
    EXPECT_THROW(Query::window("a b", 256), Error);
    EXPECT_THROW(Query::window("", 5), Error);
    EXPECT_THROW(Query::beginning("a b"), Error);
    EXPECT_THROW(Query::beginning(""), Error);
    EXPECT_THROW(Query::at_least(0, word), Error);
    EXPECT_THROW(Query::lead(Query::field(Field::title, "a")), Error);
    EXPECT_THROW(Query::weighted(none, 2), Error);
    EXPECT_THROW(Query::weighted(word, 1000), Error);
}

TEST(JsonTree, NoOtherTextIsOne) {
    for (const char* text :
         {"",
          "storm",
          "[]",
          "{}",
          "{\"word\": \"\"}",
          "{\"word\": \"a b\"}",
          "{\"word\": 1}",
          "{\"and\": []}",
          "{\"and\": {}}",
          "{\"zebra\": \"a\"}",
          "{\"word\": \"a\", \"field\": \"zebra\"}",
          "{\"near\": [{\"word\": \"a\"}, {\"word\": \"b\"}], \"links\": [\"W/0\"]}",
          "{\"near\": [{\"word\": \"a\"}, {\"everything\": true}], \"links\": [\"W/5\"]}",
          "{\"or\": [{\"word\": \"a\"}, {\"lead\": {\"is\": \"gone\"}}]}",
          "{\"phrase\": \"a b\", \"gaps\": [99]}",
          "{\"phrase\": \"a b\", \"window\": 4294967301}",
          "{\"weight\": -1, \"of\": {\"word\": \"a\"}}",
          "{\"date\": \"2019-13\"}",
          "{\"fuzzy\": \"a\", \"edits\": 3}",
          "{\"at_least\": 2}"}) {
        const auto read = Query::parse_json(text);
        const auto* error = std::get_if<QueryError>(&read);
        ASSERT_NE(error, nullptr) << text;
        EXPECT_EQ(error->code, "bad-tree") << text;
    }
    std::string deep;
    for (int i = 0; i < 1000; ++i) deep += "{\"not\":";
    EXPECT_TRUE(
        std::holds_alternative<QueryError>(Query::parse_json(deep + "1" + std::string(1000, '}'))));
}

}  // namespace

}  // namespace morgue
