"""morgue count, and its rows by date, source, section, language and format."""

from harness import ARTICLES, CommandTest, main
from terminal import TerminalTest


def article(text, **facts):
    head = "".join(f"{key}: {value}\n" for key, value in {"title": "T", **facts}.items())
    return f"---\n{head}---\n\n{text}\n"


ARCHIVE = {
    "a.md": article("storm", source="Hallin Post", date="2019-03-04", section="World", lang="en"),
    "b.md": article("storm", source="hallin  post", date="2019-03", section="World", lang="en"),
    "c.md": article("rain", source="Hallin Post", date="2019", section="Sport", lang="de"),
    "d.md": article("rain", source="Northern Wire", date="2020-01-31", lang="en"),
    "e.txt": "Title\n\nA storm without a date.\n",
    "f.html": "<title>Storm</title><p>In HTML.</p>",
}


class Total(CommandTest):
    def test_is_a_number(self):
        self.indexed(ARCHIVE)
        self.check(self.morgue("count", "storm"), 0, out="4\n", err="")
        self.check(self.morgue("count", "snow"), 1, out="0\n")

    def test_json_tells_from_when_to_when(self):
        self.indexed(ARCHIVE)
        self.check(self.morgue("count", "--json", "*"), 0, err="",
                   out='{"v":1,"type":"count","total":6,"first_date":"2019-03-04",'
                       '"last_date":"2020-01-31"}\n')
        (count,) = self.morgue("count", "--json", "snow").objects
        self.assertEqual(count, {"v": 1, "type": "count", "total": 0})


class Rows(CommandTest):
    def setUp(self):
        super().setUp()
        self.indexed(ARCHIVE)

    def rows(self, by, query="storm", code=0):
        done = self.check(self.morgue("count", f"--by={by}", query), code)
        return [line.split("\t") for line in done.lines]

    def test_value_hits_and_held(self):
        self.assertEqual(self.rows("source"),
                         [["Hallin Post", "2", "3"], ["Northern Wire", "0", "1"], ["", "2", "2"]])
        self.assertEqual(self.rows("section"),
                         [["World", "2", "2"], ["Sport", "0", "1"], ["", "2", "3"]])
        self.assertEqual(self.rows("lang"), [["en", "2", "3"], ["de", "0", "1"], ["", "2", "2"]])
        self.assertEqual(self.rows("format"),
                         [["Markdown", "2", "4"], ["HTML", "1", "1"], ["text", "1", "1"]])

    def test_dates_no_finer_than_stated(self):
        self.assertEqual(self.rows("year"),
                         [["2019", "2", "3"], ["2020", "0", "1"], ["", "2", "2"]])
        self.assertEqual(self.rows("month"),
                         [["2019", "0", "1"], ["2019-03", "2", "2"], ["2020-01", "0", "1"],
                          ["", "2", "2"]])
        self.assertEqual(self.rows("day"),
                         [["2019", "0", "1"], ["2019-03", "1", "1"], ["2019-03-04", "1", "1"],
                          ["2020-01-31", "0", "1"], ["", "2", "2"]])

    def test_rows_add_up(self):
        for by in ["year", "month", "day", "source", "section", "lang", "format"]:
            rows = self.rows(by)
            self.assertEqual([sum(int(row[1]) for row in rows), sum(int(row[2]) for row in rows)],
                             [4, 6], by)

    def test_no_hits_is_not_no_holdings(self):
        self.assertEqual(self.rows("year", "snow", 1),
                         [["2019", "0", "3"], ["2020", "0", "1"], ["", "0", "2"]])

    def test_json(self):
        rows = self.check(self.morgue("count", "--by=source", "--json", "storm"), 0).objects
        self.assertEqual(rows[0], {"v": 1, "type": "tally", "by": "source",
                                   "value": "Hallin Post", "hits": 2, "held": 3})
        self.assertEqual(rows[-1], {"v": 1, "type": "tally", "by": "source", "hits": 2, "held": 2})

    def test_after_an_update(self):
        self.tree({"d.md": article("storm", source="Hallin Post", date="2020-01-31")})
        (self.here / "a.md").unlink()
        self.check(self.morgue("index", "."), 0)
        self.assertEqual(self.rows("source"), [["Hallin Post", "2", "3"], ["", "2", "2"]])

    def test_unknown_ways_are_refused(self):
        done = self.check(self.morgue("count", "--by=century", "storm"), 2, out="")
        self.assertIn("source", done.err)


class ForPeople(TerminalTest):
    def test_columns_under_a_header(self):
        self.indexed(ARCHIVE)
        lines = self.screen("count", "--by=source", "storm", TERM="dumb").split("\n")
        self.assertEqual(lines[:4], ["source         hits  held",
                                     "Hallin Post       2     3",
                                     "Northern Wire     0     1",
                                     "(no source)       2     2"])

    def test_a_long_name_has_a_line_to_itself_in_a_narrow_window(self):
        self.indexed({"a.md": article("storm", source="The Saltmere and Tarnford District Courier"),
                      "b.md": article("storm", source="東京新聞")})
        lines = self.screen("count", "--by=source", "storm", columns=40,
                            TERM="dumb").split("\n")
        self.assertIn("The Saltmere and Tarnford District Courier", lines)
        self.assertIn(" " * 28 + "     1     1", lines)
        self.assertIn("東京新聞" + " " * 20 + "     1     1", lines)

    def test_plain(self):
        self.indexed(ARCHIVE)
        done = self.check(self.morgue("count", "--by=month", "--plain", "storm"), 0, err="")
        self.assertEqual(done.lines, ["2019: 0 of 1 article", "2019-03: 2 of 2 articles",
                                      "2020-01: 0 of 1 article", "(undated): 2 of 2 articles"])

    def test_foreign_bytes_do_no_harm(self):
        self.indexed({"a.md": article("storm", source='"\\e[31mred\\tand\\nmore"'), **ARTICLES})
        for flags in [[], ["--plain"]]:
            out = self.morgue("count", "--by=source", *flags, "*").out
            self.assertNotIn("\x1b", out)
            self.assertEqual(out.count("\n"), 3)


if __name__ == "__main__":
    main()
