"""A pseudo-terminal of a certain size, for tests of what people see."""

import fcntl
import os
import pty
import select
import struct
import subprocess
import termios
import time

from harness import PROGRAM, CommandTest

LIMIT_S = 60


class Session:
    """The program on a terminal of its own, with its keyboard."""

    def __init__(self, command, columns=80, stderr_too=True, **options):
        self._leader, follower = pty.openpty()
        fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
        streams = {"stdin": follower, "stdout": follower,
                   "stderr": follower if stderr_too else subprocess.DEVNULL}
        self._run = subprocess.Popen(command, start_new_session=True, **streams, **options,
                                     preexec_fn=lambda: fcntl.ioctl(1, termios.TIOCSCTTY, 0))
        os.close(follower)
        self.seen = b""

    def read(self, until=None):
        """Reads to the end, or until these bytes have been seen."""
        end = time.monotonic() + LIMIT_S
        while until is None or until not in self.seen:
            ready, _, _ = select.select([self._leader], [], [], max(0, end - time.monotonic()))
            if not ready:
                raise AssertionError(f"nothing more came after {self.seen!r}")
            try:
                piece = os.read(self._leader, 65536)
            except OSError:  # the last writer has gone
                piece = b""
            if not piece:
                break
            self.seen += piece
        return self.seen

    def is_running(self):
        return self._run.poll() is None

    def type(self, keys):
        os.write(self._leader, keys)

    def end(self):
        """All that was written, as text with \\n at line ends, and the exit status."""
        self.read()
        self.code = self._run.wait(LIMIT_S)
        os.close(self._leader)
        return self.seen.decode().replace("\r\n", "\n")


class TerminalTest(CommandTest):
    def session(self, *arguments, columns=80, stderr_too=True, **environment):
        return Session([PROGRAM, *map(str, arguments)], columns, stderr_too, cwd=self.here,
                       env=self.environment(**{"TERM": "xterm", "MORGUE_PAGER": "", **environment}))

    def screen(self, *arguments, **how):
        """What a person sees of a run without a pager."""
        return self.session(*arguments, **how).end()
