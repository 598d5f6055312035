"""--plain, for screen readers: one labelled line a field, no glyphs, nothing that moves."""

import re

from harness import main
from terminal import TerminalTest

GLYPHS = re.compile("[·…\u2013\u2014\u2066-\u2069\u2580-\u259f\x1b\r]")


class Plain(TerminalTest):
    def test_a_result(self):
        self.indexed()
        done = self.check(self.morgue("--plain", "search", "raises", "rates"), 0,
                          err="1 of 1 article with raises AND rates\n")
        self.assertRegex(done.out, r"""(?x)\A
            Rank:\ 1\n
            Headline:\ Central\ bank\ raises\ rates\n
            Source:\ Hallin\ Post\n
            Date:\ 2020-06-18\n
            Section:\ Business\n
            File:\ 2020/rates\.txt\n
            Id:\ [0-9a-f]{12}\n
            Matches:\ raises,\ rates,\ raised\n
            Passage:\ The\ central\ bank\ raised\ interest\ rates\ on\ Thursday\.\n\Z""")

    def test_a_blank_line_stands_between_results(self):
        self.indexed()
        out = self.morgue("search", "--plain", "storm").out
        self.assertEqual(out.count("\n\n"), 1)
        self.assertIn("\n\nRank: 2\n", out)
        self.assertFalse(out.endswith("\n\n"))

    def test_each_field_is_one_line_whatever_the_terminal(self):
        self.indexed({"long.txt": "Long\n\n" + "The storm came again. " * 40})
        seen = self.screen("search", "--plain", "storm", columns=40)
        for line in seen.splitlines()[:-1]:
            self.assertRegex(line, "^[A-Z][a-z]+: [^ ]")
        self.assertRegex(seen, "(?m)^Passage: .{100,}$")

    def test_no_glyphs_and_no_escapes(self):
        self.indexed({"he.md": "---\nsource: עיתון\n---\n\nהמגדלור שב להאיר.\n",
                      "far.txt": "Far\n\n" + "Nothing here. " * 99 + "The storm is here. " * 99})
        for arguments in [["search", "המגדלור"], ["search", "storm"], ["search", "*", "-n1"],
                          ["show", "he.md"], ["status"], ["index", "."]]:
            for seen in [self.screen(*arguments, "--plain"),
                         "".join(vars(self.morgue("--plain", *arguments)).get("out"))]:
                self.assertFalse(GLYPHS.search(seen), seen)

    def test_marks_that_are_asked_for_stand_in_the_passage(self):
        self.indexed()
        done = self.morgue("--plain", "search", "--mark=<,>", "central")
        self.assertIn("Passage: The <central> bank", done.out)
        self.assertNotIn("Matches:", done.out)
        self.assertIn("Matches: storm corps\n", self.morgue("--plain", "search",
                                                            '"storm corps"').out)

    def test_the_footer_names_the_next_page(self):
        self.indexed()
        self.assertEqual(self.morgue("--plain", "search", "-n1", "storm").err,
                         "1 of 2 articles with storm; next: --offset 1\n")

    def test_an_article(self):
        self.indexed()
        done = self.check(self.morgue("show", "--plain", "2020/rates.txt"), 0, err="")
        self.assertRegex(done.out, r"""(?x)\A
            Headline:\ Central\ bank\ raises\ rates\n
            Source:\ Hallin\ Post\ \(front-matter\)\n
            Section:\ Business\ \(front-matter\)\n
            Date:\ 2020-06-18\ \(front-matter\)\n
            Id:\ [0-9a-f]{12}\n
            File:\ 2020/rates\.txt\n
            Text:\n
            The\ central\ bank\ raised\ interest\ rates\ on\ Thursday\.\n\Z""")

    def test_a_result_without_a_headline(self):
        self.indexed({"a.html": "<p>Only text, and a storm.</p>"})
        self.assertRegex(self.morgue("--plain", "search", "storm").out, "(?m)^Headline: [^ ]")

    def test_no_pager(self):
        self.indexed()
        seen = self.screen("--plain", "search", "storm", MORGUE_PAGER="sed s/^/paged/")
        self.assertNotIn("paged", seen)

    def test_what_contradicts_it_is_refused(self):
        self.indexed()
        for flag in ["--color=always", "--width=60"]:
            done = self.check(self.morgue("search", "--plain", flag, "storm"), 2, out="")
            self.assertIn("--plain", done.err)


if __name__ == "__main__":
    main()
