"""The pager, as git runs one."""

import os
import signal

from harness import PROGRAM, main
from terminal import Session, TerminalTest

MANY = {f"{number:03}.txt": f"Storm {number}\n\nThe corps went out again.\n"
        for number in range(60)}
MARK = "sed s/^/paged:/"


class Choice(TerminalTest):
    def setUp(self):
        super().setUp()
        self.indexed()

    def test_its_own_variable_comes_first(self):
        seen = self.screen("search", "central", MORGUE_PAGER=MARK, PAGER="sed s/^/other:/")
        self.assertIn("paged: 1  ", seen)
        self.assertNotIn("other:", seen)

    def test_then_that_of_all_programs(self):
        self.assertIn("paged: 1  ", self.search_in(self.environment(TERM="xterm", PAGER=MARK)))

    def search_in(self, environment):
        return Session([PROGRAM, "search", "central"], cwd=self.here, env=environment).end()

    def test_then_less_with_settings_of_its_own(self):
        folder = self.tree({"less": "#!/bin/sh\necho LESS=$LESS $LESSCHARSET\ncat\n"}, "bin")
        os.chmod(folder / "less", 0o755)
        path = f"{folder}:{os.environ['PATH']}"
        environment = {name: value for name, value in self.environment(
            TERM="xterm", PATH=path).items() if name not in ("PAGER", "LESS", "LESSCHARSET")}
        self.assertIn("LESS=FRX utf-8\n", self.search_in(environment))
        self.assertIn("LESS=S utf-8\n", self.search_in({**environment, "LESS": "S"}))
        self.assertNotIn("LESS=", self.search_in({**environment, "TERM": "dumb"}))

    def test_none(self):
        for pager in ["", "cat"]:
            seen = self.screen("search", "central", MORGUE_PAGER=pager, PAGER=MARK)
            self.assertIn(" 1  ", seen)
            self.assertNotIn("paged:", seen)
        seen = self.screen("--no-pager", "search", "central", MORGUE_PAGER=MARK)
        self.assertNotIn("paged:", seen)

    def test_nothing_but_a_terminal_is_paged(self):
        done = self.morgue("search", "central", environment={"MORGUE_PAGER": MARK})
        self.assertNotIn("paged:", done.out + done.err)

    def test_formats_for_programs_are_not_paged(self):
        for flag in ["--json", "--format=paths"]:
            self.assertNotIn("paged:", self.screen("search", flag, "central", MORGUE_PAGER=MARK))

    def test_articles_and_help_are(self):
        self.assertIn("paged:", self.screen("show", "2020/rates.txt", MORGUE_PAGER=MARK))
        for arguments in [["help", "query"], ["search", "--help"]]:
            self.assertIn("paged:", self.screen(*arguments, MORGUE_PAGER=MARK))
        self.assertNotIn("paged:", self.screen("search", "-h", MORGUE_PAGER=MARK))

    def test_the_shell_reads_the_command_and_nothing_else(self):
        seen = self.screen("search", "central", MORGUE_PAGER="echo $((40 + 2)); cat | tr a-z A-Z")
        self.assertIn("42\n", seen)
        self.assertIn(" BANK RAISES RATES", seen)
        self.indexed({"$(touch planted).txt": "Head\n\n$(touch planted) `touch planted`\n"}, "trap")
        self.screen("search", "planted", MORGUE_PAGER="cat | cat")
        self.assertFalse((self.here / "planted").exists())

    def test_a_pager_that_does_not_exist(self):
        seen = self.screen("search", "central", MORGUE_PAGER="no-such-pager")
        self.assertIn("cannot run the pager 'no-such-pager'", seen)
        self.assertIn(" bank raises rates", seen)


class Manners(TerminalTest):
    def setUp(self):
        super().setUp()
        self.indexed(MANY)

    def test_footer_and_notes_stand_below_the_results(self):
        seen = self.screen("search", "storm", MORGUE_PAGER=MARK)
        last = seen.splitlines()[-1]
        self.assertEqual(last, "paged:20 of 60 articles with storm · next: --offset 20")

    def test_stderr_elsewhere_stays_there(self):
        session = self.session("search", "storm", stderr_too=False, MORGUE_PAGER=MARK)
        self.assertNotIn("60 articles", session.end())

    def test_nothing_found_needs_no_pager(self):
        session = self.session("search", "zebra", MORGUE_PAGER=MARK)
        self.assertNotIn("paged:", session.end())
        self.assertEqual(session.code, 1)

    def test_the_exit_status_is_that_of_the_search(self):
        for pager in ["cat >/dev/null; exit 7", MARK, "exit 1"]:
            session = self.session("search", "storm", MORGUE_PAGER=pager)
            session.end()
            self.assertEqual(session.code, 0, pager)
        session = self.session("show", "000.txt", "--match", '"open', MORGUE_PAGER=MARK)
        session.end()
        self.assertEqual(session.code, 2)

    def test_leaving_early_is_quiet(self):
        self.indexed({f"{number}.txt": "Storm\n\n" + "The storm came again. " * 2000
                      for number in range(40)}, "large")
        session = self.session("search", "storm", "-n40", "--snippets=90", MORGUE_PAGER="head -n3")
        seen = session.end()
        self.assertEqual(seen.count("\n"), 3, seen)
        self.assertEqual(session.code, 0)

    def test_it_waits_for_the_person(self):
        pager = "cat; echo READY; read key </dev/tty"
        session = self.session("search", "storm", MORGUE_PAGER=pager)
        session.read(until=b"READY")
        self.assertTrue(session.is_running())
        session.type(b"\n")
        session.end()
        self.assertEqual(session.code, 0)

    def test_ctrl_c_in_the_pager_changes_nothing(self):
        pager = "trap '' INT; cat; echo READY; sleep 0.2; read key </dev/tty; echo BYE"
        session = self.session("search", "storm", MORGUE_PAGER=pager)
        session.read(until=b"READY")
        session.type(b"\x03")
        session.type(b"\n")
        seen = session.end()
        self.assertIn("BYE", seen)
        self.assertEqual(session.code, 0)

    def test_ctrl_c_while_writing_waits_for_the_pager_then_ends(self):
        self.indexed({f"{number}.txt": "Storm\n\n" + "The storm came again. " * 2000
                      for number in range(40)}, "large")
        pager = "trap '' INT; echo READY; read key </dev/tty; echo BYE"
        session = self.session("search", "storm", "-n40", "--snippets=90", MORGUE_PAGER=pager)
        session.read(until=b"READY")
        session.type(b"\x03")
        session.type(b"\n")
        self.assertIn("BYE", session.end())
        self.assertIn(session.code, (-signal.SIGINT, 130))


class Less(TerminalTest):
    def test_a_short_page_leaves_at_once_and_keeps_links_and_colours(self):
        self.indexed()
        session = self.session("search", "central", MORGUE_PAGER="less")
        seen = session.end()
        self.assertEqual(session.code, 0)
        self.assertIn("\x1b]8;;file://", seen)
        self.assertIn("\x1b[1;31mCentral\x1b[", seen)
        self.assertIn("1 of 1 article with central", seen)

    def test_a_long_page_is_scrolled(self):
        self.indexed(MANY)
        session = self.session("search", "storm", MORGUE_PAGER="less")
        session.read(until=b":")
        session.type(b"G")
        session.read(until=b"next: --offset 20")
        session.type(b"q")
        session.end()
        self.assertEqual(session.code, 0)


if __name__ == "__main__":
    main()
