"""morgue status."""

from harness import ARTICLES, CommandTest, main


class Status(CommandTest):
    def test_for_people(self):
        self.indexed({**ARTICLES, "a.pdf": b"%PDF"})
        done = self.check(self.morgue("status"), 0, err="")
        self.assertRegex(done.out, r"(?m)^index +\.morgue$")
        self.assertRegex(done.out, r"(?m)^articles +3$")
        self.assertRegex(done.out, r"(?m)^dates +2019-03-04 to 2020-06-18, 0 undated$")
        self.assertRegex(done.out, r"(?m)^folder +\.: 3 articles$")
        self.assertRegex(done.out, r"(?m)^skipped +1 file \(--skipped lists them\)$")
        self.assertNotRegex(done.out, r"shard|stub|glass|generation|posting")

    def test_skipped_files_with_their_reasons(self):
        self.indexed({**ARTICLES, "a.pdf": b"%PDF", "empty.txt": ""})
        done = self.check(self.morgue("status", "--skipped"), 0, err="")
        self.assertEqual([line.split(" (")[0] for line in sorted(done.lines)],
                         ["a.pdf: no reader", "empty.txt: empty"])

    def test_json(self):
        self.indexed({**ARTICLES, "a.pdf": b"%PDF"})
        (status,) = self.check(self.morgue("status", "--json"), 0, err="").objects
        self.assertEqual([status["v"], status["type"]], [1, "status"])
        self.assertEqual([status["articles"], status["undated"], status["skipped"]], [3, 0, 1])
        self.assertEqual([status["first_date"], status["last_date"]], ["2019-03-04", "2020-06-18"])
        self.assertEqual(status["roots"], [{"path": ".", "articles": 3}])
        (skip,) = self.morgue("status", "--skipped", "--json").objects
        self.assertEqual([skip["type"], skip["file"], skip["reason"]],
                         ["skip", "a.pdf", "no reader"])


if __name__ == "__main__":
    main()
