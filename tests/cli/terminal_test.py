"""What reaches a terminal: colours where they belong, and nothing that an article smuggles in."""

from harness import main
from terminal import TerminalTest

ESCAPE = "\x1b"
NASTY = "\x1b]0;owned\x07 \x1b[31mred \x9b31m \u202eright\u2066 \x7f \x08"
UNSAFE = ["\x1b", "\x07", "\x08", "\x7f", "\x9b", "\u202e", "\u2066"]


class Formats(TerminalTest):
    def test_those_for_programs_are_never_coloured(self):
        self.indexed()
        for output in ["--json", "--format=paths"]:
            self.assertNotIn(ESCAPE, self.screen("search", output, "storm"))


class Progress(TerminalTest):
    def test_nothing_where_stderr_is_no_terminal(self):
        self.check(self.morgue("index", self.tree({"a.txt": "One\n\nTwo.\n"})), 0, err="")


class Safety(TerminalTest):
    def safe(self, text):
        for character in UNSAFE:
            self.assertNotIn(character, text)
        return text

    def setUp(self):
        super().setUp()
        name = "nasty\x1b[31m\u202e\x9b.txt"
        self.indexed({name: f"Head{NASTY}line\n\nBody {NASTY} storm goes on.\n",
                      b"bad\xff\x1b.txt": b"Other\n\nA calm.\n", "x\x1b.pdf": b"%PDF"})

    def test_results(self):
        shown = self.screen("search", "--color=never", "storm")
        self.assertIn("␛[31m", self.safe(shown))
        self.safe(self.morgue("search", "storm").out)

    def test_paths_on_a_terminal(self):
        self.safe(self.screen("search", "--format=paths", "*"))

    def test_articles(self):
        name = self.morgue("search", "--json", "storm").objects[0]["id"]
        self.assertIn("␛]0;owned␇", self.safe(self.morgue("show", name).out))
        self.assertIn("\n", self.morgue("show", name).out)

    def test_json_is_the_same_value_in_escapes(self):
        done = self.morgue("search", "--json", "storm")
        self.safe(done.out)
        self.assertIn(NASTY.split()[-2], self.morgue(
            "show", "--json", done.objects[0]["id"]).objects[0]["body"])

    def test_status_and_errors(self):
        self.safe(self.morgue("status", "--skipped").out)
        for arguments in [["search", f'"open {NASTY}'], ["show", NASTY], [NASTY],
                          ["-d", f"/no{NASTY}", "search", "x"], ["help", NASTY],
                          ["index", f"/no{NASTY}"], ["search", f"--{NASTY}"]]:
            done = self.morgue(*arguments)
            self.assertNotEqual(done.code, 0)
            self.safe(done.err)


if __name__ == "__main__":
    main()
