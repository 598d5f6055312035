"""How a query is read, asked and scored: morgue parse, --explain, --lenient, --syntax=json."""

from harness import CommandTest, main

ARCHIVE = {
    "a.txt": "---\ntitle: Storm\ndate: 2019-03-04\n---\n\nA storm over the harbour.\n",
    "b.txt": "---\ntitle: Gale\n---\n\nA gale, no storm; a boat lost its mast.\n",
}


class Parse(CommandTest):
    def test_needs_no_index(self):
        done = self.check(self.morgue("parse", "tesla strike OR lockout"), 0)
        self.assertEqual(done.lines, ["tesla AND (strike OR lockout)",
                                      "(and (word tesla) (or (word strike) (word lockout)))"])
        self.assertIn("note: read as: tesla AND (strike OR lockout)", done.err)

    def test_json_is_a_tree_that_is_taken_back(self):
        query = '"storm * harbour"^2 OR lead:(gale W/5 boat*) -has:byline'
        (read,) = self.check(self.morgue("parse", "--json", query), 0).objects
        again = self.check(self.morgue("parse", "--json", "--syntax=json", read["tree"]), 0)
        self.assertEqual(again.objects[0]["parsed"], read["parsed"])

    def test_a_key_that_means_nothing_is_refused(self):
        for tree in ['{"word": "storm", "feild": "title"}', '{"and": [{"word": "a"}], "of": 2}',
                     '{"phrase": "a b", "edits": 1}']:
            done = self.check(self.morgue("parse", "--syntax=json", tree), 2)
            self.assertIn("error[bad-tree]", done.err, tree)

    def test_other_json_is_refused(self):
        done = self.check(self.morgue("parse", "--syntax=json", '{"word": "a b"}'), 2)
        self.assertIn("error[bad-tree]", done.err)
        self.check(self.morgue("parse", "--syntax=json", "--any", "{}"), 2)

    def test_slips_are_mended_where_that_is_asked_for(self):
        self.check(self.morgue("parse", '"storm corps'), 2)
        done = self.check(self.morgue("parse", "--lenient", '"storm corps'), 0)
        self.assertEqual(done.lines[0], '"storm corps"')
        self.assertIn("note: this quote is never closed; read as: \"storm corps\"", done.err)
        self.assertIn("error[bad-distance]",
                      self.check(self.morgue("parse", "--lenient", "a W/0 b"), 2).err)
        self.check(self.morgue("parse", "--lenient", "--strict", "storm"), 2)


class Explain(CommandTest):
    def setUp(self):
        super().setUp()
        self.indexed(ARCHIVE)

    def test_each_part_with_how_many_answer_it(self):
        out = self.check(self.morgue("search", "--explain", "storm", "gale", "date:none"), 0).out
        for line in [r"typed +storm gale date:none", r"read +storm AND gale AND date:none",
                     r"tree +\(and \(word storm\) .*", r"xapian +Query\(.*",
                     r"part +storm: 2 articles", r"part +gale: 1 article",
                     r"part +date:none: 1 article", r"all +1 article"]:
            self.assertRegex(out, f"(?m)^{line}$")

    def test_the_parts_of_a_score(self):
        (article,) = self.morgue("search", "--ids", "gale").lines
        (told,) = self.check(self.morgue("search", "--json", f"--explain={article}",
                                         "storm^2 gale -harbour"), 0).objects
        scores = [part["score"] for part in told["parts"]]
        self.assertAlmostEqual(sum(scores), told["score"], places=6)
        self.assertGreater(scores[0], 0)
        self.assertEqual(scores[2], 0)
        text = self.check(self.morgue("search", f"--explain={article}", "harbour OR gale"), 0).out
        self.assertRegex(text, r"(?m)^all +2 articles  \d+\.\d\d\d$")
        text = self.check(self.morgue("search", f"--explain={article}", "harbour"), 0).out
        self.assertRegex(text, r"(?m)^all +1 article  not answered$")

    def test_added_words_and_age_have_their_parts(self):
        self.tree({"c.txt": "---\ntitle: Calm\ndate: 2019-06-02\n---\n\n"
                            "The harbour after the storm; masts were mended.\n"})
        self.check(self.morgue("index"), 0)
        asked = ["search", "--json", "--expand", "--recency=90d", "storm"]
        (best, *_) = hits = self.check(self.morgue(*asked), 0).objects
        for hit in hits:
            (told,) = self.check(self.morgue(*asked, f"--explain={hit['id']}"), 0).objects
            self.assertAlmostEqual(told["score"], hit["score"], places=4)
            adds = [told["age"], *told["parts"], *told["added"]]
            self.assertAlmostEqual(sum(part["score"] for part in adds), told["score"], places=6)
            self.assertGreaterEqual(told["age"]["most"], told["age"]["score"])
        weights = {word["text"]: word["weight"] for word in told["added"]}
        self.assertIn("harbour", weights)
        self.assertEqual(max(weights.values()), 0.3)
        text = self.check(self.morgue("search", "--expand", "--recency=90d", "storm",
                                      f"--explain={best['id']}"), 0).out
        self.assertRegex(text, r"(?m)^added +harbour: counts 0\.\d{3}  \d+\.\d{3}$")
        self.assertRegex(text, r"(?m)^age +adds at most \d+\.\d{3}  \d+\.\d{3}$")
        (told,) = self.morgue("search", "--json", "--explain", "storm").objects
        self.assertEqual({"added", "age"} & set(told), set())

    def test_what_would_be_ignored_is_refused(self):
        for flag in ["-c", "-q", "-n3", "--sort=newest", "--vimgrep", "--group=off", "--ids"]:
            done = self.check(self.morgue("search", "--explain", flag, "storm"), 2)
            self.assertIn("--explain", done.err, flag)
        done = self.check(self.morgue("search", "--explain", "--queries", "-", input=b"storm\n"), 2)
        self.assertIn("--queries", done.err)

    def test_an_unknown_article(self):
        self.check(self.morgue("search", "--explain=0000", "storm"), 1)


if __name__ == "__main__":
    main()
