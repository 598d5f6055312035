"""morgue show."""

from harness import ARTICLES, CommandTest, main
from terminal import TerminalTest


class Show(CommandTest):
    def id_of(self, query):
        (hit,) = self.morgue("search", "--json", query).objects
        return hit["id"]

    def test_an_article_for_people(self):
        self.indexed()
        name = self.id_of("central")
        self.check(self.morgue("show", name), 0, err="",
                   out="Central bank raises rates\n"
                       "source   Hallin Post (front-matter)\n"
                       "section  Business (front-matter)\n"
                       "date     2020-06-18 (front-matter)\n"
                       f"id       {name}\n"
                       "file     2020/rates.txt\n"
                       "\n"
                       "The central bank raised interest rates on Thursday.\n")

    def test_any_unique_prefix_names_it(self):
        self.indexed()
        name = self.id_of("central")
        whole = self.morgue("show", name).out
        for prefix in [name[:6], name[:8].upper()]:
            self.check(self.morgue("show", prefix), 0, out=whole, err="")

    def test_a_file_names_it_from_anywhere(self):
        folder = self.indexed()
        whole = self.morgue("show", "--json", self.id_of("central")).objects[0]["body"]
        for here, name in [(folder, "2020/rates.txt"), (folder, "./2020/../2020/rates.txt"),
                           (folder / "2020", "rates.txt"), (folder / "2019", "../2020/rates.txt"),
                           (self.home, "archive/2020/rates.txt"), ("/", folder / "2020/rates.txt"),
                           ("/", "2020/rates.txt")]:
            done = self.check(self.morgue("-d", folder, "show", "--json", name, here=here), 0)
            self.assertEqual(done.objects[0]["body"], whole)

    def test_unknown(self):
        self.indexed()
        for name in ["ffffffffffff", "no/such/file.txt", "7"]:
            self.check(self.morgue("show", name), 1, out="",
                       err=f"morgue: error: no article has the id or file '{name}'\n"
                           "  hint: morgue search shows both with every result; of an id its "
                           "first four characters may be enough\n")

    def test_an_ambiguous_prefix_lists_the_candidates(self):
        # With 2,000 articles some two ids share their first four digits (chance of none: 1e-13).
        self.indexed({f"{number}.txt": f"Article {number}\n\nBody {number}.\n"
                      for number in range(2000)})
        ids = sorted(hit["id"] for hit in self.morgue("search", "--json", "*").objects)
        twins = next([a, b] for a, b in zip(ids, ids[1:]) if a[:4] == b[:4])
        done = self.check(self.morgue("show", twins[0][:4]), 2, out="")
        for name in twins:
            self.assertRegex(done.err, rf"(?m)^{name}  Article \d+$")
        self.assertIn(f"have an id that begins with {twins[0][:4]}\n", done.err)
        self.assertIn("  hint: write more of the id\n", done.err)

    def test_matches_are_lit(self):
        self.indexed()
        name = "2019/03/04/storm.txt"
        done = self.check(self.morgue("show", name, "--match", '"storm corps"'), 0)
        self.assertIn("The [storm corps] went out", done.out)
        self.assertIn("A storm closed", done.out)
        self.assertNotIn("[", self.morgue("show", name).out)

    def test_a_bad_match_is_a_query_error(self):
        self.indexed()
        done = self.check(self.morgue("show", "2020/rates.txt", "--match", '"open'), 2, out="")
        self.assertTrue(done.err.startswith("morgue: error[unclosed-quote] col 1: "), done.err)

    def test_json(self):
        self.indexed()
        (article,) = self.check(self.morgue("show", "--json", "2020/rates.txt"), 0, err="").objects
        self.assertEqual([article["v"], article["type"]], [1, "article"])
        self.assertEqual(article["title"], "Central bank raises rates")
        self.assertEqual(article["file"], "2020/rates.txt")
        self.assertEqual(article["body"].strip(),
                         "The central bank raised interest rates on Thursday.")
        self.assertEqual(article["metadata"]["date"],
                         {"value": "2020-06-18", "from": "front-matter"})
        self.assertEqual(article["metadata"]["source"],
                         {"value": "Hallin Post", "from": "front-matter"})
        self.assertNotIn("highlights", article)

    def test_json_with_matches(self):
        self.indexed()
        (article,) = self.morgue("show", "--json", "2020/rates.txt", "--match", "rates").objects
        body = article["body"].encode()
        self.assertEqual([body[begin:end] for begin, end in article["highlights"]["body"]],
                         [b"rates"])
        title = article["title"].encode()
        self.assertEqual([title[begin:end] for begin, end in article["highlights"]["title"]],
                         [b"rates"])

    def test_an_id_that_stands_in_another_index_too(self):
        one = self.indexed(below="one")
        two = self.indexed(below="two")
        (found,) = self.morgue("search", "--ids", "central").lines
        both = ["-d", one, "-d", two]
        done = self.check(self.morgue(*both, "show", found, here=self.home), 0)
        self.assertEqual(done.err, f"note: the id {found} stands in one/.morgue and also in "
                                   "two/.morgue\n")
        self.assertEqual([line.split()[1] for line in done.lines if line.startswith("index ")],
                         ["one/.morgue", "two/.morgue"])
        self.check(self.morgue("-d", one, "show", found, here=self.home), 0, err="")
        (two / "2020/rates.txt").unlink()
        self.check(self.morgue("index", here=two), 0)
        self.check(self.morgue(*both, "show", found, here=self.home), 0, err="")

    def test_two_identical_files_are_two_articles(self):
        text = ARTICLES["2020/rates.txt"]
        self.indexed({"a.txt": text, "b.txt": text})
        hits = self.morgue("search", "--json", "central").objects
        self.assertEqual(sorted(hit["file"] for hit in hits), ["a.txt", "b.txt"])
        self.assertEqual(len({hit["id"] for hit in hits}), 2)


