"""morgue kwic: every occurrence on a line of its own, in its context."""

import csv
import io
import re
import subprocess
import unicodedata

from harness import PROGRAM, CommandTest, main
from terminal import TerminalTest

SEA = {
    "a.txt": "The walrus\n\nOne day a walrus came to the bay. Nobody had seen\n"
             "a Walrus there before.\n",
    "2020/01/02/b.md": "---\ntitle: Ice\ndate: 2020-01-02\nsource: Hallin Post\n---\n\n"
                       "An old walrus sleeps. Zebras do not.\n",
    "2019/05/06/c.md": "---\ntitle: Fog\ndate: 2019-05-06\n---\n\n"
                       "Big walrus, ahoy! A walrus again.\n",
}


LONG = "Sea\n\n" + "ice floe " * 50 + "walrus" + " ice floe" * 50


def width(text):
    """Columns on a terminal, bidi isolates and marks not counted."""
    return sum(0 if unicodedata.category(c) in ("Mn", "Cf") else
               2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


class KwicTest(CommandTest):
    def kwic(self, *arguments, code=0, **how):
        return self.check(self.morgue("kwic", *arguments, **how), code)

    def contexts(self, *arguments):
        return [(each["left"], each["match"], each["right"])
                for each in self.kwic("--json", *arguments).objects]


class Lines(KwicTest):
    def test_every_occurrence_is_a_line(self):
        self.indexed(SEA)
        done = self.kwic("walrus")
        self.assertEqual(len(done.lines), 6)
        self.assertEqual(done.err, "6 occurrences in 3 articles\n")
        for line in done.lines:
            self.assertEqual(len(re.findall(r"\[\w+\]", line)), 1, line)

    def test_id_date_headline_and_context(self):
        self.indexed(SEA)
        ids = {hit["title"]: hit["id"] for hit in self.morgue("search", "--json", "walrus").objects}
        lines = self.kwic("walrus", "--sort=date", "--context=12").lines
        self.assertEqual(lines[0], ids["Fog"] + "  2019-05-06            Big [walrus], ahoy! A")
        self.assertRegex(lines[3], ids["The walrus"] +
                         r"  \d{4}-\d\d-\d\d\? H         The \[walrus\]$")
        self.assertRegex(lines[4], r"  \d{4}-\d\d-\d\d\?     One day a \[walrus\] came to the$")

    def test_keywords_stand_below_each_other(self):
        self.indexed({**SEA,
                      "ja.txt": "動物園の海象\n\n昨日の夜、海象とwalrusが湾に来た。海象は大きい。\n",
                      "nfd.txt": "Cafe\n\nDu cafe\u0301 au walrus, e\u0301te\u0301.\n"})
        for flags in [[], ["--width=60"], ["--width=100"], ["--context=5"]]:
            lines = self.kwic("walrus OR 海象", *flags).lines
            self.assertEqual(len(lines), 11)
            self.assertEqual(len({width(line[:line.index("[")]) for line in lines}), 1, lines)

    def test_lines_keep_to_the_width(self):
        self.indexed({**SEA, "long.txt": LONG})
        for columns in [40, 60, 80, 120]:
            lines = self.kwic("walrus", f"--width={columns}").lines
            for line in lines:
                self.assertLessEqual(width(line), columns)
            self.assertGreater(max(map(width, lines)), columns - 10)
            self.assertEqual(any("2019-05-06" in line for line in lines), columns >= 72)

    def test_words_are_whole_where_they_can_be(self):
        self.indexed({"a.txt": "Sea\n\nExtraordinarily magnificent walrus extraordinarily seen.\n"})
        (line,) = self.kwic("walrus", "--context=20").lines
        self.assertRegex(line, r"   magnificent \[walrus\] extraordinarily$")

    def test_characters_are_never_cut(self):
        text = "👨‍👩‍👧‍👦" * 30
        self.indexed({"a.txt": f"Sea\n\n{text} walrus {text}\n"})
        for context in range(12):
            (line,) = self.kwic("walrus", f"--context={context}").lines
            left, right = line.split("[walrus]")
            for part in [left[left.rfind("  ") + 1:], right]:
                self.assertEqual(part.strip(), "👨‍👩‍👧‍👦" * part.count("👨"))

    def test_line_ends_become_spaces(self):
        self.indexed({"a.txt": "Sea\n\nA grey\n\n  walrus\ncame\tby.\n"})
        (line,) = self.kwic("walrus").lines
        self.assertTrue(line.endswith(" A grey [walrus] came by."), line)

    def test_a_phrase_is_one_occurrence(self):
        self.indexed({"a.txt": "Sea\n\nThe storm corps came. Storms, and a corps.\n"})
        self.assertEqual(self.contexts('"storm corps"'),
                         [("The ", "storm corps", " came. Storms, and a corps.")])
        self.assertEqual(len(self.contexts("storm corps")), 4)

    def test_only_what_answers_is_an_occurrence(self):
        self.indexed(SEA)
        self.assertEqual([match for _, match, _ in self.contexts("walrus -zebras title:fog")],
                         ["Fog", "walrus", "walrus"])


class Sorting(KwicTest):
    def column(self, part, *arguments):
        return [each[part] for each in self.kwic("--json", *arguments).objects]

    def test_by_date(self):
        self.indexed(SEA)
        titles = self.column("title", "walrus", "--sort=date")
        self.assertEqual(titles, ["Fog", "Fog", "Ice", "The walrus", "The walrus", "The walrus"])
        self.assertEqual(titles, self.column("title", "walrus", "--sort=oldest"))
        newest = self.column("title", "walrus", "--sort=newest")
        self.assertLess(newest.index("Ice"), newest.index("Fog"))

    def test_by_the_words_on_the_right(self):
        self.indexed(SEA)
        rights = self.column("right", "walrus", "--sort=right")
        words = [" ".join(re.findall(r"\w+", right.lower())) for right in rights]
        self.assertEqual(words, sorted(words))
        self.assertEqual(words[:3], ["", "again", "ahoy a walrus again"])

    def test_by_the_words_on_the_left_from_the_keyword_outwards(self):
        self.indexed(SEA)
        lefts = self.column("left", "walrus", "--sort=left")
        words = [re.findall(r"\w+", left.lower())[::-1] for left in lefts]
        self.assertEqual(words, sorted(words))
        self.assertEqual([word[0] for word in words], ["a", "a", "a", "big", "old", "the"])

    def test_case_accents_and_punctuation_do_not_count(self):
        lines = ["walrus écho.", "walrus, Echo two", "walrus «eagle»", "walrus - Éden",
                 "walrus fox"]
        self.indexed({f"{number}.txt": f"Sea\n\nA {line}\n" for number, line in enumerate(lines)})
        found = [re.search(r"\w+", right).group()
                 for right in self.column("right", "walrus", "--sort=right")]
        self.assertEqual(found, ["eagle", "écho", "Echo", "Éden", "fox"])

    def test_scripts_without_spaces(self):
        self.indexed({f"{number}.txt": f"Sea\n\n{before}海象が来た。\n"
                      for number, before in enumerate(["大きい", "茶色の", "古い"])})
        lefts = self.column("left", "海象", "--sort=left")
        self.assertEqual(lefts, sorted(lefts, key=lambda left: left[::-1]))

    def test_a_page_of_a_sorted_concordance(self):
        self.indexed(SEA)
        for sort in ["relevance", "date", "left", "right"]:
            every = self.kwic("walrus", "--sort", sort).lines
            page = self.kwic("walrus", "--sort", sort, "-n", 2, "--offset", 3)
            self.assertEqual(page.lines, every[3:5])
            self.assertEqual(page.err, "2 occurrences, and more · next: --offset 5\n")
            last = self.kwic("walrus", "--sort", sort, "--offset", 4)
            self.assertEqual([last.lines, last.err], [every[4:], "2 occurrences\n"])


class Programs(KwicTest):
    def test_json(self):
        folder = self.indexed(SEA)
        for each in self.kwic("--json", "walrus").objects:
            self.assertEqual([each["v"], each["type"]], [1, "occurrence"])
            self.assertEqual(each["match"].lower(), "walrus")
            if each["in"] == "title":
                begin, end = each["byte"]
                self.assertEqual(each["title"].encode()[begin:end].decode(), each["match"])
                self.assertNotIn("line", each)
                continue
            begin, end = each["byte_src"]
            bytes_of_file = (folder / each["file"]).read_bytes()
            self.assertEqual(bytes_of_file[begin:end].decode(), each["match"])
            line = bytes_of_file.split(b"\n")[each["line"] - 1]
            self.assertTrue(line[each["column"] - 1:].decode().startswith(each["match"]))

    def test_context_is_the_text_as_it_is(self):
        folder = self.indexed(SEA)
        for each in self.kwic("--json", "walrus", "--context=30").objects:
            text = each["left"] + each["match"] + each["right"]
            self.assertIn(text, (folder / each["file"]).read_text())
            self.assertLessEqual(max(len(each["left"]), len(each["right"])), 30)
        self.assertEqual(self.contexts("walrus", "--context=0")[0], ("", "walrus", ""))

    def test_units_of_offsets(self):
        self.indexed({"a.txt": "Sea\n\n𝔘ñ walrus.\n"})
        for unit, key, begin in [("bytes", "byte", 7), ("chars", "char", 3), ("utf16", "utf16", 4)]:
            (each,) = self.kwic("--json", f"--offsets={unit}", "walrus").objects
            self.assertEqual(each[key], [begin, begin + 6])
            self.assertEqual(each["byte_src"], [12, 18])

    def test_csv(self):
        self.indexed(SEA)
        done = self.kwic("--format=csv", "walrus", "--sort=right")
        rows = list(csv.DictReader(io.StringIO(done.out, newline=""), strict=True))
        self.assertEqual([row["left"] + row["match"] + row["right"] for row in rows],
                         [re.sub(r"\s+", " ", "".join(context))
                          for context in self.contexts("walrus", "--sort=right")])
        self.assertEqual({row["in"] for row in rows}, {"title", "body"})
        self.assertTrue(done.out.endswith("\r\n"))

    def test_csv_of_nothing_has_its_header(self):
        self.indexed(SEA)
        done = self.kwic("--format=csv", "zebra fog", code=1)
        self.assertRegex(done.out, r"^id,date,in,.*\r\n$")
        self.check(self.morgue("kwic", "--format=csv", '"a'), 2, out="")

    def test_contradictions(self):
        self.indexed(SEA)
        for flags in [["--format=csv", "--offsets=chars"], ["--bom"],
                      ["--csv-raw", "--format=text"]]:
            self.assertIn("has no meaning", self.kwic(*flags, "walrus", code=2).err)
        self.assertIn("contradict", self.kwic("--json", "--format=csv", "walrus", code=2).err)


class Ends(KwicTest):
    def test_nothing(self):
        self.indexed(SEA)
        done = self.kwic("walruss", code=1)
        self.assertEqual(done.out, "")
        self.assertIn("walruss", done.err)

    def test_articles_that_answer_by_no_word(self):
        self.indexed(SEA)
        done = self.kwic('source:"hallin post"', code=1)
        self.assertEqual(done.out, "")
        self.assertIn("note: 1 article found, but by no words in them", done.err)

    def test_a_reader_that_leaves(self):
        self.indexed({f"{number}.txt": f"Sea\n\n{'A walrus came. ' * 3000}\n"
                      for number in range(20)})
        for flags in ["", "--json", "--format=csv", "--sort=right"]:
            line = f"'{PROGRAM}' kwic {flags} walrus | head -n 1 | wc -l"
            done = subprocess.run(["bash", "-c", line], cwd=self.here, capture_output=True,
                                  env=self.environment(), check=False)
            self.assertEqual([done.stdout.strip(), done.stderr], [b"1", b""], flags)


class People(KwicTest):
    def test_for_screen_readers(self):
        self.indexed(SEA)
        done = self.kwic("--plain", "walrus", "--sort=date")
        blocks = done.out.split("\n\n")
        self.assertEqual(blocks[0].splitlines()[:2],
                         ["Text: Big walrus, ahoy! A walrus again.", "Match: walrus"])
        self.assertTrue(any(block.startswith("Headline: The walrus\n") for block in blocks))
        self.assertIn("Text: Big <walrus>, ahoy!", self.kwic("--plain", "--mark=<,>", "walrus").out)
        self.assertNotIn("  ", done.out)

    def test_from_right_to_left(self):
        self.indexed({"a.txt": "خبر\n\nجاء الفيل الكبير إلى المدينة اليوم.\n",
                      "b.txt": "News\n\nThe word الفيل is Arabic.\n"})
        lines = self.kwic("الفيل", "--context=12").lines
        arabic = next(line for line in lines if "الكبير" in line)
        # The whole reads from right to left: what goes before stands on the right.
        self.assertRegex(arabic, "\u2067 *\u2067جاء \u2069\u2067\\[الفيل\\]\u2069\u2067 الكبير")
        for line in lines:
            isolates = sum(line.count(c) for c in "\u2066\u2067\u2068")
            self.assertEqual([isolates, line.count("\u2069")], [4, 4])
            self.assertEqual(line.count("\u2066"), 4 if "word" in line else 0)
        self.assertEqual(len({width(line[:line.index("[")]) for line in lines}), 1, lines)

    def test_no_isolates_without_need(self):
        self.indexed(SEA)
        self.assertNotRegex(self.kwic("walrus").out, "[\u2066-\u2069]")


class Terminal(TerminalTest):
    def test_the_width_is_that_of_the_terminal(self):
        self.indexed({**SEA, "long.txt": LONG})
        for columns in [40, 80, 132]:
            shown = self.screen("kwic", "walrus", columns=columns, stderr_too=False, NO_COLOR="1")
            lines = re.sub(r"\x1b\[[0-9;]*m", "", shown).splitlines()
            self.assertEqual(len(lines), 7)
            self.assertLessEqual(max(map(width, lines)), columns)
            self.assertGreater(max(map(width, lines)), columns - 12)

    def test_keywords_are_coloured(self):
        self.indexed(SEA)
        shown = self.screen("kwic", "walrus", stderr_too=False)
        self.assertIn("\x1b[1;31mwalrus\x1b[0m", shown)
        self.assertNotIn("[walrus]", shown.replace("\x1b[", ""))


if __name__ == "__main__":
    main()
