"""The formats of morgue search for programs, and the flags that choose among them."""

import json
import os
import re
import subprocess

from harness import ARTICLES, PROGRAM, CommandTest, main
from terminal import TerminalTest

MANY = {f"2021/{number:03}.txt": f"Headline {number}\n\nThe same storm again.\n"
        for number in range(45)}
ODD_NAMES = {
    "plain.txt": "One\n\nA walrus.\n",
    "with space.txt": "Two\n\nA walrus.\n",
    "-n.txt": "Three\n\nA walrus.\n",
    "line\nbreak.txt": "Four\n\nA walrus.\n",
    '"quoted".txt': "Five\n\nA walrus.\n",
    b"caf\xe9.txt": "Six\n\nA walrus.\n",
    "tab\tand\\slash.txt": "Seven\n\nA walrus.\n",
}


class FormatTest(CommandTest):
    def raw(self, *arguments):
        """stdout as bytes."""
        return os.fsencode(self.check(self.morgue("search", *arguments), 0).out)


class Paths(FormatTest):
    def test_flag_and_format_are_one(self):
        self.indexed()
        for short, long in [(["-l"], ["--format=paths"]), (["--paths"], ["--format=paths"]),
                            (["-0"], ["--format=paths0"]), (["-l", "-0"], ["--format=paths0"]),
                            (["--format=paths", "--null"], ["--format=paths0"]),
                            (["--ids"], ["--format=ids"]), (["--vimgrep"], ["--format=vimgrep"]),
                            (["--json"], ["--format=json"])]:
            self.assertEqual(self.morgue("search", *short, "storm").out,
                             self.morgue("search", *long, "storm").out)

    def test_odd_names_ended_by_nul_are_themselves(self):
        self.indexed(ODD_NAMES)
        names = self.raw("-0", "walrus").split(b"\0")
        self.assertEqual(names.pop(), b"")
        wanted = {os.fsencode(name) for name in ODD_NAMES}
        self.assertEqual({os.path.normpath(name) for name in names}, wanted)

    def test_a_name_that_is_no_line_stands_quoted_and_is_told(self):
        self.indexed(ODD_NAMES)
        done = self.check(self.morgue("search", "-l", "walrus"), 0)
        lines = os.fsencode(done.out).split(b"\n")
        self.assertEqual(lines.pop(), b"")
        self.assertEqual(len(lines), len(ODD_NAMES))
        for quoted in [rb'"line\nbreak.txt"', rb'"\"quoted\".txt"']:
            self.assertIn(quoted, lines)
        for bare in [b"plain.txt", b"with space.txt", b"caf\xe9.txt", b"tab\tand\\slash.txt"]:
            self.assertIn(bare, lines)
        self.assertRegex(done.err, r"^note: 2 paths in double quotes: .*--format=paths0")

    def test_nothing_is_said_where_all_names_are_lines(self):
        self.indexed()
        self.check(self.morgue("search", "-l", "storm"), 0, err="")

    def test_the_order_is_that_of_the_hits(self):
        self.indexed(MANY)
        for sort in ["relevance", "newest", "oldest", "title"]:
            hits = self.morgue("search", "--json", "--sort", sort, "storm").objects
            self.assertEqual(self.morgue("search", "-l", "--sort", sort, "storm").lines,
                             [hit["file"] for hit in hits])

    def test_limit_and_offset(self):
        self.indexed(MANY)
        every = self.morgue("search", "-l", "storm").lines
        self.assertEqual(len(every), 45)
        self.assertEqual(self.morgue("search", "-l", "storm", "-n", 7, "--offset", 30).lines,
                         every[30:37])


class Ids(FormatTest):
    def test_each_is_what_show_takes(self):
        self.indexed()
        ids = self.morgue("search", "--ids", "storm").lines
        hits = self.morgue("search", "--json", "storm").objects
        self.assertEqual(ids, [hit["id"] for hit in hits])
        for each in ids:
            self.assertRegex(each, "^[0-9a-f]{12}$")
            self.check(self.morgue("show", each), 0)


