#include <gtest/gtest.h>

#include <search/query/reading.hpp>

namespace morgue::query {

namespace {

using testing::expect_trees;
using testing::note_codes;
using testing::Row;

TEST(Parser, JoinsWordsSideBySide) {
    expect_trees({
        {"storm", "(word storm)"},
        {"storm corps", "(and (word storm) (word corps))"},
        {"  storm\t\n corps  ", "(and (word storm) (word corps))"},
        {"storm\u3000corps", "(and (word storm) (word corps))"},
        {"a (b c) d", "(and (word a) (word b) (word c) (word d))"},
        {"*", "(everything)"},
        {"* -a", "(and (everything) (not (word a)))"},
        {"-*", "(not (everything))"},
    });
}

TEST(Parser, KeepsATextBetweenSpacesAsOneWord) {
    expect_trees({
        {"東京2020年", "(word 東京2020年)"},
        {"e-mail", "(word e-mail)"},
        {"foo/bar", "(word foo/bar)"},
        {"9/11", "(word 9/11)"},
        {"24/7", "(word 24/7)"},
        {"and/or", "(word and/or)"},
        {"AC/DC", "(word AC/DC)"},
        {"w/o", "(word w/o)"},
        {"C++", "(word C++)"},
        {"C#", "(word C#)"},
        {"AT&T", "(word AT&T)"},
        {"$1.5bn", "(word $1.5bn)"},
        {"U.S.", "(word U.S.)"},
        {"10,0000", "(word 10,0000)"},
        {"10\u00A0000", "(word 10\u00A0000)"},
        {"O'Brien", "(word O'Brien)"},
        {"'quoted'", "(word 'quoted')"},
        {"What?", "(word What?)"},
        {"what?!", "(word what?!)"},
        {"wow!!", "(word wow!!)"},
        {"#tag", "(word #tag)"},
        {"@user", "(word @user)"},
        {"a=b", "(word a=b)"},
        {"~500", "(word ~500)"},
        {"--aside", "(word --aside)"},
        {"jane@example.org", "(word jane@example.org)"},
        {"/usr/bin/env", "(word /usr/bin/env)"},
        {"year-", "(word year-)"},
        {"C:", "(word C:)"},
    });
}

TEST(Parser, LeavesOutTextWithoutLettersAndDigits) {
    expect_trees({
        {"a & b", "(and (word a) (word b))"},
        {"a — b", "(and (word a) (word b))"},
        {"a - b", "(and (word a) (word b))"},
        {"a -- b", "(and (word a) (word b))"},
        {"a ? b", "(and (word a) (word b))"},
        {"a -& b", "(and (word a) (word b))"},
        {"a -\\& b", "(and (word a) (word b))"},
        {"&", "! empty-query"},
        {"", "! empty-query"},
        {" \t ", "! empty-query"},
        {"a OR &", "! empty-operand"},
        {"(&)", "! empty-parentheses"},
    });
}

TEST(Parser, ReadsPhrasesInAllKindsOfQuotes) {
    expect_trees({
        {"\"a b\"", "(phrase \"a b\")"},
        {"“a b”", "(phrase \"a b\")"},
        {"“a b\"", "(phrase \"a b\")"},
        {"“a b“", "(phrase \"a b\")"},
        {"”a b”", "(phrase \"a b\")"},
        {"„a b“", "(phrase \"a b\")"},
        {"„a b”", "(phrase \"a b\")"},
        {"‟a b”", "(phrase \"a b\")"},
        {"«a b»", "(phrase \"a b\")"},
        {"»a b«", "(phrase \"a b\")"},
        {"»a b»", "(phrase \"a b\")"},
        {"‹a b›", "(phrase \"a b\")"},
        {"＂a b＂", "(phrase \"a b\")"},
        {"\"a “b” c\"", "(phrase \"a “b” c\")"},
        {"«a \"b\" c»", "(phrase \"a \\\"b\\\" c\")"},
        {"\"to be or not to be\"", "(phrase \"to be or not to be\")"},
        {"\"a OR (b\"", "(phrase \"a OR (b\")"},
        {"\"a\"\"b\"", "(and (phrase a) (phrase b))"},
        {"a\"b c\"d", "(and (word a) (phrase \"b c\") (word d))"},
        {"\"state\"-owned", "(and (phrase state) (word -owned))"},
        {"\"a \\\"b\\\" c\"", "(phrase \"a \\\"b\\\" c\")"},
        {"\"5\\* hotel\"", "(phrase \"5* hotel\")"},
        {"\"C:\\dir\"", "(phrase \"C:\\\\dir\")"},
        {"\"yahoo! why?\"", "(phrase \"yahoo! why?\")"},
    });
}

TEST(Parser, BindsAndAboveOrAboveJuxtaposition) {
    expect_trees({
        {"a OR b", "(or (word a) (word b))"},
        {"a|b", "(or (word a) (word b))"},
        {"a | b | c", "(or (word a) (word b) (word c))"},
        {"a OR (b OR c)", "(or (word a) (word b) (word c))"},
        {"a AND b", "(and (word a) (word b))"},
        {"a b OR c", "(and (word a) (or (word b) (word c)))"},
        {"a OR b c", "(and (or (word a) (word b)) (word c))"},
        {"a AND b OR c", "(or (and (word a) (word b)) (word c))"},
        {"a OR b AND c", "(or (word a) (and (word b) (word c)))"},
        {"a AND (b OR c)", "(and (word a) (or (word b) (word c)))"},
        {"a OR b AND c d", "(and (or (word a) (and (word b) (word c))) (word d))"},
        {"tesla (strike OR \"walk out\") -model",
         "(and (word tesla) (or (word strike) (phrase \"walk out\")) (not (word model)))"},
    });
}

TEST(Parser, LeavesOutOneOperand) {
    expect_trees({
        {"a -b", "(and (word a) (not (word b)))"},
        {"a NOT b", "(and (word a) (not (word b)))"},
        {"a AND NOT b", "(and (word a) (not (word b)))"},
        {"a NOT b c", "(and (word a) (not (word b)) (word c))"},
        {"a NOT b OR c", "(or (and (word a) (not (word b))) (word c))"},
        {"-b", "(not (word b))"},
        {"-a -b", "(and (not (word a)) (not (word b)))"},
        {"-(a b)", "(not (and (word a) (word b)))"},
        {"-\"a b\"", "(not (phrase \"a b\"))"},
        {"-title:a", "(not (title:word a))"},
        {"-storm*", "(not (prefix storm))"},
        {"NOT NOT a", "(word a)"},
        {"-(-a)", "(word a)"},
        {"-40", "(not (word 40))"},
        {"+a", "(word a)"},
        {"NOT +a", "(not (word a))"},
        {"(-b)", "(not (word b))"},
        {"a OR -b", "! negated-alternative"},
        {"(-b) OR a", "! negated-alternative"},
        {"(-b -c) OR a", "! negated-alternative"},
        {"(* -b) OR a", "(or (and (everything) (not (word b))) (word a))"},
    });
}

TEST(Parser, TakesLowerCaseOperatorsAsWords) {
    expect_trees({
        {"a or b", "(and (word a) (word or) (word b))"},
        {"Not a", "(and (word Not) (word a))"},
        {"AND/OR", "(word AND/OR)"},
        {"\\OR", "(word OR)"},
        {"title:OR", "(title:word OR)"},
    });
}

TEST(Parser, ReadsAStarAtAWordsEndAsPrefix) {
    expect_trees({
        {"storm*", "(prefix storm)"},
        {"e-mail*", "(prefix e-mail)"},
        {"storm*,", "(prefix storm)"},
        {"(storm*)", "(prefix storm)"},
        {"title:lou*", "(title:prefix lou)"},
        {"19*", "(prefix 19)"},
        {"brib!", "(prefix brib)"},
        {"\"so\"-03*", "(and (phrase so) (prefix 03))"},
        {"(a)+wom?n", "(and (word a) (wildcard wom?n))"},
        {"\"so\"-brib!", "(and (phrase so) (prefix brib))"},
    });
}

TEST(Parser, ReadsHowAPhraseIsLikened) {
    expect_trees({
        {"~\"raise rates\"", "(~phrase \"raise rates\")"},
        {"=\"New Deal\"", "(=phrase \"New Deal\")"},
        {"=Apple", "(=phrase Apple)"},
        {"-=Apple", "(not (=phrase Apple))"},
        {"-=\"New Deal\"", "(not (=phrase \"New Deal\"))"},
        {"title:=Apple", "(title:=phrase Apple)"},
        {"title:~\"a b\"", "(title:~phrase \"a b\")"},
        {"=US W/5 ~\"a b\"", "(near (=phrase US) W/5 (~phrase \"a b\"))"},
        {"a=b", "(word a=b)"},
        {"= a", "(word a)"},
        {"\\=a", "(word =a)"},
        {"=a*", "! not-yet"},
        {"a~\"b c\"", "! not-yet"},
        {"=\"\"", "! empty-phrase"},
        {"source:=\"a b\"", "! not-yet"},
    });
}

TEST(Parser, ReadsPatterns) {
    expect_trees({
        {"wom?n", "(wildcard wom?n)"},
        {"?omen", "(wildcard ?omen)"},
        {"*bra", "(wildcard *bra)"},
        {"f*o,", "(wildcard f*o)"},
        {"c?t*", "(wildcard c?t*)"},
        {"wom?n?", "(wildcard wom?n)"},
        {"title:wom?n", "(title:wildcard wom?n)"},
        {"word~", "(fuzzy 1 word)"},
        {"word~2", "(fuzzy 2 word)"},
        {"title:word~1", "(title:fuzzy 1 word)"},
        {"word~3", "! bad-fuzziness"},
        {"word~0", "! bad-fuzziness"},
        {"wor*~1", "! bad-fuzziness"},
        {"**", "! bare-wildcard"},
        {"?*", "! bare-wildcard"},
        {"w?rd~1", "! bad-fuzziness"},
        {"w?rd~1.", "! bad-fuzziness"},
        {"w*rd~ocr.", "! not-yet"},
        {"word~ocr", "! not-yet"},
        {"~500", "(word ~500)"},
        {"/colou?r/", "(regex colou?r)"},
        {"title:/[ab]c/", "(title:regex [ab]c)"},
        {"/(a|b)c/ d", "(and (regex \"(a|b)c\") (word d))"},
        {"/(/", "! bad-regex"},
        {"wom?n W/5 /colou?r/", "(near (wildcard wom?n) W/5 (regex colou?r))"},
    });
}

TEST(Parser, ReadsFields) {
    expect_trees({
        {"title:louvre", "(title:word louvre)"},
        {"Title:louvre", "(title:word louvre)"},
        {"title:\"storm corps\"", "(title:phrase \"storm corps\")"},
        {"byline:“jane doe”", "(byline:phrase \"jane doe\")"},
        {"title:(a OR \"b c\" -d)",
         "(and (or (title:word a) (title:phrase \"b c\")) (not (title:word d)))"},
        {"section:world", "(section:value world)"},
        {"source:\"New York Times\"", "(source:value \"New York Times\")"},
        {"source:(ap OR reuters)", "(or (source:value ap) (source:value reuters))"},
        {"source:ap,reuters", "(or (source:value ap) (source:value reuters))"},
        {"source:ap,", "! empty-field"},
        {"source:\"a,b\"", "(source:value a,b)"},
        {"title:10,000", "(title:word 10,000)"},
        {"date:2017,2019-03", "(or (date 2017-01-01 2017-12-31) (date 2019-03-01 2019-03-31))"},
        {"tag:U.S.", "(tag:value U.S.)"},
        {"tag:9/11", "(tag:value 9/11)"},
        {"lang:fr", "(lang:value fr)"},
        {"path:2019/03", "(path:value 2019/03)"},
        {"path:/a/", "(path:value /a/)"},
        {"path:2019/03*", "(path:below 2019/03)"},
        {"path:2019/**", "(path:below 2019/)"},
        {"path:*", "(everything)"},
        {"byline:*", "(has byline)"},
        {"source:(* OR ap)", "(or (has source) (source:value ap))"},
        {"before:*", "! bad-date"},
        {"foo:bar*", "! unknown-field"},
        {"path:-x", "(path:value -x)"},
        {"path:\"a*b, c\"", "(path:value \"a*b, c\")"},
        {"path:\\a*b(c)", "(path:value \"a*b(c)\")"},
        {"title:10:30", "(title:word 10:30)"},
    });
}

TEST(Parser, ReadsDatesInclusiveAtTheirPrecision) {
    expect_trees({
        {"date:2019", "(date 2019-01-01 2019-12-31)"},
        {"date:2019-02", "(date 2019-02-01 2019-02-28)"},
        {"date:2020-02", "(date 2020-02-01 2020-02-29)"},
        {"date:2019-03-04", "(date 2019-03-04 2019-03-04)"},
        {"date:\"2019-03\"", "(date 2019-03-01 2019-03-31)"},
        {"date:2019-03..2019-06-15", "(date 2019-03-01 2019-06-15)"},
        {"date:2019-03..", "(date 2019-03-01 ..)"},
        {"date:..2019-03", "(date .. 2019-03-31)"},
        {"date:2019..2019", "(date 2019-01-01 2019-12-31)"},
        {"after:2019", "(date 2020-01-01 ..)"},
        {"after:2019-03", "(date 2019-04-01 ..)"},
        {"after:2019-12-31", "(date 2020-01-01 ..)"},
        {"before:2020", "(date .. 2019-12-31)"},
        {"before:2020-03", "(date .. 2020-02-29)"},
        {"date:~2019-03", "(date~ 2019-03-01 2019-03-31)"},
        {"date:~2019..", "(date~ 2019-01-01 ..)"},
        {"after:~2019", "(date~ 2020-01-01 ..)"},
        {"date:~none", "! bad-date"},
        {"date:~", "! bad-date"},
        {"date:none", "(undated)"},
        {"date:(2017 OR none)", "(or (date 2017-01-01 2017-12-31) (undated))"},
        {"-date:none", "(not (undated))"},
        {"date:2019-13", "! bad-date"},
        {"date:2019-02-29", "! bad-date"},
        {"date:2019-3-4", "! bad-date"},
        {"date:0000", "! bad-date"},
        {"date:", "! empty-field"},
        {"date: 2019", "! empty-field"},
        {"date:..", "! bad-range"},
        {"date:2020..2019", "! bad-range"},
        {"date:2019..x", "! bad-date"},
        {"date:2019...2020", "! bad-date"},
        {"after:9999", "! bad-date"},
        {"before:0001", "! bad-date"},
        {"after:none", "! bad-date"},
        {"after:2019..2020", "! bad-date"},
    });
}

TEST(Parser, TakesUnknownNamesBeforeAColonAsText) {
    expect_trees({
        {"is:gone", "(gone)"},
        {"storm -is:gone", "(and (word storm) (not (gone)))"},
        {"is:gonee", "! unknown-state"},
        {"IS:First", "(first)"},
        {"storm -is:first", "(and (word storm) (not (first)))"},
        {"dup:8C2F01aa34de", "(alike 8c2f01aa34de)"},
        {"foo:bar", "(phrase \"foo bar\")"},
        {"foo:bar:baz", "(phrase \"foo bar:baz\")"},
        {"foo:\"bar baz\"", "(phrase \"foo bar baz\")"},
        {"foo:(a b)", "(and (word foo:) (word a) (word b))"},
        {"Re: x", "(and (word Re:) (word x))"},
        {"10:30", "(word 10:30)"},
        {"2:1", "(word 2:1)"},
        {"https://example.org/a?q=1", "(word https://example.org/a?q=1)"},
        {"(https://example.org/a_(b))", "(word \"https://example.org/a_(b)\")"},
        {"is: this", "(and (word is:) (word this))"},
        {"titel:x", "! unknown-field"},
        {"itle:x", "! unknown-field"},
        {"titles:x", "! unknown-field"},
        {"Dage:x", "! unknown-field"},
        {"titel:\"x y\"", "! unknown-field"},
        {"titel:(x)", "! unknown-field"},
        {"titel: x", "(and (word titel:) (word x))"},
    });
}

TEST(Parser, TakesTextBehindABackslashAsItIs) {
    expect_trees({
        {"\\-x", "(word -x)"},
        {"\\foo(bar)", "(word \"foo(bar)\")"},
        {"(\\foo )", "(word foo)"},
        {"-\\-x", "(not (word -x))"},
        {"title:\\-x", "(title:word -x)"},
        {"\\\\x", "(word \"\\\\x\")"},
        {"a\\b", "(word \"a\\\\b\")"},
    });
}

TEST(Parser, MarksWhereEachPartStands) {
    const auto parsed = Query::parse("a OR title:\"b c\"");
    const Node& root = *std::get<Query>(parsed).root();
    const auto& sides = std::get<Or>(root.kind).children;
    EXPECT_EQ(root.span, (Span{0, 16}));
    EXPECT_EQ(sides[0]->span, (Span{0, 1}));
    EXPECT_EQ(sides[1]->span, (Span{5, 16}));
}

TEST(Parser, NotesOnlyWhatMaySurprise) {
    const Row rows[] = {
        {"a b", ""},
        {"a OR b", ""},
        {"a AND b NOT c", ""},
        {"a (b OR c)", ""},
        {"(a AND b) OR c", ""},
        {"a b OR c", "precedence "},
        {"a OR b c", "precedence "},
        {"(a OR b c) d", "precedence "},
        {"a AND b OR c", "precedence "},
        {"a NOT b OR c", "precedence "},
        {"a or b", "lower-case-operator "},
        {"or a", ""},
        {"not a", "lower-case-operator "},
        {"a not", ""},
        {"a and and b", "lower-case-operator "},
        {"title:or b", ""},
        {"\"a or b\"", ""},
        {"-a", "pure-negation "},
        {"a -b", ""},
        {"* -b", ""},
        {"a -40", "minus-number "},
        {"foo:bar", "unknown-field-as-text "},
        {"Re: x", ""},
        {"10:30 https://example.org/?q=1", ""},
        {"a & b", "no-words "},
        {"a & & b", "no-words "},
        {"+a", "plus-ignored "},
        {"why?", "question-mark "},
        {"“a\" b", "mixed-quotes "},
        {"“a” b", ""},
        {"–a", "not-an-operator "},
        {"!a", "not-an-operator "},
        {"a NEAR", "not-an-operator "},
        {"a NEAR b", "near-as-distance "},
        {"a +3 b", "near-as-distance "},
        {"a W/3 b", ""},
        {"a W/3 b date:2019", ""},
        {"a b W/3 c", "precedence "},
        {"—a", ""},
    };
    for (const Row& row : rows) EXPECT_EQ(note_codes(row.text), row.tree) << row.text;
}

}  // namespace

}  // namespace morgue::query
