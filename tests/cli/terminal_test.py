"""What reaches a terminal: colours where they belong, and nothing that an article smuggles in."""

import os
import pty
import subprocess

from harness import PROGRAM, CommandTest, main

ESCAPE = b"\x1b"
NASTY = "\x1b]0;owned\x07 \x1b[31mred \x9b31m \u202eright\u2066 \x7f \x08"
UNSAFE = ["\x1b", "\x07", "\x08", "\x7f", "\x9b", "\u202e", "\u2066"]


class TerminalTest(CommandTest):
    def on_terminal(self, *arguments, stderr_too=False, **environment):
        """What the program writes to a pseudo-terminal that is its stdout."""
        leader, follower = pty.openpty()
        run = subprocess.Popen([PROGRAM, *map(str, arguments)], cwd=self.here, stdout=follower,
                               stderr=follower if stderr_too else subprocess.DEVNULL,
                               env=self.environment(TERM="xterm", **environment))
        os.close(follower)
        written = b""
        while True:
            try:
                piece = os.read(leader, 65536)
            except OSError:  # the last writer has gone
                piece = b""
            if not piece:
                break
            written += piece
        run.wait()
        os.close(leader)
        return written


class Colour(TerminalTest):
    def test_only_on_a_terminal(self):
        self.indexed()
        self.assertIn(b"\x1b[1;31mstorm corps\x1b[0m", self.on_terminal("search", '"storm corps"'))
        self.assertNotIn("\x1b", self.morgue("search", "storm").out)

    def test_the_person_has_the_last_word(self):
        self.indexed()
        self.assertNotIn(ESCAPE, self.on_terminal("search", "storm", NO_COLOR="1"))
        self.assertNotIn(ESCAPE, self.on_terminal("search", "--color=never", "storm"))
        self.assertIn("\x1b[1;31m", self.morgue("search", "--color=always", "storm").out)
        self.assertIn(ESCAPE, self.on_terminal("search", "--color=always", "storm", NO_COLOR="1"))

    def test_brackets_stand_in_for_colour(self):
        self.indexed()
        self.assertIn(b"[storm corps]", self.on_terminal("search", '"storm corps"', NO_COLOR="1"))
        self.assertNotIn(b"[storm", self.on_terminal("search", '"storm corps"'))

    def test_json_and_paths_are_never_coloured(self):
        self.indexed()
        for output in ["--json", "--format=paths"]:
            self.assertNotIn(ESCAPE, self.on_terminal("search", output, "storm"))


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
        shown = self.on_terminal("search", "--color=never", "storm").decode()
        self.assertIn("␛[31m", self.safe(shown))
        self.safe(self.morgue("search", "storm").out)

    def test_paths_on_a_terminal(self):
        self.safe(self.on_terminal("search", "--format=paths", "*").decode())

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
