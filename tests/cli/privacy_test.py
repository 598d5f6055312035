"""Quiet by nature: no network, nothing written by a search, an index as closed as its articles."""

import os
import re
import shutil
import stat
import subprocess
import unittest

from harness import ARTICLES, PROGRAM, CommandTest, main

WRITES = re.compile(r"O_WRONLY|O_RDWR|O_CREAT|O_TRUNC|O_APPEND")
CHANGES = ("mkdir", "rename", "unlink", "rmdir", "link", "symlink", "truncate", "ftruncate",
           "chmod", "fchmod", "chown", "utimens", "mknod", "creat")


def can_trace():
    if shutil.which("strace") is None:
        return "strace is not installed"
    tried = subprocess.run(["strace", "-f", "-o", os.devnull, "true"], capture_output=True)
    return None if tried.returncode == 0 else "strace may not run here: " + tried.stderr.decode()


CANNOT_TRACE = can_trace()


@unittest.skipIf(CANNOT_TRACE, CANNOT_TRACE)
class SystemCalls(CommandTest):
    def trace(self, *arguments, code=0):
        """The lines of strace, without those of calls that failed."""
        log = self.home / "trace"
        # The leak sanitizer does not work under strace.
        options = ":".join([os.environ.get("ASAN_OPTIONS", ""), "detect_leaks=0"]).lstrip(":")
        environment = self.environment(ASAN_OPTIONS=options, LSAN_OPTIONS="detect_leaks=0")
        done = subprocess.run(["strace", "-f", "-s", "4096", "-o", log, PROGRAM,
                               *map(str, arguments)], cwd=self.here, capture_output=True,
                              env=environment)
        self.assertEqual(code, done.returncode, done)
        lines = log.read_text(errors="replace").splitlines()
        log.unlink()
        self.assertTrue(any("execve(" in line for line in lines))
        return [line for line in lines if " = -1 " not in line]

    def test_the_test_sees_a_socket(self):
        log = self.home / "trace"
        subprocess.run(["strace", "-f", "-o", log, "python3", "-c",
                        "import socket; socket.socket()"], check=True)
        self.assertIn("socket(", log.read_text())

    def test_no_network(self):
        folder = self.tree(ARTICLES)
        for arguments in [["index", folder], ["search", "-d", folder, "storm"],
                          ["search", "-d", folder, "--json", "storm"],
                          ["show", "-d", folder, folder / "2020/rates.txt"],
                          ["count", "-d", folder, "storm"], ["status", "-d", folder],
                          ["kwic", "-d", folder, "storm"], ["timeline", "-d", folder, "storm"],
                          ["check", "-d", folder], ["compact", "-d", folder], ["help", "output"],
                          ["__complete", "bash", "--", "morgue", "-d", folder, "search", "so"],
                          ["clone", folder, self.home / "copy"], ["forget", "-d", folder, folder]]:
            # socketpair() joins two processes of this machine: the run and what reads for it.
            calls = [line for line in self.trace(*arguments)
                     if re.search(r"\b(socket|connect|bind|sendto)\(", line)]
            self.assertEqual([], calls, arguments)

    def test_a_search_writes_nothing(self):
        folder = self.indexed()
        for arguments in [["search", "storm"], ["search", "--json", "storm"], ["count", "storm"],
                          ["show", folder / "2020/rates.txt"], ["status"]]:
            lines = self.trace(*arguments)
            opened = [line for line in lines if re.search(r"\bopen(at)?\(", line)
                      and WRITES.search(line) and "/dev/" not in line]
            self.assertEqual([], opened, arguments)
            changed = [line for line in lines
                       if re.search(r"\b(%s)(at|at2)?\(" % "|".join(CHANGES), line)]
            self.assertEqual([], changed, arguments)

    def test_what_is_written_lies_in_the_index_and_on_the_list(self):
        folder = self.tree(ARTICLES)
        allowed = (str(folder / ".morgue"), str(self.home / ".local/state/morgue/indexes"))
        for line in self.trace("index", folder):
            match = re.search(r'\bopenat\(AT_FDCWD, "([^"]*)"', line)
            if match and WRITES.search(line) and not match[1].startswith("/dev/"):
                self.assertTrue(match[1].startswith(allowed), line)


