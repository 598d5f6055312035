"""What is typed: commands, options and their values, and what is said where they are wrong."""

import re
import signal
import subprocess
import time

from harness import PROGRAM, CommandTest, main

SEE = "morgue search -h lists the options"


class CommandNames(CommandTest):
    def test_a_query_alone_is_told_how_to_search(self):
        done = self.check(self.morgue("storm", "the corps", "-n", "5"), 2, out="")
        self.assertEqual(done.err, "morgue: error: there is no command 'storm'\n"
                                   "  hint: to search type: morgue search storm 'the corps' -n 5; "
                                   "morgue -h lists the commands\n")

    def test_a_slip_is_seen(self):
        for typed, meant in [("serch", "search"), ("indx", "index"), ("statsu", "status"),
                             ("Show", "show"), ("coutn", "count")]:
            done = self.check(self.morgue(typed, "storm"), 2, out="")
            self.assertIn(f"there is no command '{typed}'", done.err)
            self.assertIn(f"did you mean morgue {meant}?", done.err)
            self.assertEqual(f"morgue search {typed} storm" in done.err, meant != "search")

    def test_the_short_name_of_search(self):
        self.indexed()
        self.assertEqual(self.morgue("s", "storm").out, self.morgue("search", "storm").out)
        self.check(self.morgue("se", "storm"), 2, out="")


class Options(CommandTest):
    def refused(self, *arguments):
        """The two lines of the complaint."""
        done = self.check(self.morgue(*arguments), 2, out="")
        lines = done.err.splitlines()
        self.assertEqual(len(lines), 2, done)
        self.assertRegex(lines[0], r"^morgue: error: \S")
        self.assertRegex(lines[1], r"^  hint: \S")
        return lines[0].removeprefix("morgue: error: "), lines[1].removeprefix("  hint: ")

    def test_unknown(self):
        self.assertEqual(self.refused("search", "--cheese", "storm"),
                         ("there is no option --cheese", SEE))
        self.assertEqual(self.refused("search", "--colour=never", "storm"),
                         ("there is no option --colour=never", "did you mean --color? " + SEE))
        self.assertIn("did you mean --limit?", self.refused("search", "storm", "--limt", "3")[1])
        for flag in ["-json", "-offset"]:
            self.assertIn(f"did you mean -{flag}?", self.refused("search", "storm", flag)[1])
        self.assertEqual(self.refused("--cheese")[1], "morgue -h lists the options")

    def test_abbreviations_are_not_guessed(self):
        for flag in ["--lim=3", "--no-json", "--sor=title"]:
            self.assertIn(f"there is no option {flag}", self.refused("search", "storm", flag)[0])

    def test_minus_word_after_a_word_is_explained(self):
        for command in ["search", "count"]:
            for word in ["corps", "drone", "nato", "word", "report"]:
                self.assertEqual(
                    self.refused(command, "storm", "-" + word),
                    (f"there is no option -{word}",
                     "to leave a word out put the query in single quotes, or write NOT " + word))
        self.assertNotIn("NOT", self.refused("index", "-corps")[1])

    def test_no_value(self):
        for arguments in [["--limit"], ["--limit="], ["--limit", ""], ["-n"]]:
            name = arguments[0].removesuffix("=")
            self.assertEqual(self.refused("search", "storm", *arguments),
                             (f"{name} needs a value: {name} N", SEE))
        self.assertEqual(self.refused("search", "-d", "", "x")[0], "-d needs a value: -d DIR")
        self.assertEqual(self.refused("search", "x", "--json=yes")[0], "--json takes no value")

    def test_values_are_checked(self):
        for option, value, takes in [
                ("--limit", "-5", "a whole number"), ("--limit", "many", "a whole number"),
                ("--limit", "5 ", "a whole number"), ("--limit", "+5", "a whole number"),
                ("--limit", "0x10", "a whole number"),
                ("--limit", "9" * 19, "a whole number of at most 18 digits"),
                ("--offset", "1.5", "a whole number"),
                ("--sort", "size", "relevance, newest, oldest or title"),
                ("--color", "red", "auto, always or never")]:
            for typed in [[option, value], [f"{option}={value}"]]:
                self.assertEqual(self.refused("search", "storm", *typed),
                                 (f"{option} takes {takes}, not '{value}'", SEE))

    def test_a_slip_in_a_value_is_seen(self):
        for option, value, meant in [("--sort", "newst", "newest"), ("--sort", "Title", "title"),
                                     ("--format", "jsno", "json"), ("--color", "alwyas", "always")]:
            self.assertEqual(self.refused("search", "storm", option, value)[1],
                             f"did you mean {meant}? {SEE}")

    def test_sizes(self):
        folder = self.tree({"a.txt": "One\n\nTwo.\n"})
        for size in ["64MB", "500kB", "1000", "2gib", "64 MB"]:
            self.check(self.morgue("index", folder, "--max-file-size", size), 0)
        for size in ["-1", "large", "1.5MB", "MB", "64XB", "9" * 30, " 5"]:
            self.assertEqual(
                self.refused("index", folder, f"--max-file-size={size}"),
                (f"--max-file-size takes a size such as 500kB or 64MB, not '{size}'",
                 "morgue index -h lists the options"))

    def test_every_number_of_every_command_is_checked(self):
        commands = re.findall(r"(?m)^  morgue (\w+)", self.morgue("help").out.split("Commands:")[1])
        seen = 0
        for command in commands:
            for flag in re.findall(r"(?m)^  (?:-\w, )?(--[\w-]+) N\b",
                                   self.morgue("help", command).out):
                for value in ["-1", "x", "9" * 40]:
                    what, _ = self.refused(command, f"{flag}={value}", "x")
                    self.assertRegex(what, rf"^{flag} takes .+, not '{value}'$")
                seen += 1
        self.assertGreater(seen, 2)


