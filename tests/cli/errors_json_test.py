"""With --json whatever goes to stderr is a line of JSON; without, it is readable on any screen."""

import json
import os
import pty
import subprocess
import termios
import struct
import fcntl

from harness import PROGRAM, CommandTest, main


class Json(CommandTest):
    def said(self, *arguments, code, **options):
        """The objects on stderr, each line one, with the one key that says what it is."""
        done = self.check(self.morgue(*arguments, **options), code)
        lines = [json.loads(line) for line in done.err.splitlines()]
        self.assertTrue(all(len(line) == 1 for line in lines), lines)
        return lines

    def error(self, *arguments, code, **options):
        (line,) = self.said(*arguments, code=code, **options)
        return line["error"]

    def test_command_lines(self):
        for arguments, message in [
                (["search", "--json", "--limit=x", "a"], "--limit takes a whole number, not 'x'"),
                (["search", "--format=json", "--cheese"], "there is no option --cheese"),
                (["search", "--format", "json", "--cheese"], "there is no option --cheese"),
                (["serch", "--json"], "there is no command 'serch'"),
                (["help", "--json"], "there is no option --json"),
                (["search", "--json"], "there is no query")]:
            error = self.error(*arguments, code=2)
            self.assertEqual((error["code"], error["message"]), ("usage", message))
            self.assertTrue(error["hint"])

    def test_after_two_dashes_it_is_a_word(self):
        done = self.check(self.morgue("--cheese", "--", "--json"), 2)
        self.assertTrue(done.err.startswith("morgue: error: "))

    def test_queries(self):
        self.indexed()
        for query, col, end in [('"storm', 1, 7), ('sturm "dräng', 7, 13), ("𝒳 (ab", 3, 4),
                                ("a\u0301é titel:x", 5, 10)]:
            for command in ["search", "count"]:
                error = self.error(command, "--json", query, code=2)
                self.assertEqual((error["query"], error["col"]), (query, col), error)
                self.assertLessEqual(error["col"], error["end"])
                self.assertTrue(error["code"] and error["message"] and error["hint"])
        self.assertEqual(self.error("search", "--json", "", code=2)["code"], "usage")

    def test_index(self):
        error = self.error("search", "--json", "storm", code=3)
        self.assertEqual((error["code"], error["path"]), ("index-not-found", str(self.home)))
        error = self.error("search", "--json", "-d", "nowhere", "storm", code=3)
        self.assertEqual((error["code"], error["path"]), ("index-not-found", "nowhere"))

    def test_notes(self):
        self.indexed()
        (line,) = self.said("search", "--json", "storm OR calm corps", code=0)
        self.assertEqual(line["note"]["code"], "precedence")
        self.assertTrue(line["note"]["message"])

    def test_nothing_that_a_terminal_obeys(self):
        done = self.morgue("search", "--json", "--\x1b[31m\u202e\xff")
        self.assertNotRegex(done.err, "[\x1b\u202e]")
        self.assertIn("\x1b[31m\u202e", json.loads(done.err)["error"]["message"])


class Readable(CommandTest):
    def on_terminal(self, *arguments, columns):
        """What the program says on a terminal of this width, in lines."""
        leader, follower = pty.openpty()
        fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
        run = subprocess.Popen([PROGRAM, *arguments], cwd=self.here, stdout=subprocess.DEVNULL,
                               stderr=follower, env=self.environment(TERM="xterm"))
        os.close(follower)
        said = b""
        while True:
            try:
                piece = os.read(leader, 65536)
            except OSError:
                piece = b""
            if not piece:
                break
            said += piece
        run.wait()
        os.close(leader)
        return said.decode().replace("\r\n", "\n").splitlines()

    def setUp(self):
        super().setUp()
        self.indexed()

    def test_a_long_query_at_forty_columns(self):
        for query, wrong in [("word " * 60 + 'title:"never closed ' + "more " * 60, '"'),
                             ("word " * 60 + "titel:zebra " + "more " * 60, "titel"),
                             ("東京都 " * 40 + "titel:zebra", "titel"),
                             ("titel:zebra " + "more " * 60, "titel")]:
            for columns in [40, 80]:
                lines = self.on_terminal("count", query, columns=columns)
                self.assertLessEqual(max(map(width, lines)), columns, lines)
                (marks,) = [i for i, line in enumerate(lines) if line.strip().startswith("^")]
                shown = lines[marks - 1]
                at = lines[marks].index("^")
                self.assertTrue(by_columns(shown)[at:].startswith(wrong), lines)

    def test_a_wrong_part_longer_than_the_screen(self):
        lines = self.on_terminal("count", '"' + "never closed " * 30, columns=40)
        self.assertLessEqual(max(map(width, lines)), 40, lines)
        self.assertIn("…", "\n".join(lines))

    def test_other_errors_are_wrapped(self):
        lines = self.on_terminal("search", "storm", "--sort=newst", columns=40)
        self.assertLessEqual(max(map(len, lines)), 40, lines)
        self.assertIn("did you mean newest?", " ".join(line.strip() for line in lines))

    def test_an_empty_query_has_no_caret(self):
        for query in ["", "   "]:
            done = self.check(self.morgue("search", query), 2, out="")
            self.assertNotIn("^", done.err)
            self.assertEqual(len(done.err.splitlines()), 2, done.err)

    def test_on_a_pipe_a_sentence_is_one_line(self):
        done = self.morgue("search", "storm", "--sort=newst", environment={"COLUMNS": "40"})
        self.assertEqual(len(done.err.splitlines()), 2)


def by_columns(text):
    """The text with a sign in every column: wide characters take two."""
    return "".join(c + "\0" if ord(c) > 0x2E80 else c for c in text)


def width(text):
    return len(by_columns(text))


if __name__ == "__main__":
    main()
