#include <gtest/gtest.h>

#include <search/query/reading.hpp>

namespace morgue::query {

namespace {

using testing::expect_trees;

TEST(Facts, AreNamedBeforeAColon) {
    expect_trees({
        {"id:8C2F", "(id 8c2f)"},
        {"id:8c2", "! bad-id"},
        {"has:byline", "(has byline)"},
        {"HAS:Date", "(has date)"},
        {"-has:url", "(not (has url))"},
        {"has:title,tag", "(or (has title) (has tag))"},
        {"has:path", "! unknown-fact"},
        {"has:\"byline\"", "! empty-field"},
        {"type:html", "(type:value html)"},
        {"type:html,text", "(or (type:value html) (type:value text))"},
        {"type:html,", "! empty-field"},
        {"type:\"JSON lines\"", "(type:value \"JSON lines\")"},
        {"type:JSON*", "(type:below JSON)"},
        {"type:h*l", "! not-yet"},
        {"name:storm.txt", "(name:value storm.txt)"},
        {"name:\"a, b*.txt\"", "(name:value \"a, b*.txt\")"},
        {"url:https://example.org/a?b=*c", "(url:value https://example.org/a?b=*c)"},
        {"url:example.org/2019*", "(url:below example.org/2019)"},
        {"name:(a b)", "! empty-field"},
    });
}

TEST(Facts, LengthsAreNumbersAndRanges) {
    expect_trees({
        {"words:800", "(words 800)"},
        {"words:>800", "(words 801..)"},
        {"words:>=800", "(words 800..)"},
        {"words:<800", "(words ..799)"},
        {"words:<=800", "(words ..800)"},
        {"words:200..800", "(words 200..800)"},
        {"words:..800", "(words ..800)"},
        {"words:<1", "(words 0)"},
        {"words:<0", "! bad-length"},
        {"words:800..200", "! bad-length"},
        {"words:many", "! bad-length"},
        {"words:>9999999", "! bad-length"},
        {"words:..", "(word words:..)"},
    });
}

TEST(Lead, TakesWords) {
    expect_trees({
        {"lead:storm", "(lead (word storm))"},
        {"Lead:\"a b\"", "(lead (phrase \"a b\"))"},
        {"lead:(a -b)", "(lead (and (word a) (not (word b))))"},
        {"lead:(a W/5 b) c", "(and (lead (near (word a) W/5 (word b))) (word c))"},
        {"-lead:a*", "(not (lead (prefix a)))"},
        {"lead:OR", "(lead (word OR))"},
        {"lead:\\-x", "(lead (word -x))"},
        {"lead:", "! empty-field"},
        {"lead: a", "! empty-field"},
        {"lead:&", "! empty-field"},
        {"lead:-a", "! misplaced-minus"},
        {"lead:*", "! nested-field"},
        {"lead:(a title:b)", "! nested-field"},
        {"lead:(a is:gone)", "! nested-field"},
        {"title:(lead:a)", "! nested-field"},
        {"lead:(lead:a)", "! nested-field"},
        {"lead:a W/5 b", "! near-operand"},
        {"a OR lead:(-b)", "! negated-alternative"},
        {"leed:a", "! unknown-field"},
    });
}

TEST(Weights, AreOfWhatTheyFollow) {
    expect_trees({
        {"a^2 b", "(and (weight 2 (word a)) (word b))"},
        {"\"a b\"^0.5", "(weight 0.5 (phrase \"a b\"))"},
        {"\"a b\"~3^2", "(weight 2 (phrase~3 \"a b\"))"},
        {"(a OR b)^10", "(weight 10 (or (word a) (word b)))"},
        {"title:a^2", "(weight 2 (title:word a))"},
        {"title:(a b)^2", "(weight 2 (and (title:word a) (title:word b)))"},
        {"a*^2", "(weight 2 (prefix a))"},
        {"a~1^2", "(weight 2 (fuzzy 1 a))"},
        {"-a^2", "(not (weight 2 (word a)))"},
        {"a^2 OR b", "(or (weight 2 (word a)) (word b))"},
        {"a^b", "(word a^b)"},
        {"^2", "(word ^2)"},
        {"\\a^2", "(word a^2)"},
        {"https://example.org/a^2", "(word https://example.org/a^2)"},
        {"a^0", "! bad-weight"},
        {"a^101", "! bad-weight"},
        {"a^1.2.3", "! bad-weight"},
        {"(-a)^2", "! bad-weight"},
        {"a^2 W/3 b", "! near-operand"},
    });
}

}  // namespace

}  // namespace morgue::query
