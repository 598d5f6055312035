"""morgue status: what the index holds."""

from harness import ARTICLES, CommandTest, main
from terminal import TerminalTest


def article(title, **facts):
    head = "".join(f"{key}: {value}\n" for key, value in {"title": title, **facts}.items())
    return f"---\n{head}---\n\nA storm came.\n"


class ForPeople(CommandTest):
    def test_every_fact_has_a_line(self):
        self.indexed({**ARTICLES, "a.pdf": b"%PDF", "b.pdf": b"%PDF", "empty.txt": ""})
        done = self.check(self.morgue("status"), 0, err="")
        for line in [r"index +\.morgue", r"articles +3",
                     r"dates +2019-03-04 to 2020-06-18, 0 undated",
                     r"years +2019 \(2\), 2020 \(1\)",
                     r"sources +Hallin Post \(1\), none \(2\)",
                     r"languages +none \(3\)", r"formats +text \(3\)", r"folder +\.: 3 articles",
                     r"skipped +3 files: 1 empty, 2 no reader \(--skipped lists them\)",
                     r"size +[\d.]+ kB"]:
            self.assertRegex(done.out, f"(?m)^{line}$")
        self.assertNotRegex(done.out, r"shard|stub|glass|generation|posting")

    def test_copies_and_articles_without_a_file_are_counted(self):
        report = "The storm reached the coast before dawn and closed the harbour for the third "\
                 "time this winter, the port authority said, and boats were called back.\n"
        archive = {"a.txt": report, "b.txt": "AP - " + report, "c.txt": "Rain.\n"}
        folder = self.indexed(archive)
        self.assertNotIn("gone", self.morgue("status").out)
        (folder / "c.txt").unlink()
        self.check(self.morgue("index", "--keep-removed"), 0)
        out = self.check(self.morgue("status"), 0, err="").out
        self.assertRegex(out, r"copies +1 article near-identical to an earlier one \(-is:first\)\n")
        self.assertRegex(out, r"gone +1 article whose file is gone \(is:gone\)\n")
        [row] = self.morgue("status", "--json").objects
        self.assertEqual((row["near_identical"], row["gone"]), (1, 1))

    def test_long_lists_are_cut_and_say_how_to_see_all(self):
        self.indexed({f"{i}.md": article(f"T{i}", source=f"Paper {i % 20}", date=1990 + i % 13 * 2)
                      for i in range(60)})
        out = self.check(self.morgue("status"), 0, err="").out
        self.assertRegex(out, r"(?m)^sources +(Paper \d+ \(3\), ){6}14 more$")
        self.assertRegex(out, r"(?m)^years +13, 1990 to 2014; none held of 1991, 1993, .*2013$")
        self.assertRegex(out, r"(?m)^in full +morgue count --by=year '\*'; likewise source$")
        self.assertEqual(len(self.morgue("count", "--by=source", "*").lines), 20)

    def test_gaps_of_years_are_told(self):
        self.indexed({"a.md": article("A", date=1990), "b.md": article("B", date=1994),
                      "c.md": article("C", date="1996-05")})
        self.assertIn("1990 (1), 1994 (1), 1996 (1); none held of 1991 to 1993, 1995\n",
                      self.morgue("status").out)

    def test_without_dates_there_are_no_years(self):
        self.indexed({"a.txt": "Title\n\nText.\n"})
        out = self.morgue("status").out
        self.assertRegex(out, r"(?m)^dates +1 undated$")
        self.assertNotIn("years", out)

    def test_plain(self):
        self.indexed()
        out = self.check(self.morgue("status", "--plain"), 0, err="").out
        self.assertIn("Articles: 3\n", out)
        self.assertIn("Folder: .: 3 articles\n", out)

    def test_foreign_bytes_do_no_harm(self):
        self.indexed({"a.md": article("A", source='"\\e[31mred"')})
        self.assertNotIn("\x1b", self.morgue("status").out)

    def test_skipped_files_with_their_reasons(self):
        self.indexed({**ARTICLES, "a.pdf": b"%PDF", "empty.txt": ""})
        done = self.check(self.morgue("status", "--skipped"), 0, err="")
        self.assertEqual([line.split(" (")[0] for line in sorted(done.lines)],
                         ["a.pdf: no reader", "empty.txt: empty"])


    def test_that_none_was_skipped_is_said(self):
        self.indexed()
        self.check(self.morgue("status", "--skipped"), 0, out="",
                   err="note: every file of .morgue gave its articles\n")


class OnATerminal(TerminalTest):
    def test_lines_fit(self):
        self.indexed({f"{i}.md": article(f"T{i}", source=f"Paper {i % 20}", date=1990 + i % 13 * 2)
                      for i in range(60)})
        for columns in [40, 80]:
            lines = self.screen("status", columns=columns).splitlines()
            self.assertLessEqual(max(map(len, lines)), columns, lines)
            self.assertIn("in full    morgue count --by=year '*'", "\n".join(lines))


class ForPrograms(CommandTest):
    def test_json_is_complete(self):
        self.indexed({**ARTICLES, "a.pdf": b"%PDF",
                      "b.html": "<html lang=fr><title>Un</title><p>Une tempête."})
        (status,) = self.check(self.morgue("status", "--json"), 0, err="").objects
        self.assertEqual([status["v"], status["type"]], [1, "status"])
        self.assertEqual([status["articles"], status["undated"], status["skipped"]], [4, 1, 1])
        self.assertEqual([status["first_date"], status["last_date"]], ["2019-03-04", "2020-06-18"])
        self.assertEqual(status["years"], [{"value": "2019", "articles": 2},
                                           {"value": "2020", "articles": 1}, {"articles": 1}])
        self.assertEqual(status["sources"], [{"value": "Hallin Post", "articles": 1},
                                             {"articles": 3}])
        self.assertEqual(status["languages"], [{"value": "fr", "articles": 1}, {"articles": 3}])
        self.assertEqual(status["formats"], [{"value": "text", "articles": 3},
                                             {"value": "HTML", "articles": 1}])
        self.assertEqual(status["roots"], [{"path": ".", "articles": 4}])
        self.assertEqual(status["skipped_by_reason"], [{"reason": "no reader", "files": 1}])
        self.assertGreater(status["bytes_on_disk"], 1000)

    def test_skipped_as_json(self):
        self.indexed({**ARTICLES, "a.pdf": b"%PDF"})
        (skip,) = self.morgue("status", "--skipped", "--json").objects
        self.assertEqual([skip["type"], skip["file"], skip["reason"]],
                         ["skip", "a.pdf", "no reader"])


if __name__ == "__main__":
    main()