class Trec(FormatTest):
    LINE = r"^(\S+) Q0 ([0-9a-f]{12}) (\d+) (\d+\.\d{6}) (\S+)$"

    def test_a_run(self):
        self.indexed(MANY)
        rows = [re.match(self.LINE, line).groups()
                for line in self.morgue("search", "--format=trec", "headline storm").lines]
        self.assertEqual(len(rows), 45)
        self.assertEqual({(row[0], row[4]) for row in rows}, {("1", "morgue")})
        self.assertEqual([int(row[2]) for row in rows], list(range(1, 46)))
        scores = [float(row[3]) for row in rows]
        self.assertEqual(scores, sorted(scores, reverse=True))
        self.assertEqual([row[1] for row in rows],
                         self.morgue("search", "--ids", "headline storm").lines)

    def test_the_run_has_a_name(self):
        self.indexed()
        (line,) = self.morgue("search", "--format=trec", "--run", "bm25-a", "central").lines
        self.assertTrue(line.endswith(" bm25-a"), line)
        for name in ["two words", "tab\there"]:
            done = self.morgue("search", "--format=trec", "--run", name, "central")
            self.assertIn("the name of the run", self.check(done, 2, out="").err)

    def test_an_order_that_is_not_that_of_scores_is_refused(self):
        self.indexed()
        done = self.morgue("search", "--format=trec", "--sort=newest", "storm")
        self.assertIn("--sort has no meaning with --format=trec", self.check(done, 2, out="").err)
        self.check(self.morgue("search", "--format=trec", "--sort=relevance", "storm"), 0)


class CountAndQuiet(FormatTest):
    def test_count(self):
        self.indexed(MANY)
        for flag in ["-c", "--count"]:
            self.check(self.morgue("search", flag, "storm"), 0, out="45\n", err="")
        done = self.check(self.morgue("search", "-c", "zebra"), 1, out="0\n")
        self.assertEqual(done.err, self.morgue("search", "--ids", "zebra").err)
        done = self.check(self.morgue("search", "-c", "--json", "storm"), 0, err="")
        self.assertEqual(done.out, self.morgue("count", "--json", "storm").out)

    def test_quiet(self):
        self.indexed(MANY)
        for flags in [["-q"], ["--quiet"], ["-q", "--json"], ["-q", "-c"], ["-q", "-l"]]:
            self.check(self.morgue("search", *flags, "storm"), 0, out="", err="")
            self.check(self.morgue("search", *flags, "zebra"), 1, out="", err="")

    def test_quiet_still_tells_errors(self):
        self.indexed()
        done = self.check(self.morgue("search", "-q", '"a'), 2, out="")
        self.assertIn("unclosed-quote", done.err)
        done = self.check(self.morgue("-d", self.home / "none", "search", "-q", "a"), 3, out="")
        self.assertIn("no index", done.err)

    def test_quiet_into_a_full_disk(self):
        self.indexed()
        with open("/dev/full", "wb") as full:
            done = subprocess.run([PROGRAM, "search", "-q", "storm"], cwd=self.here, stdout=full,
                                  stderr=subprocess.PIPE, env=self.environment(), check=False)
        self.assertEqual([done.returncode, done.stderr], [0, b""])


class Contradictions(FormatTest):
    def refused(self, words, *flags):
        done = self.check(self.morgue("search", *flags, "storm"), 2, out="")
        told = done.err
        if "--json" in flags or "--format=json" in flags:
            error = json.loads(done.err)["error"]
            told = error["message"] + "\n  hint: " + error["hint"]
        self.assertIn(words, told.splitlines()[0])
        self.assertRegex(told.splitlines()[1], r"^  hint: \S")

    def test_two_formats(self):
        self.indexed()
        for flags in [["--json", "--format=csv"], ["--json", "--vimgrep"], ["-l", "--json"],
                      ["-0", "--json"], ["-0", "--format=csv"], ["--ids", "--vimgrep"],
                      ["--format=text", "--json"], ["--format=text", "-l"], ["-l", "--ids"]]:
            self.refused("contradict each other", *flags)

    def test_the_same_format_twice(self):
        self.indexed()
        for flags in [["--json", "--format=json"], ["-l", "--format=paths"],
                      ["-l", "-0", "--format=paths0"], ["--vimgrep", "--format=vimgrep"]]:
            self.check(self.morgue("search", *flags, "storm"), 0)

    def test_a_flag_that_would_do_nothing(self):
        self.indexed()
        for flag, formats in [("--bom", ["text", "json", "paths"]), ("--csv-raw", ["text", "trec"]),
                              ("--meta", ["text", "csv", "ids"]),
                              ("--offsets=chars", ["text", "csv"]), ("--run=x", ["text", "json"]),
                              ("--snippets=2", ["paths", "ids", "trec", "vimgrep", "paths0"])]:
            for name in formats:
                self.refused("has no meaning with --format=" + name, flag, "--format=" + name)

    def test_counting_leaves_nothing_to_choose(self):
        self.indexed()
        for flags in [["-n", "3"], ["--offset=1"], ["--sort=newest"], ["--snippets=2"]]:
            self.refused("-c counts all", "-c", *flags)
        for name in ["csv", "paths", "ids", "trec", "vimgrep"]:
            self.refused("-c prints a number", "-c", "--format=" + name)
        self.refused("--meta has no meaning", "-c", "--json", "--meta")


