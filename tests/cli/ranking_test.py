"""--any, --expand and --recency."""

from harness import CommandTest, main

ARTICLES = {
    "a.txt": "Storm closes harbour\n\nThe storm closed the harbour and the ferry.\n",
    "b.txt": "Harbour opens\n\nThe ferry left the harbour after the storm.\n",
    "c.txt": "Parliament\n\nA storm of words about the budget.\n",
}


class Any(CommandTest):
    def test_articles_with_most_words_come_first(self):
        self.indexed(ARTICLES)
        done = self.check(self.morgue("search", "--any", "-l",
                                      "What did parliament say of the budget in a storm?"), 0)
        self.assertIn("c.txt", done.out.splitlines()[0])
        self.assertEqual(3, len(done.out.splitlines()))

    def test_nothing_is_syntax(self):
        self.indexed(ARTICLES)
        for text in ["(budget", 'the "budget', "budget) title:budget*", "budget?", "a/budget"]:
            self.assertEqual("", self.check(self.morgue("count", "--any", text), 0).err)
        self.check(self.morgue("count", "--any", "budget/ferry"), 0, out="3\n")

    def test_a_sentence_in_capitals_is_read_as_if_it_were_not(self):
        self.indexed(ARTICLES)
        self.check(self.morgue("count", "--any", "BUDGETS OF ORCHESTRAS CLOSING"), 0, out="2\n")

    def test_lists_and_signs_alone(self):
        self.indexed(ARTICLES)
        done = self.check(self.morgue("count", "--any", "&"), 1, out="0\n")
        self.assertIn("note: '&' has no letters or digits\n", done.err)
        self.check(self.morgue("count", "--any", "-F", "budget"), 2, out="")


class Order(CommandTest):
    def test_what_answers_stays_the_same(self):
        self.indexed(ARTICLES)
        plain = self.check(self.morgue("search", "-l", "storm"), 0).out
        for flags in [["--expand"], ["--recency=90d"], ["--expand", "--recency=2y"]]:
            done = self.check(self.morgue("search", "-l", *flags, "storm"), 0)
            self.assertEqual(sorted(plain.splitlines()), sorted(done.out.splitlines()))

    def test_no_time_is_refused(self):
        self.indexed(ARTICLES)
        for time in ["90", "0d", "d", "-1d", "1.5y", "soon", "9999999999d", "90dd"]:
            done = self.check(self.morgue("search", "--recency=" + time, "storm"), 2, out="")
            self.assertIn("is no time\n", done.err)

    def test_what_another_order_would_ignore_is_refused(self):
        self.indexed(ARTICLES)
        for flag in ["--expand", "--recency=90d"]:
            self.check(self.morgue("search", flag, "--sort=newest", "storm"), 2, out="")
            self.check(self.morgue("search", flag, "-c", "storm"), 2, out="")


if __name__ == "__main__":
    main()
