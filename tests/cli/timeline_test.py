"""morgue timeline: hits over time, with gaps in the holdings marked."""

import unicodedata

from harness import main
from terminal import TerminalTest


def article(text, date=""):
    head = f"title: T\ndate: {date}\n" if date else "title: T\n"
    return f"---\n{head}---\n\n{text}\n"


ARCHIVE = {
    **{f"2019-11/{i}.md": article("storm", f"2019-11-{i + 1:02}") for i in range(8)},
    **{f"2019-12/{i}.md": article("storm" if i == 0 else "rain", "2019-12") for i in range(4)},
    "2020-01/a.md": article("rain", "2020-01-31"),
    "2020-05/a.md": article("storm", "2020-05-01"),
    "undated.md": article("storm"),
    "year.md": article("rain", "2020"),
}


def width_of(line):
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)


class Rows(TerminalTest):
    def setUp(self):
        super().setUp()
        self.indexed(ARCHIVE)

    def test_every_bucket_from_the_first_held_to_the_last(self):
        done = self.check(self.morgue("timeline", "storm"), 0)
        self.assertEqual(done.lines, ["2019-11\t8\t8", "2019-12\t1\t4", "2020-01\t0\t1",
                                      "2020-02\t0\t0", "2020-03\t0\t0", "2020-04\t0\t0",
                                      "2020-05\t1\t1"])

    def test_what_stands_in_no_bucket_is_said(self):
        done = self.check(self.morgue("timeline", "storm"), 0)
        self.assertEqual(done.err, "note: left out: 1 article that answers, undated\n")
        done = self.check(self.morgue("timeline", "--by=year", "storm"), 0)
        self.assertEqual(done.lines, ["2019\t9\t12", "2020\t1\t3"])
        self.assertEqual(done.err, "note: left out: 1 article that answers, undated\n")

    def test_what_does_not_answer_is_not_missed(self):
        done = self.check(self.morgue("timeline", "snow OR rain"), 0)
        self.assertEqual(done.err, "note: left out: 1 article that answers, dated without a month; "
                                   "morgue count --by=month counts them\n")

    def test_json(self):
        rows = self.check(self.morgue("timeline", "--json", "storm"), 0).objects
        self.assertEqual(rows[0], {"v": 1, "type": "bucket", "by": "month", "value": "2019-11",
                                   "hits": 8, "held": 8})
        self.assertEqual([row["held"] for row in rows], [8, 4, 1, 0, 0, 0, 1])

    def test_without_hits_the_holdings_still_show(self):
        done = self.check(self.morgue("timeline", "--by=year", "snow"), 1)
        self.assertEqual(done.lines, ["2019\t0\t12", "2020\t0\t3"])

    def test_an_archive_without_dates(self):
        self.indexed({"a.md": article("storm")}, "other")
        done = self.check(self.morgue("timeline", "storm"), 0, out="")
        self.assertIn("left out: 1 article that answers, undated", done.err)

    def test_other_spans_are_refused(self):
        self.check(self.morgue("timeline", "--by=week", "storm"), 2, out="")


class Days(TerminalTest):
    def test_follow_the_calendar(self):
        self.indexed({"a.md": article("storm", "2020-02-27"), "b.md": article("x", "2020-03-01")})
        done = self.check(self.morgue("timeline", "--by=day", "storm"), 0)
        self.assertEqual([line.split("\t")[0] for line in done.lines],
                         ["2020-02-27", "2020-02-28", "2020-02-29", "2020-03-01"])
        self.indexed({"a.md": article("storm", "2019-12-30"), "b.md": article("x", "2020-01-01"),
                      "c.md": article("x", "2019-02-28"), "d.md": article("x", "2019-03-01")},
                     "other")
        days = [line.split("\t")[0] for line in self.morgue("timeline", "--by=day", "x").lines]
        self.assertEqual(days[:2], ["2019-02-28", "2019-03-01"])
        self.assertEqual(days[-3:], ["2019-12-30", "2019-12-31", "2020-01-01"])
        self.assertEqual(len(days), 308)


class Bars(TerminalTest):
    def setUp(self):
        super().setUp()
        self.indexed(ARCHIVE)

    def bars(self, *arguments, **how):
        text = self.screen("timeline", *arguments, "storm", stderr_too=False, TERM="dumb", **how)
        return text.splitlines()

    def test_are_as_long_as_the_terminal_allows(self):
        for columns in [40, 80]:
            lines = self.bars(columns=columns)
            self.assertEqual(max(map(width_of, lines)), columns, lines)
            self.assertEqual(width_of(lines[0]), columns)
            longest = lines[0].count("█")
            self.assertEqual(lines[1].count("█"), longest // 8)
            self.assertNotIn("█", lines[2])

    def test_numbers_stand_before_them(self):
        lines = self.bars()
        self.assertTrue(lines[0].startswith("2019-11  8 of 8  █"), lines)
        self.assertTrue(lines[1].startswith("2019-12  1 of 4  █"), lines)
        self.assertEqual(lines[2], "2020-01  0 of 1")

    def test_gaps_in_the_holdings_are_marked(self):
        lines = self.bars()
        self.assertEqual(lines[3], "2020-02 to 2020-04  no articles held")
        self.assertEqual(len(lines), 5)

    def test_even_one_hit_of_many_shows(self):
        self.indexed({f"{i}.md": article("storm", "2019-01" if i else "2019-02")
                      for i in range(700)}, "other")
        lines = self.bars(columns=40)
        self.assertRegex(lines[1], r"^2019-02    1 of   1  ▏$")

    def test_colour_only_where_it_is_wanted(self):
        self.assertIn("\x1b[", self.screen("timeline", "storm"))
        self.assertNotIn("\x1b[", self.screen("timeline", "--color=never", "storm"))

    def test_plain_has_no_glyphs(self):
        for done in [self.morgue("timeline", "--plain", "storm").out,
                     self.screen("timeline", "--plain", "storm", stderr_too=False)]:
            self.assertEqual(done.splitlines(),
                             ["2019-11: 8 of 8 articles", "2019-12: 1 of 4 articles",
                              "2020-01: 0 of 1 article", "2020-02 to 2020-04: no articles held",
                              "2020-05: 1 of 1 article"])


if __name__ == "__main__":
    main()
