#include "read.hpp"

namespace morgue::indexer {
namespace {

std::string text_of(const std::string& page) {
    return one_article("x.html", page).article.body;
}

/// A paragraph of prose.
std::string prose(const std::string& word) {
    std::string text = "<p>";
    for (int i = 0; i < 12; ++i) text += "The " + word + " came down, and the river rose. ";
    return text + "</p>";
}

std::string links(int count) {
    std::string list = "<ul>";
    for (int i = 0; i < count; ++i) list += "<li><a href=/x>Elsewhere in the news today</a>";
    return list + "</ul>";
}

const std::string article = prose("rain") + prose("snow") + prose("hail");

TEST(MainText, IsWhereProseStandsThickest) {
    const std::string text = text_of("<div>" + links(20) + "</div><div>" + article + "</div><div>" +
                                     links(20) + "</div>");
    EXPECT_TRUE(text.starts_with("The rain came down"));
    EXPECT_TRUE(text.ends_with("and the river rose."));
    EXPECT_EQ(text.find("Elsewhere"), std::string::npos);
}

TEST(MainText, WhatInterruptsTheArticleIsLeftOut) {
    for (const std::string& between :
         {"<div class=related>" + prose("sun") + "</div>", "<div>" + links(8) + "</div>",
          std::string("<div class=share-buttons>Send this to a friend</div>"),
          std::string("<div role=complementary>Read our letter every day</div>"),
          std::string("<form>Your address, please <input></form>"),
          std::string("<div style='display: none'>Not seen by anybody</div>"),
          std::string("<div aria-hidden=true>Not heard by anybody</div>")}) {
        EXPECT_EQ(text_of("<div>" + prose("rain") + between + prose("snow") + "</div>"),
                  text_of("<div>" + prose("rain") + prose("snow") + "</div>"))
            << between;
    }
}

TEST(MainText, WhatBelongsToTheArticleStays) {
    for (const std::string& between :
         {std::string("<h2>What happened before that</h2>"),
          std::string("<ul><li>rain, for a day<li>snow, for two</ul>"),
          std::string("<blockquote>We have never seen such a thing, said the mayor.</blockquote>"),
          std::string("<figure><img src=x><figcaption>The river on Monday</figcaption></figure>"),
          std::string("<table><tr><th>Day<th>Rain<tr><td>Monday<td>12 mm</table>")}) {
        const std::string with =
            text_of("<div>" + prose("rain") + between + prose("snow") + "</div>");
        const std::string without = text_of("<div>" + prose("rain") + prose("snow") + "</div>");
        EXPECT_GT(with.size(), without.size()) << between;
    }
}

TEST(MainText, LinesBrokenTwiceAreParagraphs) {
    std::string lines;
    for (int i = 0; i < 6; ++i)
        lines += "The rain came down, and the river rose, and nobody could cross it.<br><br>";
    const std::string text =
        text_of("<div>" + links(20) + "</div><div>" + lines + "</div><div>" + links(20) + "</div>");
    EXPECT_TRUE(text.starts_with("The rain came down"));
    EXPECT_EQ(text.find("Elsewhere"), std::string::npos);
}

TEST(MainText, TheHeadlineIsNotRepeated) {
    const std::string page =
        "<title>Rain floods the old town again</title><div>"
        "<h1>Rain floods the old town again</h1>" +
        article + "</div>";
    EXPECT_TRUE(text_of(page).starts_with("The rain came down"));
    const std::string other =
        "<title>Rain floods the old town again</title><div>"
        "<h1>Mayor speaks to the people</h1>" +
        article + "</div>";
    EXPECT_TRUE(text_of(other).starts_with("Mayor speaks"));
}

TEST(MainText, AnArticleNamedLikeClutterIsFoundAllTheSame) {
    EXPECT_TRUE(text_of("<div class=sidebar>" + article + "</div>").starts_with("The rain"));
    EXPECT_TRUE(text_of("<div class=comment>" + article + "</div><div>" + links(3) + "</div>")
                    .starts_with("The rain"));
}

TEST(MainText, ASitesHeaderIsNone) {
    EXPECT_EQ(text_of("<header>The Herald</header>" + article), text_of(article));
    EXPECT_NE(text_of("<article><header><p>What it cost us, and whom.</p></header>" + article +
                      "</article>")
                  .find("What it cost"),
              std::string::npos);
}

}  // namespace
}  // namespace morgue::indexer
