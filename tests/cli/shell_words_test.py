"""What becomes of quotes, signs and spaces on the way through a shell, and -F."""

import subprocess

from harness import PROGRAM, CommandTest, main


class LostQuotes(CommandTest):
    def note(self, *arguments, command="count"):
        done = self.morgue(command, *arguments)
        return [line for line in done.err.splitlines() if line.startswith("note: read as ")]

    def test_a_phrase_that_lost_its_quotes(self):
        self.indexed()
        told = ["note: read as storm AND corps; for the exact phrase type '\"storm corps\"' or -F"]
        self.assertEqual(self.note("storm corps", "harbour"), told)
        self.assertEqual(self.note("harbour", "storm corps"), told)
        self.assertEqual(self.note("--", "storm corps", "-bank", command="search"), told)

    def test_the_remedy_is_what_the_shell_passes_on(self):
        self.indexed({"a.txt": "A\n\nThe captain's daughter said no.\n"})
        (note,) = self.note("captain's daughter", "said")
        remedy = note.split(" type ")[1].removesuffix(" or -F")
        self.assertEqual(remedy, "'\"captain'\\''s daughter\"'")
        line = f"'{PROGRAM}' count {remedy} said"
        done = subprocess.run(["sh", "-c", line], cwd=self.here, capture_output=True,
                              env=self.environment(), check=False)
        self.assertEqual([done.stdout, done.stderr], [b"1\n", b""])

    def test_a_whole_query_in_quotes_is_what_is_advised(self):
        self.indexed()
        self.assertEqual(self.note("storm corps"), [])
        self.assertEqual(self.note('"storm corps"', "harbour"), [])
        self.assertEqual(self.note("storm OR corps", "harbour"), [])
        self.assertEqual(self.note("storm -bank", "harbour"), [])
        self.assertEqual(self.note("(storm corps)", "harbour"), [])
        self.assertEqual(self.note("storm", "corps"), [])

    def test_beside_an_operator_the_words_are_not_simply_joined(self):
        self.indexed()
        for arguments in [("storm corps", "OR", "bank"), ("bank", "OR", "storm corps"),
                          ("bank", "NOT", "storm corps"), ("bank", "|", "storm corps")]:
            self.assertEqual(self.note(*arguments), [
                "note: read as storm corps without quotes; "
                "for the exact phrase type '\"storm corps\"'"])

    def test_quotes_after_a_field(self):
        self.indexed()
        self.assertEqual(self.note("source:Hallin Post", "rates"), [
            "note: read as source:Hallin AND Post; "
            "for the exact phrase type 'source:\"Hallin Post\"'"])

    def test_many_words_are_told_by_their_number(self):
        self.indexed()
        self.assertEqual(self.note("a b c d e f g h i", "storm"), [
            "note: read as 9 words; for the exact phrase type it in double quotes within single "
            "quotes or -F"])

    def test_a_phrase_with_a_small_or_is_noted_too(self):
        self.indexed()
        self.assertEqual(self.note("to be or not", "x"), [
            "note: read as to AND be AND or AND not; "
            "for the exact phrase type '\"to be or not\"' or -F"])

    def test_an_empty_variable_is_noted(self):
        self.indexed()
        done = self.check(self.morgue("count", "", "storm"), 0, out="2\n")
        self.assertEqual(done.err, "note: an empty argument is left out of the query\n")


class EmptyQuery(CommandTest):
    def test_is_an_error_with_a_remedy(self):
        self.indexed()
        for arguments in [[""], [" "], ["", "\t"]]:
            for command in ["search", "count"]:
                self.check(self.morgue(command, *arguments), 2, out="",
                           err="morgue: error: the query is empty\n"
                               "  hint: write the words to look for; '*' is every article\n")
        self.check(self.morgue("count"), 2, out="",
                   err="morgue: error: there is no query\n"
                       "  hint: write the words to look for; '*' is every article\n")

    def test_an_empty_phrase(self):
        self.indexed()
        done = self.check(self.morgue("count", "-F", "storm", ""), 2, out="")
        self.assertIn("a phrase of -F is empty\n", done.err)
        self.check(self.morgue("count", "-F"), 2, out="")


class Minus(CommandTest):
    def test_after_a_word_it_is_no_option(self):
        self.indexed()
        done = self.check(self.morgue("search", "storm", "-russia"), 2, out="")
        self.assertIn("put the query in single quotes, or write NOT russia", done.err)

    def test_what_is_advised_works(self):
        self.indexed()
        self.check(self.morgue("count", "storm", "NOT", "dawn"), 0, out="1\n", err="")
        self.check(self.morgue("count", "storm -dawn"), 0, out="1\n", err="")


class Fixed(CommandTest):
    def test_an_argument_is_a_phrase(self):
        self.indexed()
        for flag in ["-F", "--fixed"]:
            self.check(self.morgue("count", flag, "storm corps"), 0, out="1\n", err="")
            self.check(self.morgue("count", flag, "corps storm"), 1, out="0\n")

    def test_all_of_several_must_occur(self):
        self.indexed()
        self.check(self.morgue("count", "-F", "storm corps", "the harbour"), 0, out="1\n", err="")
        self.check(self.morgue("count", "-F", "the harbour", "the storm"), 0, out="2\n", err="")
        self.check(self.morgue("count", "-F", "storm corps", "the bank"), 1, out="0\n")

    def test_nothing_is_syntax(self):
        self.indexed({"a.txt": "A\n\nThis OR that -not title:me (you) * said he \"so\".\n",
                      "b.txt": "B\n\nThis that.\n"})
        for phrase in ["this OR that", "that -not", "title:me", "(you)", 'he "so"', "you) * said"]:
            self.check(self.morgue("count", "-F", "--", phrase), 0, out="1\n", err="")

    def test_endings_count(self):
        self.indexed()
        self.check(self.morgue("count", "-F", "storms"), 1, out="0\n")
        self.check(self.morgue("count", "storms"), 0, out="2\n")

    def test_a_sign_alone_is_noted(self):
        self.indexed()
        done = self.check(self.morgue("count", "-F", "&"), 1, out="0\n")
        self.assertIn("note: '&' has no letters or digits\n", done.err)

    def test_search_and_show(self):
        self.indexed()
        (hit,) = self.check(self.morgue("search", "--json", "-F", "storm corps"), 0).objects
        (shown,) = self.check(self.morgue("show", "--json", "-F", "--match", "storm corps",
                                          hit["id"]), 0).objects
        body = shown["body"].encode()
        self.assertEqual([body[begin:end] for begin, end in shown["highlights"]["body"]],
                         [b"storm corps"])

    def test_what_is_no_text_is_an_error(self):
        self.indexed()
        self.check(self.morgue("count", "-F", b"caf\xe9"), 2, out="")


class Paths(CommandTest):
    def test_a_path_from_elsewhere_is_noted(self):
        self.indexed()
        done = self.check(self.morgue("count", "path:./2019"), 1, out="0\n")
        self.assertIn("write path:2019\n", done.err)
        self.check(self.morgue("count", "path:2019"), 0, out="2\n", err="")
        done = self.check(self.morgue("count", f"path:{self.here}/2019"), 1, out="0\n")
        self.assertIn("can find nothing: paths begin below the folder that was indexed", done.err)


if __name__ == "__main__":
    main()
