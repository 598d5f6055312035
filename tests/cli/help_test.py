"""Help and version, by every road to them, on screens wide and narrow."""

import re

from harness import CommandTest, main

COMMANDS = ["index", "search", "show", "count", "status", "forget", "clone", "compact", "help"]
TOPICS = ["query", "fields", "dates", "formats", "output", "exit-codes"]


class ShortHelp(CommandTest):
    def test_alone_gives_three_examples_all_commands_and_all_topics(self):
        done = self.check(self.morgue(), 0, err="")
        self.assertEqual(done.out, self.check(self.morgue("-h"), 0, err="").out)
        self.assertEqual(len([line for line in done.lines if line.startswith("  morgue ")]), 3)
        for command in COMMANDS:
            self.assertRegex(done.out, rf"(?m)^  {command} ")
        for topic in TOPICS:
            self.assertIn(topic, done.out)

    def test_is_the_same_before_and_after_the_command(self):
        for command in COMMANDS:
            short = self.check(self.morgue(command, "-h"), 0, err="").out
            self.assertEqual(short, self.morgue("-h", command).out)

    def test_is_one_screen_with_three_examples_first(self):
        self.assertLessEqual(len(self.morgue("-h").lines), 24)
        for command in COMMANDS:
            lines = self.morgue(command, "-h").lines
            self.assertLessEqual(len(lines), 24, command)
            self.assertLess(lines.index("Examples:"), 5, lines)
            examples = lines.index("Examples:")
            self.assertTrue(all(line.startswith("  morgue ")
                                for line in lines[examples + 1:examples + 4]), lines)

    def test_names_every_flag_of_the_command(self):
        for command in COMMANDS:
            short = self.morgue(command, "-h").out
            for flag in re.findall(r"(?m)^  ((?:-\w|--[\w-]+))", self.morgue("help", command).out):
                self.assertIn(flag, short, command)


class LongHelp(CommandTest):
    def test_is_the_same_by_every_road(self):
        self.assertEqual(self.morgue("help").out, self.morgue("--help").out)
        for command in COMMANDS:
            by_option = self.check(self.morgue(command, "--help"), 0, err="").out
            self.assertEqual(by_option, self.morgue("help", command).out)

    def test_several_at_once(self):
        both = self.check(self.morgue("help", "query", "dates"), 0, err="").out
        self.assertEqual(both, self.morgue("help", "query").out + "\n"
                         + self.morgue("help", "dates").out)

    def test_every_topic_has_a_text(self):
        for topic in TOPICS:
            done = self.check(self.morgue("help", topic), 0, err="")
            self.assertRegex(done.lines[0], rf"^morgue help {topic} - \w")
            self.assertGreater(len(done.lines), 5)

    def test_fields_come_from_the_library(self):
        out = self.check(self.morgue("help", "fields"), 0, err="").out
        for field in ["title", "byline", "source", "section", "place", "lang", "date", "tag"]:
            self.assertRegex(out, rf"(?m)^  {field}: +\S")

    def test_formats_come_from_the_library(self):
        out = self.check(self.morgue("help", "formats"), 0, err="").out
        for extension in [".txt", ".md", ".html", ".htm"]:
            self.assertIn(extension, out)

    def test_exit_codes(self):
        out = self.check(self.morgue("help", "exit-codes"), 0, err="").out
        for code in [0, 1, 2, 3, 4, 5, 130]:
            self.assertRegex(out, rf"(?m)^  {code} +\S")

    def test_examples_of_queries_are_queries(self):
        self.indexed()
        for topic in ["query", "dates"]:
            for line in self.morgue("help", topic, environment={"COLUMNS": "100"}).lines:
                row = re.match(r"  (\S+(?: \S+)*)  +\S", line)
                if row:
                    done = self.morgue("count", "--", row[1])
                    self.assertIn(done.code, (0, 1), (row[1], done))

    def test_unknown_topic(self):
        self.check(self.morgue("help", "cheese"), 2, out="",
                   err="morgue: error: there is no help on 'cheese'\n  hint: topics: query, "
                       "fields, dates, formats, output, exit-codes; or a command, as in: "
                       "morgue help index\n")
        for typed, meant in [("qurey", "query"), ("exitcodes", "exit-codes"), ("serch", "search")]:
            done = self.check(self.morgue("help", typed), 2, out="")
            self.assertIn(f"did you mean morgue help {meant}?", done.err)


class Width(CommandTest):
    def widest(self, *arguments, columns):
        lines = self.morgue(*arguments, environment={"COLUMNS": str(columns)}).lines
        return max((len(line), line) for line in lines)

    def test_follows_the_terminal_between_40_and_100_columns(self):
        for topic in [*COMMANDS, *TOPICS]:
            self.assertLessEqual(self.widest("help", topic, columns=80)[0], 80, topic)
            self.assertLessEqual(self.widest("help", topic, columns=300)[0], 100, topic)
        self.assertGreater(self.widest("help", "query", columns=300)[0], 80)
        self.assertEqual(self.widest("help", "query", columns=10),
                         self.widest("help", "query", columns=40))

    def test_narrow_screens_get_narrow_lines(self):
        for topic in TOPICS:
            width, line = self.widest("help", topic, columns=40)
            typed = line.lstrip()
            self.assertTrue(width <= 40 or typed.startswith(("morgue ", "~/")), line)

    def test_no_width_is_80(self):
        self.assertEqual(self.morgue("help").out,
                         self.morgue("help", environment={"COLUMNS": "80"}).out)


class Version(CommandTest):
    def test_names_all_three(self):
        done = self.check(self.morgue("--version"), 0, err="")
        self.assertRegex(done.out, r"^morgue \d+\.\d+\.\d+ \(Xapian \d+\.\d+\.\d+, "
                                   r"index format \d+\)\n$")
        self.assertEqual(done.out, self.morgue("search", "--version").out)


if __name__ == "__main__":
    main()
