"""How results look: colour, marks, width, links, and scripts written from right to left."""

import os
import re
import shlex
import subprocess
import urllib.parse

from harness import SOURCE, main
from terminal import TerminalTest

ESCAPE = "\x1b"
LIT = "\x1b[1;31m"
UNDERLINED = "\x1b[1;4m"
LINK = re.compile(r"\x1b]8;;([^\x1b]*)\x1b\\")
LONG = {"long.txt": "---\ntitle: " + "A headline that goes on and on. " * 6 +
                    "\nsource: The Gazette of the Outer Harbour\nsection: Weather and Tides\n"
                    "date: 2021-05-01\n---\n\n" + "The storm took the roofs of nine houses. " * 20,
        "deep/" * 12 + "path.txt": "Deep\n\nThe storm is deep in a tree of folders.\n"}


def width(line):
    """Columns, for text without wide characters."""
    return len(re.sub(r"\x1b\[[0-9;]*m", "", LINK.sub("", line)))


class Colour(TerminalTest):
    def setUp(self):
        super().setUp()
        self.indexed()

    def test_on_a_terminal_alone(self):
        self.assertIn(LIT + "storm corps\x1b[0m", self.screen("search", '"storm corps"'))
        done = self.morgue("search", '"storm corps"')
        self.assertNotIn(ESCAPE, done.out)
        self.assertIn("[storm corps]", done.out)

    def test_no_color_leaves_bold_and_underlined(self):
        seen = self.screen("search", '"storm corps"', NO_COLOR="1")
        self.assertIn(UNDERLINED + "storm corps\x1b[0m", seen)
        self.assertFalse(re.search(r"\x1b\[[0-9;]*3\d", seen), seen)
        self.assertIn(LIT, self.screen("search", "storm", NO_COLOR=""))
        self.assertNotIn(ESCAPE, self.morgue("search", "storm",
                                             environment={"NO_COLOR": "1"}).out)

    def test_the_flag_has_the_last_word(self):
        seen = self.screen("search", "--color=never", '"storm corps"')
        self.assertNotIn(ESCAPE, seen)
        self.assertIn("[storm corps]", seen)
        for environment in [{}, {"NO_COLOR": "1"}, {"TERM": "dumb"}]:
            done = self.morgue("search", "--color=always", "storm", environment=environment)
            self.assertIn(LIT, done.out)

    def test_a_dumb_terminal_gets_no_escapes(self):
        for term in ["dumb", ""]:
            seen = self.screen("search", '"storm corps"', TERM=term)
            self.assertNotIn(ESCAPE, seen)
            self.assertIn("[storm corps]", seen)

    def test_whole_articles_as_well(self):
        name = "2019/03/04/storm.txt"
        self.assertIn(LIT + "storm corps", self.screen("show", name, "--match", '"storm corps"'))
        self.assertNotIn(ESCAPE, self.morgue("show", name, "--match", "storm").out)


class Marks(TerminalTest):
    def setUp(self):
        super().setUp()
        self.indexed()

    def test_anything_may_stand_around_what_is_lit(self):
        for mark, expected in [("**,**", "**storm corps**"), ("<b>,</b>", "<b>storm corps</b>"),
                               (">>,", ">>storm corps "), ("none", " storm corps ")]:
            done = self.check(self.morgue("search", f"--mark={mark}", '"storm corps"'), 0)
            self.assertIn(expected, done.out)
            self.assertNotIn("[", done.out)

    def test_beside_colours(self):
        seen = self.screen("search", "--mark=*,*", '"storm corps"')
        self.assertIn(LIT + "*storm corps*\x1b[0m", seen)

    def test_what_is_no_pair_is_refused(self):
        for mark in ["x", "a,b,c", "\x1b[7m,\x1b[m"]:
            done = self.check(self.morgue("search", f"--mark={mark}", "storm"), 2, out="")
            self.assertIn("--mark=OPEN,CLOSE", done.err)


    def test_only_where_something_may_be_lit_or_linked(self):
        for command in ["count", "timeline"]:
            for flag in ["--mark=<,>", "--hyperlink-format=none"]:
                done = self.check(self.morgue(command, flag, "storm"), 2, out="")
                self.assertIn(f"there is no option {flag}", done.err)
        self.check(self.morgue("kwic", "--hyperlink-format=none", "storm"), 2, out="")