class Spellings(CommandTest):
    def setUp(self):
        super().setUp()
        self.indexed()

    def shown(self, *arguments):
        return len(self.morgue("search", "--format=paths", *arguments).lines)

    def test_of_a_value(self):
        for typed in [["-n1"], ["-n", "1"], ["--limit=1"], ["--limit", "1"]]:
            self.assertEqual(self.shown(*typed, "storm"), 1, typed)
            self.assertEqual(self.shown("storm", *typed), 1, typed)

    def test_the_last_of_several_counts(self):
        self.assertEqual(self.shown("-n", "5", "--limit=1", "storm"), 1)
        self.assertEqual(self.shown("-n", "1", "-n2", "storm"), 2)
        self.assertEqual(self.morgue("search", "--format=paths", "--format=json", "storm").out,
                         self.morgue("search", "--json", "storm").out)
        self.check(self.morgue("search", "--json", "--json", "-v", "-v", "storm"), 0)

    def test_letters_go_together(self):
        self.assertEqual(self.shown("-vn1", "storm"), 1)
        self.assertEqual(self.shown("-vFn", "1", "storm"), 1)
        self.check(self.morgue("search", "-vnn1", "storm"), 2, out="")
        self.check(self.morgue("search", "-vx", "storm"), 2, out="")

    def test_two_dashes_end_the_options(self):
        self.check(self.morgue("count", "--", "storm", "-corps"), 1, out="0\n")
        self.check(self.morgue("count", "storm", "--", "-n5"), 0, out="2\n")

    def test_before_and_after_the_command(self):
        self.assertEqual(self.morgue("--color=always", "search", "storm").out,
                         self.morgue("search", "storm", "--color", "always").out)


class Operands(CommandTest):
    def test_are_needed(self):
        for command in ["search", "count", "show"]:
            done = self.check(self.morgue(command), 2, out="")
            self.assertRegex(done.err, r"^morgue: error: \S.*\n  hint: \S")

    def test_too_many(self):
        self.check(self.morgue("status", "storm"), 2, out="")


class Signals(CommandTest):
    def test_ctrl_c_exits_130_whatever_is_done(self):
        self.indexed({f"{n}.txt": f"Title {n}\n\nA storm, number {n}.\n" for n in range(2000)})
        run = subprocess.Popen([PROGRAM, "search", "--json", "storm"], cwd=self.here,
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                               env=self.environment())
        run.stdout.readline()  # the pipe is too small for all of it: the program waits
        time.sleep(0.1)
        run.send_signal(signal.SIGINT)
        _, err = run.communicate(timeout=60)
        self.assertEqual((run.returncode, err), (130, b""))

    def test_a_closed_pipe_is_quiet(self):
        self.indexed({f"{n}.txt": f"Title {n}\n\nA storm, number {n}.\n" for n in range(2000)})
        run = subprocess.Popen([PROGRAM, "search", "--json", "storm"], cwd=self.here,
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                               env=self.environment())
        run.stdout.readline()
        run.stdout.close()
        self.assertEqual((run.stderr.read(), run.wait(timeout=60)), (b"", -signal.SIGPIPE))
        run.stderr.close()

    def test_a_full_disk_is_no_fault_of_the_index(self):
        self.indexed()
        with open("/dev/full", "wb") as full:
            done = subprocess.run([PROGRAM, "search", "--json", "storm"], cwd=self.here,
                                  stdout=full, stderr=subprocess.PIPE, env=self.environment(),
                                  check=False)
        self.assertEqual(done.returncode, 4)
        self.assertIn(b"No space left on device", done.stderr)


if __name__ == "__main__":
    main()
