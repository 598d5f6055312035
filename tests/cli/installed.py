"""What `cmake --install` lays where: the program, its manual and its completions."""

import os
import pathlib
import subprocess

from harness import CommandTest


class InstalledTest(CommandTest):
    """A test with the program installed below `prefix`, in a home of its own."""

    def setUp(self):
        super().setUp()
        self.prefix = self.home / ".local"
        subprocess.run([os.environ["CMAKE"], "--install", os.environ["MORGUE_BUILD"],
                        "--prefix", self.prefix], check=True, stdout=subprocess.DEVNULL)

    def environment(self, **more):
        path = f"{self.prefix / 'bin'}:{os.environ['PATH']}"
        return super().environment(**{"PATH": path, "TERM": "dumb", **more})

    def share(self, *parts):
        return pathlib.Path(self.prefix, "share", *parts)