class Width(TerminalTest):
    def setUp(self):
        super().setUp()
        self.indexed(LONG)

    def test_lines_fit_the_terminal(self):
        for columns in [40, 80]:
            for seen in [self.screen("search", "storm", columns=columns),
                         self.screen("show", "long.txt", "--match", "storm", columns=columns)]:
                lines = [line for line in seen.splitlines()
                         if "deep/" not in line and " with " not in line]
                self.assertLessEqual(max(map(width, lines)), columns)
                self.assertGreater(max(map(width, lines)), columns - 12)

    def test_at_40_columns(self):
        seen = self.screen("search", "roofs", "--color=never", columns=40)
        head = seen.split("long.txt")[0]
        self.assertRegex(head, r"""(?x)\A
            \ 1\ \ A\ headline\ that\ goes\ on\ and\ on\.\ A\n
            (\ {4}headline\ that\ goes\ on\ and\ on\.\ A\n){4}
            \ {4}headline\ that\ goes\ on\ and\ on\.\n
            \ {4}The\ Gazette\ of\ the\ Outer\ Harbour\ ·\n
            \ {4}2021-05-01\ ·\ Weather\ and\ Tides\ ·\n
            \ {4}[0-9a-f]{12}\n\ {4}\Z""")

    def test_text_is_never_wider_than_people_read(self):
        seen = self.screen("search", "roofs", columns=200)
        self.assertLessEqual(max(map(width, seen.splitlines())), 100)

    def test_paths_are_never_broken(self):
        seen = self.screen("search", "deep", "--color=never", columns=40)
        self.assertIn("    " + "deep/" * 12 + "path.txt\n", seen)

    def test_pipes_get_whole_lines(self):
        done = self.morgue("search", "roofs", environment={"COLUMNS": "40"})
        self.assertGreater(max(map(len, done.lines)), 150)

    def test_a_width_that_is_asked_for(self):
        done = self.morgue("search", "roofs", "--width=50")
        self.assertLessEqual(max(map(len, done.lines)), 50)
        self.assertGreater(max(map(len, done.lines)), 38)
        seen = self.screen("search", "roofs", "--width=150", "--color=never", columns=40)
        self.assertGreater(max(map(len, seen.splitlines())), 100)
        seen = self.screen("search", "roofs", "--width=0", "--color=never", columns=40)
        self.assertGreater(max(map(len, seen.splitlines())), 150)

    def test_a_terminal_without_a_size(self):
        for environment, columns in [({"COLUMNS": "60"}, 60), ({}, 80), ({"COLUMNS": "x"}, 80)]:
            seen = self.screen("search", "roofs", "--color=never", columns=0, **environment)
            widest = max(map(len, seen.splitlines()[:-1]))
            self.assertTrue(columns - 12 < widest <= columns, (columns, widest))

    def test_a_width_too_narrow_is_refused(self):
        for bad in ["19", "-1", "x", "1e3"]:
            self.check(self.morgue("search", f"--width={bad}", "roofs"), 2, out="")

    def test_wide_characters_take_two_columns(self):
        self.indexed({"ja.txt": "見出し\n\n" + "東京で国際映画祭が始まった。" * 20 + "\n"}, "ja")
        seen = self.screen("search", "映画", "--color=never", columns=40)
        self.assertIn("\n    ", seen)
        for line in seen.splitlines()[:-1]:
            wide = sum(2 if ord(c) > 0x2E80 else 1 for c in line)
            self.assertLessEqual(wide, 40, line)
        self.assertGreater(seen.count("\n"), 5)

    def test_escapes_never_span_lines(self):
        seen = self.screen("search", '"goes on and on"', "--snippets=0", columns=40)
        for line in seen.splitlines():
            painted = re.findall(r"\x1b\[[0-9;]*m", line)
            self.assertEqual([code == "\x1b[0m" for code in painted],
                             [False, True] * (len(painted) // 2), line)


class Links(TerminalTest):
    NAME = "a b/caf\u00e9 100%;.txt"

    def setUp(self):
        super().setUp()
        self.folder = self.indexed({self.NAME: "Coffee\n\nStrong coffee.\n"})

    def links(self, *more, **how):
        seen = self.screen("search", "strong", *more, **how)
        return [address for address in LINK.findall(seen) if address]

    def test_paths_are_links_to_files(self):
        (address,) = self.links()
        parts = urllib.parse.urlsplit(address)
        self.assertEqual([parts.scheme, parts.netloc], ["file", os.uname().nodename])
        self.assertEqual(urllib.parse.unquote(parts.path), str(self.folder / self.NAME))
        self.assertTrue(parts.path.endswith("/a%20b/caf%C3%A9%20100%25%3B.txt"), address)

    def test_other_formats(self):
        self.assertEqual(self.links("--hyperlink-format=none"), [])
        path = urllib.parse.quote(str(self.folder / self.NAME))
        self.assertEqual(self.links("--hyperlink-format=x://{path}?{line}"), [f"x://{path}?3"])
        self.assertEqual(self.links("--hyperlink-format=vscode"), [f"vscode://file{path}:3"])

    def test_bad_formats_are_refused(self):
        for bad in ["nonsense", "x://{line}", "x://{path}{column}"]:
            done = self.check(self.morgue("search", f"--hyperlink-format={bad}", "strong"), 2)
            self.assertIn("{path}", done.err)

    def test_on_terminals_that_know_them_alone(self):
        for how in [{"TERM": "dumb"}, {"TERM": "linux"}]:
            self.assertEqual(self.links(**how), [])
        self.assertEqual(self.links("--color=never"), [])
        self.assertEqual(len(self.links(NO_COLOR="1")), 1)
        self.assertNotIn("]8;;", self.morgue("search", "--color=always", "strong").out)


class Paths(TerminalTest):
    NAMES = ["a b.txt", "it's.txt", "-dash.txt", "$HOME *.txt", b"bad\xff.txt", "bell\x07.txt",
             "line\nend.txt", "東京.txt"]

    def test_they_can_be_pasted_into_a_shell(self):
        folder = self.indexed({name: "Head\n\nA storm.\n" for name in self.NAMES})
        shown = [line.strip() for line in
                 self.check(self.morgue("search", "storm", "--snippets=0"), 0).lines[2::4]]
        self.assertEqual(len(shown), len(self.NAMES))
        for path in shown:
            done = subprocess.run(["bash", "-c", f"cat {path}"], cwd=folder, capture_output=True)
            self.assertEqual(done.stdout, b"Head\n\nA storm.\n", path)
        self.assertIn("東京.txt", shown)
        self.assertIn(shlex.quote("a b.txt"), shown)


    def test_with_several_indexes_each_result_names_its_own(self):
        for name in ["one", "two"]:
            self.indexed({f"{name}.txt": f"{name} storm\n\nText {name}.\n"}, name)
        both = ["search", "-d", "one", "-d", "two", "storm"]
        lines = self.check(self.morgue(*both, here=self.home), 0).lines
        self.assertEqual(sorted([hit[1].split(" · ")[2], hit[2]] for hit in
                                [lines[:5], lines[5:]]),
                         [["in one/.morgue", "    one/one.txt"],
                          ["in two/.morgue", "    two/two.txt"]])
        self.assertIn("\nIndex: one/.morgue\n",
                      self.morgue("--plain", *both, here=self.home).out)
        self.assertNotIn(" · in ", self.morgue("search", "storm").out)


class RightToLeft(TerminalTest):
    def setUp(self):
        super().setUp()
        self.indexed({
            "he.md": "---\ntitle: המגדלור שוב מאיר\nsource: עיתון\nsection: World\n"
                     "date: 2020-11-22\nlang: he\n---\n\nהמגדלור שב להאיר ביום שבת.\n",
            "ar/بحر.txt": "عاصفة على الميناء\n\nأغلقت عاصفة ميناء Saltmere.\n",
            "en.txt": "A lighthouse\n\nThe lighthouse shines again.\n"})

    def test_foreign_runs_are_isolated(self):
        lines = self.morgue("search", "lang:he").lines
        self.assertEqual(lines[0], " 1  \u2068המגדלור שוב מאיר\u2069")
        self.assertRegex(lines[1], "^    \u2068עיתון\u2069 · 2020-11-22 · World · [0-9a-f]{12}$")
        self.assertEqual(lines[3], "    \u2068המגדלור שב להאיר ביום שבת.\u2069")

    def test_what_is_lit_stays_inside(self):
        lines = self.morgue("search", "המגדלור").lines
        self.assertEqual(lines[3], "    \u2068[המגדלור] שב להאיר ביום שבת.\u2069")
        seen = self.screen("search", "המגדלור")
        self.assertIn("    \u2068" + LIT + "המגדלור\x1b[0m שב", seen)

    def test_paths(self):
        self.assertIn("    \u2068ar/بحر.txt\u2069\n", self.morgue("search", "عاصفة").out)

    def test_the_query_in_the_footer(self):
        self.assertEqual(self.morgue("search", "عاصفة").err,
                         "1 of 1 article with \u2068عاصفة\u2069\n")

    def test_other_text_has_none(self):
        done = self.morgue("search", "lighthouse")
        self.assertIn("[lighthouse]", done.out)
        self.assertFalse(set("\u2066\u2067\u2068\u2069") & set(done.out + done.err))

    def test_every_line_of_a_wrapped_passage(self):
        self.indexed({"a.txt": "عاصفة\n\n" + "أغلقت عاصفة قوية ميناء المدينة فجر الاثنين. " * 9},
                     "wrapped")
        lines = self.screen("search", "عاصفة", "--color=never", columns=40).splitlines()
        passage = [line for line in lines if line.startswith("    \u2068")]
        self.assertGreater(len(passage), 3)
        for line in passage:
            self.assertTrue(line.endswith("\u2069"), line)


class Footer(TerminalTest):
    def test_it_says_how_the_question_was_read_and_how_to_go_on(self):
        self.indexed({f"{number}.txt": f"Storm {number}\n\nThe corps.\n" for number in range(30)})
        self.assertEqual(self.morgue("search", "storm", "corps").err,
                         "20 of 30 articles with storm AND corps · next: --offset 20\n")
        self.assertEqual(self.morgue("search", "storm", "corps", "--offset=20").err,
                         "10 of 30 articles with storm AND corps\n")
        self.assertEqual(self.morgue("search", "*", "-n1").err,
                         "1 of 30 articles · next: --offset 1\n")

    def test_verbose_does_not_say_it_again(self):
        self.indexed()
        done = self.morgue("-v", "search", "storm", "corps")
        self.assertEqual(done.err.count("storm AND corps"), 1, done.err)


class Dates(TerminalTest):
    def test_a_date_of_the_file_is_called_so(self):
        folder = self.tree({"note.txt": "A note\n\nWithout any date.\n"})
        os.utime(folder / "note.txt", (1714560000, 1714560000))
        self.indexed({"stated.txt": "---\ndate: 2020-01-02\n---\nA note\n\nText.\n"})
        out = self.morgue("search", "note").out
        self.assertIn("    2024-05-01 (file's date) · ", out)
        self.assertIn("    2020-01-02 · ", out)
        self.assertIn("2024-05-01", self.morgue("show", "note.txt").out)
        self.assertIn(" (file's date)\n", self.morgue("show", "note.txt").out)


class Sample(TerminalTest):
    """The sample archive, in all its languages, at both widths."""

    def test_every_line_fits(self):
        self.indexed({path.relative_to(SOURCE / "corpus").as_posix(): path.read_bytes()
                      for path in (SOURCE / "corpus" / "world").rglob("*") if path.is_file()})
        for columns in [40, 80]:
            seen = self.screen("search", "*", "-n99", "--color=never", columns=columns)
            lines = [line for line in seen.splitlines() if "/" not in line]
            self.assertGreater(len(lines), 80)
            for line in lines:
                self.assertLessEqual(columns_of(line), columns, line)


def columns_of(line):
    """Columns by wcwidth's rules, independent of the program's."""
    import unicodedata
    return sum(0 if unicodedata.category(c) in ("Mn", "Me", "Cf") else
               2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)


if __name__ == "__main__":
    main()
