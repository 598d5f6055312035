"""morgue audit: every article read, to see whether a query is answered rightly."""

from harness import CommandTest, main

ARCHIVE = {
    "a.txt": "Title\n\nA storm over the harbour, and then another storm.\n",
    "b.txt": "Title\n\nA storm. Nobody sailed from the harbour that day or on the next one.\n",
    "c.txt": "Title\n\nCalm.\n",
}


class Audit(CommandTest):
    def test_finds_no_difference(self):
        self.indexed(ARCHIVE)
        self.check(self.morgue("audit", "storm"), 0,
                   out="3 articles read, 2 of them answer, 0 differences\n", err="")
        self.check(self.morgue("audit", "storm", "W/3", "harbour"), 0,
                   out="3 articles read, 1 of them answer, 0 differences\n", err="")

    def test_says_it_to_programs(self):
        self.indexed(ARCHIVE)
        (told,) = self.check(self.morgue("audit", "--json", "storm"), 0, err="").objects
        self.assertEqual({**told, "v": 1, "type": "audit", "articles": 3, "answered": 2,
                          "missed": [], "extra": [], "highlighted": []}, told)

    def test_refuses_what_no_text_tells(self):
        self.indexed(ARCHIVE)
        done = self.check(self.morgue("audit", "is:first"), 2, out="")
        self.assertIn("error[not-in-the-text]", done.err)


class Budget(CommandTest):
    def test_of_reading_is_kept(self):
        self.indexed(ARCHIVE)
        done = self.check(self.morgue("search", "--budget=1", "storm W/P harbour"), 4)
        self.assertIn("note: whether 1 more article answers was not looked at", done.err)
        done = self.check(self.morgue("search", "--budget=2", "storm W/P harbour"), 0)
        self.assertNotIn("note:", done.err)

    def test_is_not_used_where_places_tell(self):
        self.indexed(ARCHIVE)
        done = self.check(self.morgue("search", "--budget=1", "storm W/9 harbour"), 0)
        self.assertNotIn("note:", done.err)

    def test_does_not_limit_counts_and_programs(self):
        self.indexed(ARCHIVE)
        self.check(self.morgue("count", "storm W/P harbour"), 0, out="2\n")
        done = self.check(self.morgue("search", "--ids", "--budget=1", "storm W/P harbour"), 0)
        self.assertEqual(len(done.lines), 2)


if __name__ == "__main__":
    main()
