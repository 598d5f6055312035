#include <string>

#include <gtest/gtest.h>

#include "small_index.hpp"

namespace morgue {
namespace {

using test::article_of;
using test::found;
using test::id_of;
using test::SmallIndex;

const std::string storm =
    "The storm that closed the harbour on Monday sank two ferries and flooded the fish market. "
    "Ferries to the islands will not sail before Thursday, the harbour master said, and the "
    "market will be dry by then. Nobody was hurt when the storm came in over the breakwater.";

SmallIndex newsroom() {
    return SmallIndex({
        article_of("storm", "Storm closes harbour", storm),
        article_of("copy", "Ferries sunk in storm", storm),
        article_of("ferries", "Ferries sail again",
                   "The ferries to the islands sail again from the harbour since Thursday."),
        article_of("market", "Market opens", "The fish market is open and dry, says its master."),
        article_of("budget", "Council passes budget",
                   "On Monday the council said that it will not be before the summer."),
    });
}

TEST(Similar, IsWhatSharesItsTellingWordsMostFirst) {
    const SmallIndex index = newsroom();
    const Searcher searcher = index.searcher();
    const auto query = searcher.similar_to(id_of("storm"));
    ASSERT_TRUE(query);
    const std::string similar = found(searcher, *query, Sort::relevance);
    EXPECT_EQ(similar.substr(0, similar.find(" budget")), "ferries market");
}

TEST(Similar, IsNeitherItselfNorItsCopies) {
    const SmallIndex index = newsroom();
    const Searcher searcher = index.searcher();
    const std::string similar = found(searcher, *searcher.similar_to(id_of("copy")));
    EXPECT_EQ(similar.find("storm"), std::string::npos);
    EXPECT_EQ(similar.find("copy"), std::string::npos);
}

TEST(Similar, AsksForNoFunctionWords) {
    const SmallIndex index = newsroom();
    const std::string asked = index.searcher().similar_to(id_of("ferries"))->to_string();
    EXPECT_NE(asked.find("ferries"), std::string::npos) << asked;
    EXPECT_EQ(asked.find(" the "), std::string::npos) << asked;
}

TEST(Similar, IsNothingWhereNothingIsShared) {
    const SmallIndex index({article_of("one", "", "alpha"), article_of("two", "", "beta")});
    const Searcher searcher = index.searcher();
    EXPECT_EQ(found(searcher, *searcher.similar_to(id_of("one"))), "");
    EXPECT_FALSE(searcher.similar_to(id_of("three")));
}

}  // namespace
}  // namespace morgue
