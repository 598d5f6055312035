"""Help, version, and command lines that cannot be understood."""

from harness import CommandTest, main

COMMANDS = ["index", "search", "show", "count", "status", "help"]


class Help(CommandTest):
    def test_alone_gives_three_examples_and_all_commands(self):
        done = self.check(self.morgue(), 0, err="")
        self.assertEqual(len([line for line in done.lines if line.startswith("  morgue ")]), 3)
        for command in COMMANDS:
            self.assertRegex(done.out, rf"(?m)^  {command} ")

    def test_help_is_the_same_by_every_road(self):
        self.assertEqual(self.morgue().out, self.morgue("help").out)
        self.assertEqual(self.morgue().out, self.morgue("--help").out)
        for command in COMMANDS:
            by_option = self.check(self.morgue(command, "--help"), 0, err="").out
            self.assertEqual(by_option, self.morgue("help", command).out)
            self.assertEqual(by_option, self.morgue(command, "-h").out)
            self.assertEqual(by_option, self.morgue("-h", command).out)

    def test_command_help_is_one_screen_with_three_examples_first(self):
        for command in COMMANDS:
            lines = self.morgue("help", command).lines
            self.assertLessEqual(len(lines), 24, command)
            examples = lines.index("Examples:")
            self.assertTrue(all(line.startswith("  morgue ")
                                for line in lines[examples + 1:examples + 4]), lines)

    def test_lines_fit_eighty_columns(self):
        for topic in [*COMMANDS, "query", "fields", "exit-codes"]:
            for line in self.morgue("help", topic).lines:
                self.assertLessEqual(len(line), 80, line)

    def test_fields_come_from_the_library(self):
        out = self.check(self.morgue("help", "fields"), 0, err="").out
        for field in ["title", "byline", "source", "section", "place", "lang", "date", "tag"]:
            self.assertRegex(out, rf"(?m)^  {field} +\S.*{field}:")

    def test_exit_codes(self):
        out = self.check(self.morgue("help", "exit-codes"), 0, err="").out
        for code in [0, 1, 2, 3, 4, 5, 130]:
            self.assertRegex(out, rf"(?m)^  {code} +\S")

    def test_unknown_topic(self):
        self.check(self.morgue("help", "cheese"), 2, out="",
                   err="morgue: error: there is no help on 'cheese'\n"
                       "  hint: topics: query, fields, exit-codes; or a command, as in: "
                       "morgue help index\n")

    def test_version(self):
        done = self.check(self.morgue("--version"), 0, err="")
        self.assertRegex(done.out, r"^morgue \d+\.\d+\.\d+ \(Xapian \d+\.\d+\.\d+, "
                                   r"index format \d+\)\n$")


class CommandLine(CommandTest):
    def test_unknown_command(self):
        self.check(self.morgue("serch", "storm"), 2, out="",
                   err="morgue: error: there is no command 'serch'\n"
                       "  hint: morgue help lists the commands; to search type: "
                       "morgue search WORD\n")

    def test_unknown_option(self):
        self.check(self.morgue("search", "--colour=never", "storm"), 2, out="",
                   err="morgue: error: there is no option --colour=never\n"
                       "  hint: morgue search --help lists the options\n")

    def test_minus_word_after_a_word_is_explained(self):
        for word in ["corps", "drone", "nato"]:
            self.check(self.morgue("search", "storm", "-" + word), 2, out="",
                       err=f"morgue: error: there is no option -{word}\n"
                           "  hint: to leave a word out put the query in single quotes, "
                           f"or write NOT {word}\n")

    def test_option_without_its_value(self):
        self.check(self.morgue("search", "storm", "--limit"), 2, out="",
                   err="morgue: error: option --limit needs a value\n"
                       "  hint: morgue search --help lists the options\n")

    def test_values_are_checked(self):
        for option, value, complaint in [
                ("--limit", "-5", "'-5' is not a whole number"),
                ("--limit", "many", "'many' is not a whole number"),
                ("--offset", "1.5", "'1.5' is not a whole number"),
                ("--sort", "size", "'size' is none of relevance, newest, oldest, title"),
                ("--format", "xml", "'xml' is none of text, json, paths"),
                ("--color", "red", "'red' is none of auto, always, never")]:
            self.check(self.morgue("search", "storm", option, value), 2, out="",
                       err=f"morgue: error: {option}: {complaint}\n"
                           "  hint: morgue search --help says more\n")

    def test_operands_are_needed(self):
        for command, complaint in [("search", "there is no query"), ("count", "there is no query"),
                                   ("index", "index needs a PATH"),
                                   ("show", "show takes one id or file")]:
            done = self.check(self.morgue(command), 2, out="")
            self.assertEqual(done.err.splitlines()[0], "morgue: error: " + complaint)
            self.assertRegex(done.err.splitlines()[1], r"^  hint: \S")

    def test_too_many_operands(self):
        self.check(self.morgue("status", "storm"), 2, out="")
        self.check(self.morgue("show", "1234", "5678"), 2, out="")


if __name__ == "__main__":
    main()