class Modes(CommandTest):
    def setUp(self):
        super().setUp()
        self.folder = self.tree(ARTICLES)
        self.addCleanup(os.umask, os.umask(0))

    def modes(self, index):
        """The mode of the index's folder, and the set of those of folders and of files in it."""
        below = list(index.rglob("*"))
        of = lambda paths: {oct(stat.S_IMODE(path.lstat().st_mode)) for path in paths}
        self.assertTrue(below)
        return (oct(stat.S_IMODE(index.stat().st_mode)), of(p for p in below if p.is_dir()),
                of(p for p in below if p.is_file()))

    def index(self, *arguments):
        return self.check(self.morgue("index", *arguments), 0)

    def check_modes(self, index, folder_mode, file_mode):
        self.assertEqual((oct(folder_mode), {oct(folder_mode)}, {oct(file_mode)}),
                         self.modes(index))

    def test_are_those_of_the_archive_whatever_the_umask(self):
        for mode, folders, files in [(0o700, 0o700, 0o600), (0o750, 0o750, 0o640),
                                     (0o755, 0o755, 0o644), (0o711, 0o700, 0o600),
                                     (0o500, 0o700, 0o600), (0o770, 0o770, 0o660)]:
            with self.subTest(mode=oct(mode)):
                shutil.rmtree(self.folder / ".morgue", ignore_errors=True)
                os.chmod(self.folder, mode)
                self.index(self.folder) if os.geteuid() == 0 or mode & 0o200 else None
                if (self.folder / ".morgue").exists():
                    self.check_modes(self.folder / ".morgue", folders, files)

    def test_a_narrower_umask_counts(self):
        os.umask(0o077)
        os.chmod(self.folder, 0o755)
        self.index(self.folder)
        self.check_modes(self.folder / ".morgue", 0o700, 0o600)

    def test_hold_for_later_runs_and_merges(self):
        os.chmod(self.folder, 0o750)
        index = self.folder / ".morgue"
        for number in range(12):
            self.tree({f"n{number}.txt": f"T {number}\n\nB {number}.\n"})
            os.umask(0o077 if number % 2 else 0)
            self.index(self.folder)
            self.check_modes(index, 0o750, 0o640)

    def test_follow_a_root_that_is_closed_later(self):
        os.chmod(self.folder, 0o755)
        self.index(self.folder)
        os.chmod(self.folder, 0o700)
        self.index(self.folder)
        self.check_modes(self.folder / ".morgue", 0o700, 0o600)
        os.chmod(self.folder, 0o755)
        self.index(self.folder)
        self.check_modes(self.folder / ".morgue", 0o700, 0o600)

    def test_of_several_roots_the_narrowest(self):
        other = self.tree({"b.txt": "B\n\nOther.\n"}, "other")
        os.chmod(self.folder, 0o750)
        os.chmod(other, 0o755)
        index = self.home / "index"
        self.check(self.morgue("-d", index, "index", other), 0)
        self.check_modes(index, 0o755, 0o644)
        self.check(self.morgue("-d", index, "index", self.folder), 0)
        self.check_modes(index, 0o750, 0o640)

    def test_the_doors_before_an_archive_count(self):
        closed = self.home / "closed"
        folder = self.tree(ARTICLES, "closed/archive")
        os.chmod(folder, 0o755)
        os.chmod(closed, 0o700)
        self.index(folder)
        self.check_modes(folder / ".morgue", 0o755, 0o644)
        self.check(self.morgue("-d", self.home / "outside", "index", folder), 0)
        self.check_modes(self.home / "outside", 0o700, 0o600)

    def test_of_a_copy(self):
        os.chmod(self.folder, 0o750)
        self.index(self.folder)
        self.check(self.morgue("clone", self.folder, self.home / "copy"), 0)
        self.check_modes(self.home / "copy", 0o750, 0o640)


if __name__ == "__main__":
    main()