class Context(TerminalTest):
    """The sentences around what answers a query."""

    ARTICLE = ("---\ntitle: Four days\ndate: 2020-06-18\nsource: Hallin Post\n---\n\n"
               "The harbour was open on Monday. On Tuesday the boats went out as they always do. "
               "A storm came on Wednesday. By Thursday all were back. Nobody was hurt.\n")

    def setUp(self):
        super().setUp()
        self.indexed({"days.md": self.ARTICLE})

    def sentences(self, context, *more):
        done = self.check(self.morgue("show", "days.md", "--match", "storm", f"--context={context}",
                                      *more), 0, err="")
        return done.out

    def test_with_where_the_date_came_from(self):
        head, text = self.sentences(0).split("\n\n")
        self.assertEqual(head.splitlines()[:3], ["Four days", "source  Hallin Post (front-matter)",
                                                 "date    2020-06-18 (front-matter)"])
        self.assertEqual(text.strip(" …\n"), "A [storm] came on Wednesday.")

    def test_as_many_as_are_wanted(self):
        self.assertIn("… On Tuesday the boats went out as they always do. A [storm] came on "
                      "Wednesday. By Thursday all were back.\n", self.sentences(1))
        self.assertIn("The harbour was open on Monday. On Tuesday", self.sentences(2))
        self.assertIn("By Thursday all were back. Nobody was hurt.\n", self.sentences(2))

    def test_for_the_ear(self):
        lines = self.sentences(0, "--plain").splitlines()
        self.assertIn("Date: 2020-06-18 (front-matter)", lines)
        self.assertIn("Passage: A storm came on Wednesday.", lines)

    def test_on_a_terminal(self):
        for columns in [40, 80]:
            lines = self.screen("show", "days.md", "--match", "storm", "--context=1",
                                columns=columns, TERM="dumb").splitlines()
            self.assertLessEqual(max(map(len, lines)), columns, lines)
            self.assertIn("A [storm] came on Wednesday.", " ".join(map(str.strip, lines)))

    def test_what_does_not_answer_is_said(self):
        done = self.check(self.morgue("show", "days.md", "--match", "zebra", "--context=0"), 0)
        self.assertRegex(done.err, r"^note: no words of [0-9a-f]{12} answer 'zebra'\n$")


if __name__ == "__main__":
    main()
