#include "read.hpp"

namespace morgue::indexer {
namespace {

std::string text_of(std::string_view page) {
    const auto read = one_article("x.html", page);
    EXPECT_EQ(read.body_offset, -1);
    return read.article.body;
}

TEST(HtmlText, BlocksAndInlines) {
    constexpr std::pair<std::string_view, std::string_view> rows[] = {
        {"<p>One</p><p>Two</p>", "One\nTwo"},
        {"<p>One<p>Two", "One\nTwo"},
        {"<div>One<div>Two</div>Three</div>", "One\nTwo\nThree"},
        {"Re<b>mark</b>able", "Remarkable"},
        {"<span>One</span> <a href=x>two</a>", "One two"},
        {"One<br>Two<br/>Three", "One\nTwo\nThree"},
        {"  One \n\t two  ", "One two"},
        {"<ul><li>One<li>Two</ul>", "One\nTwo"},
        {"<table><tr><td>One<td>Two<tr><td>Three</table>", "One\nTwo\nThree"},
        {"<h1>One</h1>Two", "One\nTwo"},
        {"<pre>One\n  two</pre>", "One\ntwo"},
        {"One &amp; &lt;b&gt; &eacute;&#233;&#xE9;", "One & <b> ééé"},
        {"don&#146;t &#147;x&#148; &#128;5", "don’t “x” €5"},
        {"10&nbsp;000",
         "10\u00A0"
         "000"},
        {"<p>One</p>\n\n\n<p></p><p> </p><p>Two</p>", "One\nTwo"},
        {"plain words", "plain words"},
        {"<x-new>One</x-new>", "One"},
        {"<p>One<!-- two --> three", "One three"},
        {"a < b and b > a", "a < b and b > a"},
    };
    for (const auto& [page, text] : rows) EXPECT_EQ(text_of(page), text) << page;
}

TEST(HtmlText, WhatIsNotReadIsLeftOut) {
    for (const std::string_view element :
         {"script", "style", "noscript", "nav", "header", "footer", "aside", "template", "form",
          "svg", "select", "textarea", "button", "iframe", "video"}) {
        const std::string name(element);
        EXPECT_EQ(text_of("<p>One</p><" + name + ">gone</" + name + "><p>Two</p>"), "One\nTwo")
            << name;
    }
    EXPECT_EQ(text_of("<p>One</p><p hidden>gone <b>too</b></p><p>Two</p>"), "One\nTwo");
    EXPECT_EQ(text_of("<nav><div><p>gone</nav><aside><nav>gone</nav>gone</aside>One"), "One");
    EXPECT_EQ(text_of("<title>Rain</title><p>One"), "One");
}

TEST(HtmlText, AnUnclosedElementInAMenuDoesNotHideThePage) {
    for (const std::string_view element : {"nav", "header", "footer", "aside", "noscript"}) {
        const std::string name(element);
        EXPECT_EQ(text_of("<div><" + name + "><div><p>gone</" + name + "><p>One</div>Two"),
                  "One\nTwo")
            << name;
        EXPECT_EQ(text_of("<" + name + "><" + name + "><div>gone</" + name + ">gone</" + name +
                          "><p>One"),
                  "One")
            << name;
    }
    EXPECT_EQ(text_of("<article><div>One</article><p>After"), "One");
    EXPECT_EQ(text_of("<nav title='</nav>'>gone</nav>One<nav><!-- </nav> -->gone</nav>"), "One");
    EXPECT_EQ(text_of("<script>'</nav>'</script></nav></nav>One<nav>gone</nav>"), "One");
}

TEST(HtmlText, WhatFollowsAPlayerIsRead) {
    EXPECT_EQ(text_of("<p>One <embed src=x> two</p><p>Three</p>"), "One two\nThree");
}

TEST(HtmlText, AFormAroundThePageIsRead) {
    std::string page = "<form action=x>";
    for (int i = 0; i < 50; ++i) page += "<p>Rain fell again.</p>";
    EXPECT_NE(text_of(page + "</form>").find("Rain fell again."), std::string::npos);
}

TEST(HtmlText, OneArticleAlone) {
    EXPECT_EQ(text_of("<p>Before</p><article><p>One</p><p>Two</p></article><p>After</p>"),
              "One\nTwo");
    EXPECT_EQ(text_of("<p>Before</p><article>One</article><article>Two</article>"),
              "Before\nOne\nTwo");
    EXPECT_EQ(text_of("<article>One<article>Two</article></article>After"), "One\nTwo\nAfter");
    EXPECT_EQ(text_of("<p>Before</p><article> </article>"), "Before");
    EXPECT_EQ(text_of("<aside><article>gone</article></aside><article>One</article>Two"), "One");
    EXPECT_EQ(text_of("<article>One"), "One");
    EXPECT_EQ(text_of("Before<form><article>gone</article></form>After"), "Before\nAfter");
}

TEST(HtmlText, APageWithoutTextIsEmpty) {
    EXPECT_EQ(reason_of("x.html", "<html><body><script>x()</script></body></html>"),
              SkipReason::empty);
    EXPECT_EQ(reason_of("x.html", "<title>Rain</title><meta name=author content=x>"),
              SkipReason::empty);
}

TEST(HtmlText, NothingBehindABrokenPlaceIsLost) {
    EXPECT_EQ(text_of("<p>One</b></i></div></p>Two</body></html><p>Three"), "One\nTwo\nThree");
    EXPECT_EQ(text_of("<p>One<div <p>Two</p> \"'>Three"), "One\nTwo \"'>Three");
    EXPECT_EQ(text_of("<p>One &#0; &#xD800; &bogus; two"), "One &bogus; two");
}

}  // namespace
}  // namespace morgue::indexer
