"""morgue similar: articles about what one is about."""

import re

from harness import CommandTest, main

STORM = ("The storm that closed the harbour on Monday sank two ferries and flooded the market.\n"
         "Ferries to the islands will not sail before Thursday, the harbour master said.\n")

ARTICLES = {
    "storm.txt": "Storm closes harbour\n\n" + STORM,
    "copy.txt": "Ferries sunk\n\n" + STORM,
    "ferries.txt": "Ferries sail again\n\nThe ferries to the islands leave the harbour again.\n",
    "budget.txt": "Council passes budget\n\nNothing in it is for schools.\n",
    "several.csv": "title,body\nGale,A gale is no storm.\nFog,Fog lay over the harbour.\n",
}


class Similar(CommandTest):
    def test_shares_what_stands_out(self):
        self.indexed(ARTICLES)
        done = self.check(self.morgue("similar", "-l", "storm.txt"), 0)
        self.assertIn("ferries.txt", done.out.splitlines()[0])
        self.assertNotIn("budget.txt", done.out)

    def test_is_neither_the_article_nor_its_copies(self):
        self.indexed(ARTICLES)
        done = self.check(self.morgue("similar", "-l", "copy.txt"), 0)
        self.assertNotIn("storm.txt", done.out)
        self.assertNotIn("copy.txt", done.out)

    def test_the_query_can_be_taken_on_from(self):
        self.indexed(ARTICLES)
        done = self.check(self.morgue("similar", "-v", "-c", "storm.txt"), 0)
        told = self.morgue("similar", "-v", "-l", "storm.txt").err
        query = re.search(r"read as (.*)", told)[1]
        self.check(self.morgue("count", query), 0, out=done.out)

    def test_names_what_it_cannot_take(self):
        self.indexed(ARTICLES)
        self.check(self.morgue("similar", "nothing.txt"), 1, out="")
        self.check(self.morgue("similar"), 2, out="")
        done = self.check(self.morgue("similar", "several.csv"), 2, out="")
        self.assertIn("holds 2 articles", done.err)

    def test_says_that_there_is_nothing(self):
        self.indexed({"a.txt": "Alpha.\n", "b.txt": "Beta.\n"})
        done = self.check(self.morgue("similar", "a.txt"), 1)
        self.assertIn("no other article", done.err)
        self.check(self.morgue("similar", "-q", "a.txt"), 1, out="", err="")


if __name__ == "__main__":
    main()
