"""The shim sees every call on the disk that the system sees, and makes them fail as told."""

import collections
import errno
import os
import random
import re
import shutil
import subprocess
import unittest

from archive import Archive
from crash_case import SHIM, CrashTest
from disk import read_log
from harness import PROGRAM, main
from steps import Steps

# The names of the log, by those of the system.
NAMES = {"write": "write", "pwrite64": "write", "writev": "write", "pwritev": "write",
         "pwritev2": "write", "copy_file_range": "write", "fsync": "fsync",
         "fdatasync": "fdatasync", "sync_file_range": "unknown", "rename": "rename",
         "renameat": "rename", "renameat2": "rename", "unlink": "remove", "unlinkat": "remove",
         "rmdir": "remove", "mkdir": "mkdir", "mkdirat": "mkdir", "ftruncate": "resize",
         "truncate": "unknown", "fallocate": "unknown", "link": "unknown", "linkat": "unknown",
         "symlink": "unknown", "symlinkat": "unknown", "sendfile": "unknown", "splice": "unknown"}


def cannot_trace():
    if shutil.which("strace") is None:
        return "strace is not installed"
    tried = subprocess.run(["strace", "-f", "-z", "-o", os.devnull, "true"], capture_output=True)
    return None if tried.returncode == 0 else "strace may not run here: " + tried.stderr.decode()


CANNOT_TRACE = cannot_trace()


class Shim(CrashTest):
    @unittest.skipIf(CANNOT_TRACE, CANNOT_TRACE)
    def test_sees_what_the_system_sees(self):
        archive = Archive(self.new_disk(), random.Random(1), articles=8)
        steps = Steps(random.Random(1), commits=3)
        for command, text in [(self.update(), None), (self.update(), None),
                              ([PROGRAM, "clone", self.index, self.disk / "copy"], None),
                              (self.forget(), None), (self.writer(), steps.text(0))]:
            self.check_same_calls(command, text)
            archive.change(3)

    def check_same_calls(self, command, text):
        self.log.unlink(missing_ok=True)
        trace = self.home / "trace"
        traced = ["strace", "-f", "-z", "-y", "-s", "0", "-o", trace, "-E", f"LD_PRELOAD={SHIM}",
                  "-E", f"CRASH_LOG={self.log}", "-E", f"CRASH_WATCH={self.disk}", *command]
        self.finish(traced, input=text)
        made = collections.Counter(call.name for call in read_log(self.log))
        seen = collections.Counter()
        for line in trace.read_text().splitlines():
            call = re.match(r"\d+ +(\w+)\(", line)
            if call and call[1] in NAMES and str(self.disk) in line:
                seen[NAMES[call[1]]] += 1
        self.assertGreater(seen["write"], 5)
        self.assertEqual(seen, {name: made[name] for name in seen})

    def test_fails_the_call_that_it_is_told(self):
        Archive(self.new_disk(), random.Random(1), articles=1)
        self.run_watched(self.update(), log=True)
        first = next(call for call in read_log(self.log) if call.name == "mkdir")
        shutil.rmtree(self.index)
        done = self.run_watched(self.update(), fault=f"{first.number} {errno.ENOSPC}")
        self.assertIn("No space left on device", done.stderr)


if __name__ == "__main__":
    main()