class NoHits(FormatTest):
    def test_every_format(self):
        self.indexed()
        for name in ["json", "paths", "paths0", "ids", "trec", "vimgrep"]:
            self.check(self.morgue("search", "--format=" + name, "zebra"), 1, out="")

    def test_a_page_behind_the_last_hit(self):
        self.indexed(MANY)
        for name in ["json", "paths", "ids", "trec", "vimgrep"]:
            self.check(self.morgue("search", "--format=" + name, "--offset=45", "storm"), 0, out="")


class Terminals(TerminalTest):
    def test_no_name_reaches_a_terminal_raw(self):
        self.indexed({"evil\x1b]0;owned\x07\u202e.txt": "Sea\n\nA walrus.\n"})
        for name in ["json", "csv", "paths", "vimgrep"]:
            shown = self.screen("search", "--format=" + name, "walrus", stderr_too=False)
            self.assertIn("evil", shown)
            for unsafe in ["\x1b]", "\x07", "\u202e"]:
                self.assertNotIn(unsafe, shown, name)


class Streams(FormatTest):
    FORMATS = ["json", "csv", "paths", "paths0", "ids", "trec", "vimgrep"]

    def run_shell(self, line):
        return subprocess.run(["bash", "-c", "set -o pipefail; " + line], cwd=self.here,
                              capture_output=True, env=self.environment(), check=False)

    def test_a_reader_that_leaves_ends_it_quietly(self):
        self.indexed({f"{number}.txt": f"Headline {number}\n\nThe storm. {'More of it. ' * 400}\n"
                      for number in range(400)})
        for name in self.FORMATS:
            done = self.run_shell(f"'{PROGRAM}' search --format={name} storm | head -c 1 | wc -c")
            self.assertEqual([done.stdout.strip(), done.stderr], [b"1", b""], name)

    def test_a_full_disk_is_reported(self):
        self.indexed(MANY)
        for name in self.FORMATS:
            done = self.run_shell(f"'{PROGRAM}' search --format={name} storm > /dev/full")
            self.assertEqual(done.returncode, 4, name)
            self.assertIn(b"cannot write the output: No space left on device", done.stderr)

    def test_a_closed_stdout_is_reported(self):
        self.indexed(MANY)
        for name in self.FORMATS:
            done = self.run_shell(f"'{PROGRAM}' search --format={name} storm >&-")
            self.assertEqual(done.returncode, 4, name)
            self.assertIn(b"cannot write the output: Bad file descriptor", done.stderr)

    def test_a_closed_stdout_spoils_no_file(self):
        folder = self.tree(ARTICLES)
        done = self.run_shell(f"'{PROGRAM}' index '{folder}' >&-")
        self.assertEqual(done.returncode, 4, done)
        self.here = folder
        self.check(self.morgue("count", "*"), 0, out="3\n")

    def test_the_first_hits_come_before_the_last_are_read(self):
        # Far more than any buffer on the way holds: what is printed while nobody reads is bounded.
        self.indexed({f"{number}.txt": f"Headline {number}\n\nThe storm. {'More of it. ' * 400}\n"
                      for number in range(400)})
        with subprocess.Popen([PROGRAM, "search", "--format=vimgrep", "storm OR more"],
                              cwd=self.here, stdout=subprocess.PIPE,
                              env=self.environment()) as run:
            self.assertIn(b":The storm. More", run.stdout.readline() + run.stdout.readline())
            self.assertIsNone(run.poll())
            run.kill()


if __name__ == "__main__":
    main()
